import type { ReadEdition } from '../../model/workbench.js';
import { passagesOf } from './passages.js';
import { type Names, onlyTold } from './told.js';

const languages = new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'code' });

/** The language of an edition, be it of whatever country: "en" of "en-GB". */
export function languageOf({ lang }: ReadEdition): string {
  return /^[a-z]{2,3}(?![^-])/i.exec(lang)?.[0].toLowerCase() ?? 'und';
}

/** How a translation differs from what it is of: in its language, and in what only one of both leads to. */
export function languageTold(one: ReadEdition, other: ReadEdition, names: Names): readonly string[] {
  const [leads, otherLeads] = [leadsOf(one.html), leadsOf(other.html)];
  return [
    `The language differs: ${names.one} ${nameOf(one)}, ${names.other} ${nameOf(other)}. Words are not compared, links and pictures are.`,
    ...[...leads].filter((lead) => !otherLeads.has(lead)).map((lead) => onlyTold(names.one, '', lead)),
    ...[...otherLeads].filter((lead) => !leads.has(lead)).map((lead) => onlyTold(names.other, '', lead)),
  ];
}

function nameOf(edition: ReadEdition): string {
  return languages.of(languageOf(edition)) ?? edition.lang;
}

function leadsOf(html: string): ReadonlySet<string> {
  const words = passagesOf(html).flatMap(({ blocks }) => blocks.flat());
  return new Set(words.flatMap(({ leads }) => (leads === undefined ? [] : [leads])));
}
