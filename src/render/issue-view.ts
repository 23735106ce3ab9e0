import type { Root } from 'mdast';
import type { Theme } from '../model/design.js';
import { type Issue, type PlacedItem, printsText } from '../model/issue.js';
import type { Language } from '../model/language.js';
import type { Organisation } from '../model/organisation.js';
import type { Attachments } from './attachments.js';
import { directionOf } from './direction.js';
import { type ItemSetting, itemView } from './item-view.js';
import { type Look, lookIn } from './look.js';
import { emailMarkup } from './markdown-html.js';
import { languageAttributes } from './scripts.js';
import type { IssueView, PictureView, SectionView, WordsView } from './view.js';

export type IssueViewInput = {
  readonly issue: Issue;
  readonly organisation: Organisation;
  /** Why readers get this mail, in the language of the issue. */
  readonly why: string;
  readonly theme: Theme;
  readonly language: Language;
  /** The words for items in another language, BCP 47. */
  readonly languageOf: (lang: string) => Language;
  readonly attachments: Attachments;
  /** The parsed text of every item of the issue as this publication words it, by item id. */
  readonly bodies: ReadonlyMap<string, Root>;
  readonly intro?: Root;
  /** Whether an item is in the variant that the view is for. */
  readonly visible: (placed: PlacedItem) => boolean;
};

/**
 * All that a template can name of an issue, as one variant's readers see it. Sections without items for them are left
 * out. Throws if the text of an item is missing from `bodies`.
 */
export function issueView(input: IssueViewInput): IssueView {
  const { issue, organisation, why, theme, language } = input;
  const { publication } = issue;
  const { dir, start } = directionOf(issue.lang);
  const lookOf = looks(theme);
  // Without web pages of the organisation there is nowhere for an edition to stand.
  const webVersion = organisation.web === undefined ? null : '[[web_url]]';
  const sections = sectionViews(input, lookOf, webVersion);
  const count = sections.reduce((sum, { items }) => sum + items.length, 0);
  return {
    lang: issue.lang,
    dir,
    start,
    end: start === 'left' ? 'right' : 'left',
    subject: issue.subject,
    preheader: issue.preheader,
    organisation: {
      name: organisation.name,
      address: organisation.address,
      contact: organisation.contact,
      web: organisation.web ?? null,
      privacy: organisation.privacy ?? null,
    },
    publication: { id: publication.id, title: publication.title, strapline: publication.strapline ?? null },
    issue: {
      date: language.dates.weekdayDate(issue.date),
      label: issue.label,
      number: issue.number === undefined ? null : language.phrases.issueNumber(issue.number),
      intro: introMarkup(input, lookOf),
      count,
      items: language.phrases.items(count),
    },
    logo: logo(input),
    why,
    unsubscribe: '[[unsubscribe_url]]',
    webVersion,
    words: wordsView(language, publication.title),
    sections,
  };
}

function introMarkup(
  { issue, intro, theme }: IssueViewInput,
  lookOf: (lang: string) => Look,
): IssueView['issue']['intro'] {
  if (!intro) return null;
  const lang = issue.introLang ?? issue.lang;
  const style = {
    colours: theme.colours,
    look: lookOf(lang),
    lang,
    start: directionOf(lang).start,
    topHeading: 2,
  } as const;
  const markup = emailMarkup(intro, style);
  if (markup === '') return null;
  if (issue.introLang === undefined) return markup;
  return `<div${languageAttributes(lang)} style="text-align:${style.start}">${markup}</div>` as typeof markup;
}

function logo({ theme, attachments }: IssueViewInput): PictureView | null {
  const prepared = theme.logo && attachments.pictures.get(theme.logo.src);
  if (!prepared) return null;
  // It may have been prepared for a place where it is wider.
  const width = Math.min(theme.logo.width, prepared.width);
  const height = Math.round((prepared.height * width) / prepared.width);
  return { src: prepared.file, alt: theme.logo.alt, width, height };
}

function wordsView({ phrases }: Language, title: string): WordsView {
  const { inThisIssue, readOnTheWeb, writeToUs, privacy, colon, unsubscribeFrom } = phrases;
  return { inThisIssue, readOnTheWeb, writeToUs, privacy, colon, unsubscribe: unsubscribeFrom(title) };
}

function sectionViews(
  { issue, organisation, theme, languageOf, attachments, bodies, visible }: IssueViewInput,
  lookOf: (lang: string) => Look,
  webVersion: string | null,
): SectionView[] {
  const { publication, date, lang } = issue;
  const setting: ItemSetting = {
    ...{ publication: publication.id, date, lang, webVersion },
    ...{ organisation, theme, languageOf, lookOf, attachments },
  };
  return issue.sections
    .map(({ section, items }) => ({ section, items: items.filter(visible) }))
    .filter(({ items }) => items.length > 0)
    .map(({ section, items }, index) => ({
      id: section.id,
      title: section.title,
      intro: section.intro ?? null,
      first: index === 0,
      items: items.map((placed, at) => {
        const tree = bodies.get(placed.item.id);
        if (!tree && printsText(placed)) throw new Error(`No text was given for the item ${placed.item.id}.`);
        return itemView(placed, tree, { isFirst: at === 0, isLast: at === items.length - 1 }, setting);
      }),
    }));
}

/** The look of a theme in each language, worked out once. */
function looks(theme: Theme): (lang: string) => Look {
  const known = new Map<string, Look>();
  return (lang) => {
    const look = known.get(lang) ?? lookIn(theme, lang);
    known.set(lang, look);
    return look;
  };
}
