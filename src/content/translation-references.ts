import type { Audience } from '../model/audience.js';
import type { Finding, Severity } from '../model/finding.js';
import type { Choices } from '../model/issue.js';
import type { Item, Translation } from '../model/item.js';
import type { Organisation } from '../model/organisation.js';
import { placeOf, type Source } from '../model/place.js';
import type { Publication } from '../model/publication.js';
import { suggestion } from '../model/suggest.js';
import { translatedMark } from '../model/translation.js';

/**
 * Complaints about a translation that has not the item it is of, or not the item as it is now.
 *
 * @param item the item, if it can be read
 * @param known the ids of all items, readable or not
 */
export function translationReferences(
  translation: Translation,
  item: Item | undefined,
  known: ReadonlySet<string>,
): Finding[] {
  if (item) return [...surplus(translation, item), ...older(translation, item)];
  if (known.has(translation.item)) return [];
  return [
    {
      rule: 'content/unknown-item',
      severity: 'error',
      place: placeOf(translation.source),
      words: `This translates an item called “${translation.item}”, which does not exist.`,
      fix: suggestion(translation.item, [...known]),
    },
  ];
}

/** What is translated and is not there. */
function surplus({ source, ...translation }: Translation, item: Item): Finding[] {
  const { actions, updates, excerpt, place, alt, outcome } = translation;
  const parts: [path: string, name: string, isSurplus: boolean][] = [
    [`actions.${item.actions.length}`, 'further action', actions.length > item.actions.length],
    [`updates.${item.updates.length}`, 'further update', updates.length > item.updates.length],
    ['statement', 'statement', excerpt !== undefined && !item.statement],
    ['event', 'event', place !== undefined && !item.event],
    ['image', 'image', alt !== undefined && !item.image],
    ['outcome', 'outcome', outcome !== undefined && !item.outcome],
  ];
  return parts
    .filter(([, , isSurplus]) => isSurplus)
    .map(([path, name]) =>
      finding('surplus-translation', 'error', source, path, {
        words: `The item itself has no ${name}, so there is nothing that this translates.`,
        fix: `Remove it here, or add it to ${item.source.file}.`,
      }),
    );
}

function older({ source, of }: Translation, item: Item): Finding[] {
  const mark = translatedMark(item);
  if (of === mark) return [];
  const words =
    of === undefined
      ? 'Nobody has said which words this translates.'
      : `“${item.title}” was changed after this translation was made.`;
  const fix = `Check it against ${item.source.file}, then write “of: ${mark}”.`;
  return [finding('older-translation', 'warning', source, 'of', { words, fix })];
}

/** Complaints about languages into which nothing needs to be translated: its own, and those that no reader has. */
export function publicationLanguages(
  { source, title, lang, translations }: Publication,
  audience: Audience | undefined,
  organisation: Organisation,
): Finding[] {
  const own = lang ?? organisation.lang;
  const readers = audience?.facets.languages ?? organisation.facets.languages ?? [];
  return Object.keys(translations).flatMap((other): Finding[] => {
    const path = `translations.${other}`;
    if (isSameLanguage(own, other)) {
      return [
        finding('own-language', 'error', source, path, {
          words: `“${title}” is in this language already: its own is ${own}.`,
          fix: 'Remove the translation, or name another language.',
        }),
      ];
    }
    if (readers.includes(other)) return [];
    return [
      finding('language-without-readers', 'warning', source, path, {
        words: `Nobody gets this: ${audience ? `no reader of “${audience.title}”` : 'no reader'} has the language “${other}”.`,
        fix: `Add it to “languages” under “facets” in ${audience?.facets.languages ? audience.source.file : organisation.source.file}.`,
      }),
    ];
  });
}

/** Complaints about an issue's words in languages that its publication has no editions in. */
export function choicesLanguages({ source, translations }: Choices, publication: Publication | undefined): Finding[] {
  if (!publication) return [];
  const known = Object.keys(publication.translations);
  return Object.keys(translations)
    .filter((lang) => !known.includes(lang))
    .map((lang) =>
      finding('unknown-language', 'warning', source, `translations.${lang}`, {
        words: `“${publication.title}” has no editions in “${lang}”, so nobody reads this.`,
        fix: suggestion(lang, known),
      }),
    );
}

/** Whether two tags mean one language: en-GB is English, but pt-BR is not pt-PT. */
function isSameLanguage(one: string, other: string): boolean {
  return one === other || withoutRegion(one) === other || one === withoutRegion(other);
}

function withoutRegion(lang: string): string {
  return lang.replace(/-([A-Z]{2}|[0-9]{3})$/, '');
}

function finding(
  what: string,
  severity: Severity,
  source: Source,
  path: string,
  words: Pick<Finding, 'words' | 'fix'>,
): Finding {
  return { rule: `content/${what}`, severity, place: placeOf(source, path), ...words };
}
