import { describe, expect, it } from 'vitest';
import { english } from '../../src/language/english.js';
import { welsh } from '../../src/language/welsh.js';
import type { Audience } from '../../src/model/audience.js';
import type { Issue, PlacedItem, PlacedSection } from '../../src/model/issue.js';
import type { Item } from '../../src/model/item.js';
import type { Length, SizeRule } from '../../src/model/publication.js';
import { createRenderer, type Rendering } from '../../src/render/renderer.js';
import { sentBytes } from '../../src/render/weight.js';
import type { RenderInput, Wording } from '../../src/render/wording.js';
import { issue, item, markdown, noAttachments, organisation, parse, placed, publication, section } from './sample.js';
import { design } from './template/samples.js';

const card = `<mj-section><mj-column><mj-text>
<h3>{{title}}</h3>{{#if summary}}<p>{{summary}}</p>{{/if}}{{#if body}}{{{body}}}{{/if}}
{{#if more}}<p><a href="{{more.url}}">{{more.label}}</a></p>{{/if}}
</mj-text></mj-column></mj-section>`;
const unsubscribe = '<p><a href="{{unsubscribe}}">{{words.unsubscribe}}</a></p>';
const sender = '<p>{{organisation.name}}, {{#each organisation.address}}{{this}} {{/each}}</p>';
const page = (foot: string) =>
  `{{#each sections}}{{#each items}}{{> card}}{{/each}}{{/each}}<mj-section><mj-column><mj-text>${foot}</mj-text></mj-column></mj-section>`;
const plain = design(page(unsubscribe + sender), { card });

const audience: Audience = {
  id: 'members',
  source: { file: 'audiences/members.yaml', at: {} },
  title: 'Members',
  environment: 'test',
  columns: { email: 'email', fields: [], facets: {} },
  change: 20,
  why: 'You are a member.',
  translations: {},
  fields: [{ name: 'first_name', fallback: 'friend' }],
  facets: { nations: ['england', 'wales'], languages: ['cy', 'en'] },
};

function wording(of: Issue, parts: Partial<Wording> = {}): Wording {
  const items = of.sections.flatMap((section) => section.items);
  return {
    issue: of,
    language: english,
    languageOf: () => english,
    why: 'You are a member.',
    bodies: new Map(items.map(({ item: { id }, body }) => [id, parse(body.text)])),
    attachments: noAttachments,
    headlineOf: ([lead]) => ({
      subject: lead?.title ?? 'Nothing',
      preheader: 'And more',
      subjectPlace: of.subjectPlace,
    }),
    ...parts,
  };
}

function render(of: Issue, changes: Partial<RenderInput> = {}): Promise<Rendering> {
  const input = { organisation, audience, design: plain, wording: wording(of), translations: new Map() };
  return createRenderer().render({ ...input, ...changes }, { reuse: false });
}

const kilobyte = 1024;

/** An item of about so many kilobytes, with a summary. */
function long(id: string, kilobytes: number, parts: Partial<Item> = {}): Item {
  const text = `The beginning of ${id}. ${'All of it. '.repeat((kilobytes * kilobyte) / 11)}`;
  return item(id, { summary: `${id} in short.`, body: markdown(text), ...parts });
}

function sized(sections: readonly PlacedSection[], size: SizeRule): Issue {
  return issue(sections, { publication: { ...publication, size } });
}

function full(id: string, ...items: readonly Item[]): PlacedSection {
  return section(
    id,
    items.map((one) => placed(one)),
  );
}

/** An edition's words without its line ends, which stand wherever lines are full. */
function flat(part: string | undefined): string {
  return (part ?? '').replace(/\s+/g, ' ');
}

/** How much of each item an edition shows. */
function shown(part: string | undefined, ids: readonly string[]): Record<string, Length> {
  const words = flat(part);
  const lengthOf = (id: string): Length =>
    words.includes(`The beginning of ${id}`) ? 'full' : words.includes(`${id} in short.`) ? 'summary' : 'brief';
  return Object.fromEntries(ids.map((id) => [id, lengthOf(id)]));
}

describe('an issue in editions', () => {
  it('is one for everyone, with all that is to be sent', async () => {
    const { editions, findings } = await render(
      issue([full('news', item('a', { body: markdown('Dear [[first_name]], **read**.') }))]),
    );
    expect(findings).toEqual([]);
    expect(editions).toHaveLength(1);
    expect(editions[0]).toMatchObject({
      id: 'everyone',
      variant: {},
      lang: 'en',
      subject: 'Title of a',
      preheader: 'And more',
      mergeFields: ['first_name', 'unsubscribe_url', 'web_url'],
      items: ['a'],
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(editions[0]?.html).toContain('Dear [[first_name|friend]], <strong>read</strong>.');
    expect(editions[0]?.text).toContain('Dear [[first_name|friend]], read.');
  });

  it('names in a subject only what its readers get', async () => {
    const { editions } = await render(
      issue([full('news', item('wales', { readers: { nations: ['wales'] } }), item('all'))]),
    );
    expect(editions.map(({ id, subject, items }) => [id, subject, items])).toEqual([
      ['wales', 'Title of wales', ['wales', 'all']],
      ['everyone-else', 'Title of all', ['all']],
    ]);
  });

  it('says once what several editions have in common', async () => {
    const title = 'x'.repeat(90);
    const { editions, findings } = await render(
      issue([full('news', item('long', { title }), item('wales', { readers: { nations: ['wales'] } }))]),
    );
    expect(editions).toHaveLength(2);
    expect(findings.map(({ rule }) => rule)).toEqual(['render/long-subject']);
  });

  it('has none while its design is broken', async () => {
    const { editions, findings } = await render(issue([full('news', item('a'))]), {
      design: design(page(`${unsubscribe}${sender}{{titel}}`), { card }),
    });
    expect(editions).toEqual([]);
    expect(findings).toMatchObject([{ rule: 'template/unknown-field' }]);
  });
});

describe('an issue in several languages', () => {
  const inEnglish = issue([full('news', item('a'), item('b', { readers: { nations: ['wales'] } }))]);
  const translate = (one: PlacedItem): PlacedItem => ({ ...one, title: `Teitl ${one.item.id}`, lang: 'cy' });
  const inWelsh: Issue = {
    ...inEnglish,
    lang: 'cy',
    sections: inEnglish.sections.map((one) => ({ ...one, items: one.items.map(translate) })),
  };
  const translations = new Map([['cy', wording(inWelsh, { language: welsh, why: 'Rydych yn aelod.' })]]);
  const withLanguages = { ...organisation, facets: { ...organisation.facets, languages: ['cy', 'en'] } };

  it('has editions apart for readers of each, in its words', async () => {
    const { editions, findings } = await render(inEnglish, { translations, organisation: withLanguages });
    expect(findings).toEqual([]);
    expect(editions.map(({ id, lang, subject, items }) => [id, lang, subject, items])).toEqual([
      ['cy', 'cy', 'Teitl a', ['a']],
      ['wales', 'en', 'Title of a', ['a', 'b']],
      ['wales-cy', 'cy', 'Teitl a', ['a', 'b']],
      ['everyone-else', 'en', 'Title of a', ['a']],
    ]);
    const [first] = editions;
    expect(first?.variant).toEqual({ languages: ['cy'] });
    expect(first?.html).toContain('lang="cy"');
    expect(first?.html).toContain(welsh.phrases.unsubscribeFrom(publication.title));
    expect(first?.text).toContain(welsh.phrases.readOnTheWeb);
    expect(first?.text).toContain('Rydych yn aelod.');
    expect(first?.text).not.toContain('Title of');
  });

  it('has none in a language that no reader of the audience has', async () => {
    const { editions } = await render(inEnglish, {
      translations,
      organisation: withLanguages,
      audience: { ...audience, facets: { ...audience.facets, languages: ['en'] } },
    });
    expect(editions.map(({ lang }) => lang)).toEqual(['en', 'en']);
  });

  it('is warned of what is wrong in a translation where that stands, once', async () => {
    const source = { file: 'issues/translations/cy/a.md', at: { title: [2, 8] } } as const;
    const wrong = (one: PlacedItem) => ({ ...one, title: 'Annwyl [[frist_name|ffrind]]', source });
    const misspelt: Issue = {
      ...inWelsh,
      sections: inWelsh.sections.map((one) => ({ ...one, items: one.items.slice(0, 1).map(wrong) })),
    };
    const { findings } = await render(inEnglish, {
      translations: new Map([['cy', wording(misspelt, { language: welsh })]]),
      organisation: withLanguages,
    });
    expect(findings).toMatchObject([
      { rule: 'render/unknown-merge-tag', place: { file: 'issues/translations/cy/a.md', line: 2, column: 8 } },
    ]);
  });
});

describe('what the law wants in every mail', () => {
  const of = issue([full('news', item('a'), item('b', { readers: { nations: ['wales'] } }))]);
  const withFoot = (foot: string) => render(of, { design: design(page(foot), { card }) });
  const place = { file: 'templates/body.mjml', line: 1, column: 1 };

  it('is a link to unsubscribe', async () => {
    for (const foot of [
      sender,
      `${sender}<p>{{unsubscribe}}</p>`,
      `${sender}<a href="{{webVersion}}">Unsubscribe</a>`,
    ]) {
      const { editions, findings } = await withFoot(foot);
      expect(editions).toEqual([]);
      expect(findings).toMatchObject([{ rule: 'template/no-unsubscribe', severity: 'error', place }]);
    }
  });

  it('is who sends it, and the whole postal address', async () => {
    for (const foot of [
      unsubscribe,
      `${unsubscribe}<p>{{organisation.name}}</p>`,
      `${unsubscribe}<p>{{#each organisation.address}}{{this}}{{/each}}</p>`,
      `${unsubscribe}<p>{{organisation.name}}{{#each organisation.address}}{{#if @first}}{{this}}{{/if}}{{/each}}</p>`,
    ]) {
      const { editions, findings } = await withFoot(foot);
      expect(editions).toEqual([]);
      expect(findings).toMatchObject([{ rule: 'template/no-sender', severity: 'error', place }]);
    }
  });

  it('is both, and what is missing is told once for all editions', async () => {
    const { findings } = await withFoot('Nothing.');
    expect(findings.map(({ rule }) => rule)).toEqual(['template/no-unsubscribe', 'template/no-sender']);
  });

  it('may have marks in it that HTML writes otherwise', async () => {
    const { editions, findings } = await render(of, {
      organisation: { ...organisation, name: `Growers' & "Pickers`, address: ['O’Neill & Sons <yard>', "St Mary's"] },
    });
    expect(findings).toEqual([]);
    expect(editions).toHaveLength(2);
  });
});

describe('an edition that is too long', () => {
  const ids = ['a', 'b', 'c'];
  const sections = [full('first', long('a', 12)), full('second', long('b', 12)), full('third', long('c', 12))];

  it.each<[number, readonly string[], Record<string, Length>]>([
    [60, ['third', 'second'], { a: 'full', b: 'full', c: 'full' }],
    [36, ['third', 'second'], { a: 'full', b: 'full', c: 'summary' }],
    [24, ['third', 'second'], { a: 'full', b: 'summary', c: 'summary' }],
    [36, ['second', 'third'], { a: 'full', b: 'summary', c: 'full' }],
    [12, ['first', 'second', 'third'], { a: 'summary', b: 'summary', c: 'summary' }],
  ])('for %s KB is shortened section by section, in the order %j', async (limit, shorten, expected) => {
    const { editions, findings } = await render(sized(sections, { limit, shorten }));
    const [edition] = editions;
    expect(findings).toEqual([]);
    expect(sentBytes(edition?.html ?? '')).toBeLessThanOrEqual(limit * kilobyte);
    expect(shown(edition?.html, ids)).toEqual(expected);
    expect(shown(edition?.text, ids)).toEqual(expected);
    expect(edition?.items).toEqual(ids);
    for (const id of ids) {
      const isShortened = expected[id] !== 'full';
      for (const part of [edition?.html, edition?.text])
        expect(flat(part).includes(`Read “Title of ${id}” in full on the web`)).toBe(isShortened);
    }
  });

  it('falls back to briefs where summaries are not short enough', async () => {
    const wordy = (id: string) => long(id, 12, { summary: `${id} in short. ${'And so on. '.repeat(700)}` });
    const { editions, findings } = await render(
      sized([full('first', wordy('a')), full('second', wordy('b'))], { limit: 14, shorten: ['first', 'second'] }),
    );
    expect(findings).toEqual([]);
    expect(shown(editions[0]?.html, ['a', 'b'])).toEqual({ a: 'brief', b: 'summary' });
  });

  it('is shortened for the readers for whom it is, and for no others', async () => {
    const forWales = long('b', 12, { readers: { nations: ['wales'] } });
    const { editions } = await render(
      sized([full('first', long('a', 12)), full('second', forWales)], { limit: 24, shorten: ['first'] }),
    );
    expect(editions.map(({ id, html }) => [id, shown(html, ['a']).a])).toEqual([
      ['wales', 'summary'],
      ['everyone-else', 'full'],
    ]);
  });

  it('of a publication without a rule stays whole, with a warning that names its three biggest items', async () => {
    const four = [full('news', long('a', 4), long('b', 9), long('c', 6), long('d', 12))];
    const { editions, findings } = await render(sized(four, { limit: 20, shorten: [] }));
    expect(shown(editions[0]?.html, ['a', 'b', 'c', 'd'])).toEqual({
      a: 'full',
      b: 'full',
      c: 'full',
      d: 'full',
    });
    expect(findings).toMatchObject([{ rule: 'render/too-long', severity: 'warning' }]);
    expect(findings[0]?.words).toMatch(
      /The edition for everyone has 3\d KB.*“Title of d” \(1[2-4] KB\), “Title of b” \((?:9|1[01]) KB\), “Title of c” \([6-8] KB\)\.$/,
    );
  });

  it('is an error where Gmail would cut it off', async () => {
    const { findings } = await render(sized([full('news', long('a', 60), long('b', 60))], { limit: 80, shorten: [] }));
    expect(findings).toMatchObject([{ rule: 'render/too-long', severity: 'error' }]);
    expect(findings[0]?.words).toContain('Gmail would cut it off');
  });

  it('and cannot be shortened enough says what weighs most as it is then, not as it was', async () => {
    const wordy = long('a', 30, { summary: 'And so on. '.repeat(1500) });
    const { findings } = await render(
      sized([full('first', wordy), full('second', long('b', 6), long('c', 1))], {
        limit: 10,
        shorten: ['second', 'gone'],
      }),
    );
    expect(findings[0]?.words).toMatch(
      /“Title of a” \(3\d KB\), “Title of [bc]” \([1-9] KB\), “Title of [bc]” \([1-9] KB\)\.$/,
    );
  });
});

it('sections that are kept give the same editions as new ones', async () => {
  const of = issue([full('news', item('a'), item('b', { readers: { nations: ['wales'] } }))]);
  const input = { organisation, audience, design: plain, wording: wording(of), translations: new Map() };
  const renderer = createRenderer();
  const first = await renderer.render(input, { reuse: true });
  expect((await renderer.render(input, { reuse: true })).editions).toEqual(first.editions);
  expect((await render(of)).editions).toEqual(first.editions);
});
