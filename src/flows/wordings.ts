import type { Root } from 'mdast';
import type { Assembled } from '../assemble/assemble.js';
import { inLanguage } from '../assemble/in-language.js';
import type { Content } from '../content/references.js';
import { loadLanguage } from '../language/languages.js';
import type { Audience } from '../model/audience.js';
import { addNew, type Finding } from '../model/finding.js';
import { type Issue, printsText } from '../model/issue.js';
import type { Markdown } from '../model/item.js';
import type { Language } from '../model/language.js';
import { placeOf } from '../model/place.js';
import { isSameLanguage } from '../render/direction.js';
import type { Wording } from '../render/wording.js';
import type { OutputFile } from '../workspace/write-folder.js';
import { calendarFiles } from './calendar-files.js';
import type { Workshop } from './workshop.js';

/** An issue in one language, with its parsed texts: all of a wording but its pictures. */
export type Draft = Omit<Wording, 'attachments'> & { readonly calendars: ReadonlyMap<string, string> };

export type Drafts = {
  readonly own: Draft;
  readonly translations: ReadonlyMap<string, Draft>;
  /** The calendar files of the issue's events. */
  readonly files: readonly OutputFile[];
  readonly findings: readonly Finding[];
};

/** An issue in its own language and in every other that its publication has and its readers may want. */
export async function draftsOf(
  assembled: Assembled,
  language: Language,
  audience: Audience,
  content: Content,
  workshop: Workshop,
): Promise<Drafts> {
  const findings: Finding[] = [];
  const files: OutputFile[] = [];
  const draft = async (issue: Issue, words: Language, why: string, headlineOf: Assembled['headlineOf']) => {
    const { texts, findings: ofTexts } = parseTexts(issue, workshop);
    const events = await calendarFiles(issue, content.organisation, texts.bodies);
    addNew(findings, [...ofTexts, ...events.findings]);
    // An event that nobody has translated is the same file in every language.
    files.push(...events.files.filter(({ name }) => !files.some((file) => file.name === name)));
    const languageOf = await languagesOf(issue, words);
    return { issue, language: words, languageOf, why, headlineOf, calendars: events.names, ...texts };
  };
  const own = await draft(assembled.issue, language, audience.why, assembled.headlineOf);
  const translations = new Map<string, Draft>();
  const { publication, sections } = assembled.issue;
  for (const lang of Object.keys(publication.translations)) {
    if (isSameLanguage(lang, assembled.issue.lang)) continue;
    const known = await loadLanguage(lang);
    if (!known.isKnown) findings.push(unknownLanguage(lang, placeOf(publication.source, `translations.${lang}`)));
    const translated = inLanguage({ assembled, language: known.language, lang, ...content });
    const why = audience.translations[lang]?.why ?? audience.why;
    if (sections.length > 0)
      translations.set(lang, await draft(translated.issue, known.language, why, translated.headlineOf));
  }
  return { own, translations, files, findings };
}

/** The words of every language that an issue's items are in; of one that there are no words in, the issue's own. */
async function languagesOf(issue: Issue, own: Language): Promise<(lang: string) => Language> {
  const known = new Map<string, Language>();
  for (const { lang } of issue.sections.flatMap(({ items }) => items)) {
    if (known.has(lang)) continue;
    const { language, isKnown } = await loadLanguage(lang);
    known.set(lang, isKnown && !isSameLanguage(lang, issue.lang) ? language : own);
  }
  return (lang) => known.get(lang) ?? own;
}

/** Says that mailout has no words of its own in a language, so that dates and labels are in English. */
export function unknownLanguage(lang: string, place: Finding['place']): Finding {
  return {
    rule: 'language/unknown',
    severity: 'warning',
    ...(place && { place }),
    words: `mailout has no words in the language “${lang}”, so dates, labels and the footer are in English.`,
    fix: 'docs/languages.md lists the languages that there are.',
  };
}

/** Every Markdown of an issue as a tree: the items' texts by id, and the intro. */
type Texts = { readonly bodies: ReadonlyMap<string, Root>; readonly intro?: Root };

function parseTexts(
  issue: Issue,
  { parsed }: Workshop,
): { readonly texts: Texts; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const parse = (markdown: Markdown): Root => {
    const { tree, findings: complaints } = parsed(markdown);
    findings.push(...complaints);
    return tree ?? { type: 'root', children: [] };
  };
  const placed = issue.sections.flatMap(({ items }) => items);
  // A text that is not printed is read only where it may hold HTML: that is refused wherever it stands.
  const read = placed.filter((one) => printsText(one) || /<[a-z!/?]/i.test(one.body.text));
  const bodies = new Map(read.map(({ item, body }) => [item.id, parse(body)]));
  return { texts: { bodies, ...(issue.intro && { intro: parse(issue.intro) }) }, findings };
}
