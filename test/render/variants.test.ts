import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Facets, facetNames, type ReaderFacets } from '../../src/model/facets.js';
import {
  type LimitedItem,
  mayRead,
  mostVariants,
  variantFinder,
  variantsOf,
  visibleTo,
} from '../../src/render/variants.js';
import { item, organisation } from './sample.js';

const everywhere = { facets: {} };
const withLanguages: Facets = { ...organisation.facets, languages: ['ar', 'cy', 'en', 'zh-Hant'] };

function issueOf(...readers: Facets[]): LimitedItem[] {
  return readers.map((limits, index) => item(`item-${index}`, { readers: limits }));
}

function ids(items: readonly LimitedItem[], audience: { facets: Facets } = everywhere): string[] {
  return variantsOf(items, audience, organisation.facets).variants.map(({ id }) => id);
}

describe('the editions of an issue', () => {
  it.each<[string, Facets[], string[]]>([
    ['no item', [], ['everyone']],
    ['items for all', [{}, {}], ['everyone']],
    ['an item for one nation', [{}, { nations: ['wales'] }], ['wales', 'everyone-else']],
    ['two items for one nation', [{ nations: ['wales'] }, { nations: ['wales'] }], ['wales', 'everyone-else']],
    ['an item for two regions', [{ regions: ['london', 'leeds'] }], ['leeds-or-london', 'everyone-else']],
    ['items for each', [{ regions: ['london'] }, { regions: ['leeds'] }], ['leeds', 'london', 'everyone-else']],
    [
      'items for a nation and for a region',
      [{ nations: ['wales'] }, { regions: ['london'] }],
      ['london', 'wales', 'wales-london', 'everyone-else'],
    ],
    ['an item for a role in a region', [{ regions: ['london'], roles: ['iso'] }], ['london-iso', 'everyone-else']],
    [
      'an item for a nation and one for a role in it',
      [{ nations: ['wales'] }, { nations: ['wales'], roles: ['iso'] }],
      ['wales', 'wales-iso', 'everyone-else'],
    ],
    ['an item for a value that the organisation does not have', [{ regions: ['atlantis'] }], ['everyone']],
    ['an item for a facet that the organisation does not have', [{ languages: ['cy'] }], ['everyone']],
    ['a limit without values', [{ regions: [] }], ['everyone']],
    [
      'two regions that differ only for a role',
      [{ regions: ['leeds', 'london'] }, { regions: ['london'], roles: ['iso'] }],
      ['leeds-or-london', 'london-iso', 'everyone-else'],
    ],
  ])('with %s', (_, readers, expected) => {
    expect(ids(issueOf(...readers))).toEqual(expected);
  });

  it('differ only by what the audience has', () => {
    const items = issueOf({ nations: ['wales'] }, { regions: ['london'] });
    expect(ids(items, { facets: { nations: ['england'] } })).toEqual(['london', 'everyone-else']);
    expect(ids(items, { facets: { nations: ['england'], regions: [] } })).toEqual(['everyone']);
  });

  it('show the items of their readers in the order of the issue', () => {
    const items = issueOf({ roles: ['iso'] }, {}, { nations: ['wales'] });
    const { variants } = variantsOf(items, everywhere, organisation.facets);
    expect(Object.fromEntries(variants.map((variant) => [variant.id, variant.items]))).toEqual({
      iso: ['item-0', 'item-1'],
      wales: ['item-1', 'item-2'],
      'wales-iso': ['item-0', 'item-1', 'item-2'],
      'everyone-else': ['item-1'],
    });
    expect(variants.find(({ id }) => id === 'wales-iso')?.facets).toEqual({ nations: ['wales'], roles: ['iso'] });
    expect(items.map((each) => variants.map((variant) => visibleTo(each, variant)))).toEqual([
      [true, false, true, false],
      [true, true, true, true],
      [false, true, true, false],
    ]);
  });

  it('have different names when facets share a value', () => {
    const facets = { nations: ['wales', 'everyone'], regions: ['wales'] };
    const items = issueOf({ nations: ['wales'] }, { regions: ['wales'] }, { nations: ['everyone'] });
    const names = variantsOf(items, everywhere, facets).variants.map(({ id }) => id);
    expect(new Set(names).size).toBe(names.length);
    expect(names).not.toContain('everyone');
  });

  it('have names that are short enough for files', () => {
    const regions = Array.from({ length: 40 }, (_, index) => `a-region-with-a-long-name-${index}`);
    const { variants } = variantsOf(issueOf({ regions }), everywhere, { regions });
    expect(variants.map(({ id }) => id)).toEqual(['a-region-with-a-long-name-0-or-39-more', 'everyone-else']);
  });

  it.each<[string, Facets[], string[], [id: string, lang: string | undefined][]]>([
    [
      'no item',
      [],
      ['cy'],
      [
        ['cy', 'cy'],
        ['everyone-else', undefined],
      ],
    ],
    [
      'two languages',
      [{}],
      ['cy', 'ar'],
      [
        ['ar', 'ar'],
        ['cy', 'cy'],
        ['everyone-else', undefined],
      ],
    ],
    [
      'a language in its script',
      [{}],
      ['zh-Hant'],
      [
        ['zh-Hant', 'zh-Hant'],
        ['everyone-else', undefined],
      ],
    ],
    [
      'a language that no reader has',
      [{}],
      ['fr', 'cy'],
      [
        ['cy', 'cy'],
        ['everyone-else', undefined],
      ],
    ],
    ['only languages that no reader has', [{}], ['fr', 'ja'], [['everyone', undefined]]],
    [
      'an item for one nation',
      [{}, { nations: ['wales'] }],
      ['cy'],
      [
        ['cy', 'cy'],
        ['wales', undefined],
        ['wales-cy', 'cy'],
        ['everyone-else', undefined],
      ],
    ],
    [
      'an item for readers of a language that is translated, too',
      [{ languages: ['cy'] }],
      ['cy'],
      [
        ['cy', 'cy'],
        ['everyone-else', undefined],
      ],
    ],
    [
      'an item for readers of another language',
      [{ languages: ['ar'] }],
      ['cy'],
      [
        ['ar', undefined],
        ['cy', 'cy'],
        ['everyone-else', undefined],
      ],
    ],
  ])('in several languages, with %s', (_, readers, languages, expected) => {
    const { variants } = variantsOf(issueOf(...readers), everywhere, withLanguages, languages);
    expect(variants.map(({ id, lang }) => [id, lang])).toEqual(expected);
  });

  it('are in a language only where the audience has readers of it', () => {
    const of = (audience: Facets) =>
      variantsOf(issueOf({}), { facets: audience }, withLanguages, ['cy', 'ar']).variants.map(({ id }) => id);
    expect(of({ languages: ['ar', 'en'] })).toEqual(['ar', 'everyone-else']);
    expect(of({ languages: ['en'] })).toEqual(['everyone']);
    expect(of({ languages: [] })).toEqual(['everyone']);
  });

  it('of a language show its items, and nothing that stands for it', () => {
    const items = issueOf({}, { nations: ['wales'] });
    const { variants } = variantsOf(items, everywhere, withLanguages, ['cy']);
    expect(variants.map(({ id, items: shown }) => [id, shown])).toEqual([
      ['cy', ['item-0']],
      ['wales', ['item-0', 'item-1']],
      ['wales-cy', ['item-0', 'item-1']],
      ['everyone-else', ['item-0']],
    ]);
  });

  it('are refused when there are too many, with the items that cause it', () => {
    const regions = Array.from({ length: mostVariants }, (_, index) => `region-${index}`);
    const items = [item('for-all'), ...regions.map((region) => item(region, { readers: { regions: [region] } }))];
    const { variants, findings } = variantsOf(items, everywhere, { regions });
    expect(variants).toEqual([]);
    expect(findings).toMatchObject([{ rule: 'render/too-many-editions', severity: 'error' }]);
    expect(findings[0]?.words).toContain('“Title of region-0”');
    expect(findings[0]?.words).toContain('and 59 more');
    expect(findings[0]?.words).not.toContain('for-all');
    expect(variantsOf(items.slice(0, -1), everywhere, { regions }).variants).toHaveLength(mostVariants);
  });

  it('are refused soon when there would be millions', () => {
    const values = Array.from({ length: 60 }, (_, index) => `value-${index}`);
    const facets = { regions: values, nations: values, roles: values, languages: values };
    const items = values.flatMap((value) =>
      facetNames.map((facet) => item(`${facet}-${value}`, { readers: { [facet]: [value] } })),
    );
    expect(variantsOf(items, everywhere, facets).findings).toHaveLength(1);
  });
});

describe('readers', () => {
  const values = ['a', 'b', 'c'];
  const someValues = fc.subarray([...values, 'd']);
  const tags = ['cy', 'zh-Hant', 'fr'];
  const someLanguages = fc.subarray([...tags, 'en']);
  const facets: fc.Arbitrary<Facets> = fc.record(
    { regions: someValues, nations: someValues, roles: someValues, languages: someLanguages },
    { requiredKeys: [] },
  );
  const organisationFacets: Facets = {
    regions: values,
    nations: values,
    roles: values,
    languages: ['cy', 'en', 'zh-Hant'],
  };
  const issues = fc.array(facets, { maxLength: 5 }).map((readers) => issueOf(...readers));

  /** Every combination of values that a reader of the audience can have, or not have. */
  function readersOf(audience: Facets): ReaderFacets[] {
    let readers: ReaderFacets[] = [{}];
    for (const facet of facetNames) {
      const had: readonly string[] = audience[facet] ?? organisationFacets[facet] ?? [];
      readers = readers.flatMap((reader) => [reader, ...had.map((value) => ({ ...reader, [facet]: value }))]);
    }
    return readers;
  }

  it('each get one edition, with exactly the items that they may see, in their language if the issue has it', () => {
    fc.assert(
      fc.property(issues, facets, fc.subarray(tags), (items, audience, languages) => {
        const planned = variantsOf(items, { facets: audience }, organisationFacets, languages);
        fc.pre(planned.findings.length === 0);
        const variantFor = variantFinder(items, planned);
        const used = new Set<string>();
        for (const reader of readersOf(audience)) {
          const allowed = items.filter((each) => mayRead(each, reader)).map(({ id }) => id);
          const own = languages.find((tag) => tag === reader.languages);
          expect(variantFor(reader).items).toEqual(allowed);
          expect(variantFor(reader).lang).toBe(own);
          const same = planned.variants.filter(
            ({ items: shown, lang }) => shown.join() === allowed.join() && lang === own,
          );
          expect(same).toHaveLength(1);
          used.add(variantFor(reader).id);
        }
        // No edition is for nobody.
        expect(planned.variants.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('with values that the audience was not said to have count as having none', () => {
    const items = issueOf({ nations: ['wales'] }, { roles: ['iso'] });
    const planned = variantsOf(items, { facets: { nations: ['england'] } }, organisation.facets);
    const variantFor = variantFinder(items, planned);
    expect(variantFor({ nations: 'wales', roles: 'iso' }).id).toBe('iso');
    expect(variantFor({ nations: 'atlantis' }).id).toBe('everyone-else');
  });

  it('get the same editions, named the same, whatever the order of items and values', () => {
    const shuffled = <T>(list: readonly T[]) =>
      fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });
    fc.assert(
      fc.property(
        issues.chain((items) => fc.tuple(fc.constant(items), shuffled(items))),
        shuffled(values),
        shuffled(tags),
        ([items, mixed], mixedValues, mixedTags) => {
          const flat = (of: ReturnType<typeof variantsOf>) =>
            of.variants.map(({ items: shown, ...rest }) => ({ ...rest, items: [...shown].sort() }));
          const reordered = { regions: mixedValues, nations: mixedValues, roles: mixedValues };
          const otherFacets = { ...reordered, languages: mixedTags };
          const ownFacets = { ...organisationFacets, languages: tags };
          expect(flat(variantsOf(mixed, everywhere, otherFacets, mixedTags))).toEqual(
            flat(variantsOf(items, everywhere, ownFacets, tags)),
          );
        },
      ),
    );
  });
});
