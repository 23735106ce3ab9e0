import type { Audience } from '../model/audience.js';
import { type FacetName, type Facets, facetNames } from '../model/facets.js';
import type { Finding } from '../model/finding.js';
import type { Choices } from '../model/issue.js';
import type { Item, Translation } from '../model/item.js';
import type { Organisation } from '../model/organisation.js';
import type { Persona, Tester } from '../model/persona.js';
import { placeOf, type Source } from '../model/place.js';
import type { Publication } from '../model/publication.js';
import { suggestion } from '../model/suggest.js';
import { isDate } from '../model/time.js';
import { choicesLanguages, publicationLanguages, translationReferences } from './translation-references.js';

/** Everything that names one another. */
export type Content = {
  readonly organisation: Organisation;
  readonly publications: readonly Publication[];
  readonly items: readonly Item[];
  readonly translations: readonly Translation[];
  readonly choices: readonly Choices[];
  readonly audiences: readonly Audience[];
  readonly personas: readonly Persona[];
  readonly testers: readonly Tester[];
};

/** The ids that exist as files, readable or not: a name of something broken is not a second complaint. */
export type KnownIds = {
  readonly publications: readonly string[];
  readonly items: readonly string[];
  readonly audiences: readonly string[];
  readonly designs: readonly string[];
};

/** Complaints about names of things that are not there, and about two things with one name. */
export function checkReferences(content: Content, known: KnownIds): Finding[] {
  const campaigns = content.organisation.campaigns.map(({ id }) => id);
  const facets = content.organisation.facets;
  const items = new Map(content.items.map((item) => [item.id, item]));
  const itemIds = new Set(known.items);
  return [
    ...twins(content.items),
    ...content.items.flatMap((item) => itemReferences(item, known, campaigns, facets)),
    ...content.publications.flatMap((publication) => publicationReferences(publication, known, campaigns)),
    ...content.publications.flatMap((publication) =>
      publicationLanguages(
        publication,
        content.audiences.find(({ id }) => id === publication.audience),
        content.organisation,
      ),
    ),
    ...content.audiences.flatMap((audience) => audienceReferences(audience, known, facets)),
    ...content.personas.flatMap((persona) => personaReferences(persona, content)),
    ...content.testers.flatMap(({ persona, source, index }) =>
      persona === undefined
        ? []
        : unknown(
            'persona',
            persona,
            content.personas.map(({ id }) => id),
            source,
            `testers.${index}.persona`,
          ),
    ),
    ...content.choices.flatMap((choices) => choicesReferences(choices, known)),
    ...content.choices.flatMap((choices) =>
      choicesLanguages(
        choices,
        content.publications.find(({ id }) => id === choices.publication),
      ),
    ),
    ...content.translations.flatMap((translation) =>
      translationReferences(translation, items.get(translation.item), itemIds),
    ),
  ];
}

function twins(items: readonly Item[]): Finding[] {
  const first = new Map<string, Item>();
  return items.flatMap((item): Finding[] => {
    const twin = first.get(item.id);
    if (!twin) {
      first.set(item.id, item);
      return [];
    }
    return [
      {
        rule: 'content/id-twice',
        severity: 'error',
        place: placeOf(item.source),
        words: `There is another item with the id “${item.id}”: ${twin.source.file}.`,
        fix: 'Rename one of the two files. Keep the name of the one that has run already.',
      },
    ];
  });
}

function itemReferences(
  item: Item,
  known: KnownIds,
  campaigns: readonly string[],
  facets: Organisation['facets'],
): Finding[] {
  return [
    ...item.publications.flatMap((id, index) =>
      unknown('publication', id, known.publications, item.source, `publications.${index}`),
    ),
    ...Object.keys(item.versions).flatMap((id) =>
      unknown('publication', id, known.publications, item.source, `versions.${id}`),
    ),
    ...(item.campaign === undefined ? [] : unknown('campaign', item.campaign, campaigns, item.source, 'campaign')),
    ...facetReferences(item.source, 'readers', item.readers, facets),
  ];
}

function publicationReferences(publication: Publication, known: KnownIds, campaigns: readonly string[]): Finding[] {
  const { source } = publication;
  return [
    ...unknown('audience', publication.audience, known.audiences, source, 'audience', 'audiences/%.yaml'),
    ...templateReferences(publication, known),
    ...publication.sections.flatMap(({ takes }, section) =>
      (takes.campaigns ?? []).flatMap((id, index) =>
        unknown('campaign', id, campaigns, source, `sections.${section}.takes.campaigns.${index}`),
      ),
    ),
  ];
}

function audienceReferences(audience: Audience, known: KnownIds, facets: Organisation['facets']): Finding[] {
  return [
    ...templateReferences(audience, known),
    ...facetReferences(audience.source, 'facets', audience.facets, facets),
  ];
}

function personaReferences(
  { source, index, fields, facets }: Persona,
  { audiences, organisation }: Pick<Content, 'audiences' | 'organisation'>,
): Finding[] {
  const declared = new Set(audiences.flatMap((audience) => audience.fields.map(({ name }) => name)));
  const path = `personas.${index}`;
  return [
    ...Object.keys(fields).flatMap((name) => unknown('field', name, [...declared], source, `${path}.fields.${name}`)),
    ...facetNames.flatMap((name) => {
      const value = facets[name];
      const known = organisation.facets[name] ?? [];
      return value === undefined ? [] : unknown(name.replace(/s$/, ''), value, known, source, `${path}.facets.${name}`);
    }),
  ];
}

function templateReferences({ template, source }: Publication | Audience, known: KnownIds): Finding[] {
  if (template === undefined) return [];
  return unknown('template', template, known.designs, source, 'template', 'templates/%/body.mjml');
}

function choicesReferences(choices: Choices, known: KnownIds): Finding[] {
  const place = placeOf(choices.source);
  if (!known.publications.includes(choices.publication)) {
    const fix = suggestion(choices.publication, known.publications);
    return [
      {
        rule: 'content/unknown-publication',
        severity: 'error',
        place,
        words: `This issue lies in the folder “${choices.publication}”, which has no publication.yaml.`,
        fix,
      },
    ];
  }
  if (!isDate(choices.date)) {
    return [
      {
        rule: 'content/issue-date',
        severity: 'error',
        place,
        words: `“${choices.date}” is not a date, so nobody knows when this issue goes out.`,
        fix: 'Name the folder like 2027-03-22.',
      },
    ];
  }
  return [];
}

function facetReferences(source: Source, path: string, used: Facets, known: Organisation['facets']): Finding[] {
  return facetNames.flatMap((name: FacetName) =>
    (used[name] ?? []).flatMap((value, index) =>
      unknown(name.replace(/s$/, ''), value, known[name] ?? [], source, `${path}.${name}.${index}`),
    ),
  );
}

function unknown(
  what: string,
  id: string,
  known: readonly string[],
  source: Source,
  path: string,
  file?: string,
): Finding[] {
  if (known.includes(id)) return [];
  const place = file?.replace('%', id);
  const words = `There is no ${what} called “${id}”${place ? `: ${place} does not exist` : ''}.`;
  return [
    {
      rule: `content/unknown-${what}`,
      severity: 'error',
      place: placeOf(source, path),
      words,
      fix: suggestion(id, known),
    },
  ];
}
