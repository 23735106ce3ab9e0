import type { Choices, Issue, PlacedItem, PlacedSection } from '../model/issue.js';
import { type Action, type Item, openOf, type Translation } from '../model/item.js';
import type { Language } from '../model/language.js';
import { placeOf } from '../model/place.js';
import type { Publication, PublicationWords, Section } from '../model/publication.js';
import { translatedMark } from '../model/translation.js';
import type { Assembled } from './assemble.js';
import { deadlineOf } from './eligible.js';
import { headlines } from './headline.js';

export type InLanguageInput = {
  readonly assembled: Assembled;
  readonly language: Language;
  /** BCP 47, as the publication names it. */
  readonly lang: string;
  readonly translations: readonly Translation[];
  readonly choices: readonly Choices[];
};

/**
 * The same issue in another language, with the same items in the same order. What nobody has translated stays in its own
 * language, and says so. Translations are of an item's own words, so they also stand for how the publication words it.
 */
export function inLanguage({ assembled, language, lang, translations, choices }: InLanguageInput): Assembled {
  const { issue } = assembled;
  const words = issue.publication.translations[lang];
  const publication = translatedPublication(issue.publication, words);
  const choice = choices.find((one) => one.publication === publication.id && one.date === issue.date);
  const own = choice?.translations[lang];
  const byItem = new Map(translations.filter((one) => one.lang === lang).map((one) => [one.item, one]));
  const sections = issue.sections.map(
    ({ section, items }): PlacedSection => ({
      section: translatedSection(section, words),
      items: items.map((placed) => translatedItem(placed, byItem.get(placed.item.id), issue)),
    }),
  );
  const label = assembled.labelIn(language);
  const subjectPlace =
    choice && own?.subject !== undefined
      ? placeOf(choice.source, `translations.${lang}.subject`)
      : placeOf(publication.source, `translations.${lang}.subject`);
  const setting = {
    date: issue.date,
    label,
    ...(issue.number !== undefined && { number: issue.number }),
    dates: language.dates,
    subjectPlace,
  };
  const headlineOf = headlines(publication, own, setting);
  const { intro: _, introLang: __, ...rest } = issue;
  const intro = own?.intro ?? issue.intro;
  return {
    ...assembled,
    issue: {
      ...rest,
      publication,
      lang,
      label,
      ...headlineOf(sections.flatMap(({ items }) => items)),
      ...(intro && { intro }),
      ...(issue.intro && !own?.intro && { introLang: issue.introLang ?? issue.lang }),
      sections,
    },
    headlineOf,
    findings: [],
  };
}

function translatedPublication(publication: Publication, words: PublicationWords | undefined): Publication {
  const { sections: _, ...rest } = words ?? { sections: {} };
  return { ...publication, ...rest };
}

function translatedSection(section: Section, words: PublicationWords | undefined): Section {
  return { ...section, ...words?.sections[section.id] };
}

function translatedItem(placed: PlacedItem, translation: Translation | undefined, issue: Issue): PlacedItem {
  if (!translation) return placed;
  const { title, summary, ask, wording, body, lang, source } = translation;
  const item = inWordsOf(translation, placed.item);
  const actions = openOf(item.actions, item, issue.sendsAt);
  const { summary: _, ask: __, wording: ___, deadline: ____, ...rest } = placed;
  const deadline = placed.closed ? undefined : deadlineOf(item, actions);
  return {
    ...rest,
    item,
    title,
    ...(summary !== undefined && { summary }),
    ...(ask !== undefined && { ask }),
    ...(wording !== undefined && { wording }),
    ...(deadline !== undefined && { deadline }),
    body,
    actions,
    lang,
    source,
    isOlderTranslation: translation.of !== translatedMark(placed.item),
  };
}

function inWordsOf(translation: Translation, item: Item): Item {
  const { excerpt, place, alt, outcome, updates, title } = translation;
  return {
    ...item,
    title,
    actions: item.actions.map((action, index): Action => ({ ...action, ...translation.actions[index] })),
    ...(item.statement && { statement: { ...item.statement, ...(excerpt !== undefined && { excerpt }) } }),
    ...(item.event && { event: { ...item.event, ...(place !== undefined && { place }) } }),
    ...(item.image && { image: { ...item.image, ...(alt !== undefined && { alt }) } }),
    ...(item.outcome && { outcome: { ...item.outcome, ...(outcome !== undefined && { text: outcome }) } }),
    updates: item.updates.map((update, index) => ({ ...update, text: updates[index] ?? update.text })),
  };
}
