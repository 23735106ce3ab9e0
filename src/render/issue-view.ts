import type { Root } from 'mdast';
import type { Audience } from '../model/audience.js';
import type { Theme } from '../model/design.js';
import { type Issue, type PlacedItem, printsText } from '../model/issue.js';
import type { Organisation } from '../model/organisation.js';
import { directionOf } from './direction.js';
import { itemView } from './item-view.js';
import type { Words } from './item-words.js';
import { emailMarkup } from './markdown-html.js';
import type { IssueView, SectionView } from './view.js';

export type IssueViewInput = {
  readonly issue: Issue;
  readonly organisation: Organisation;
  readonly audience: Pick<Audience, 'why'>;
  readonly theme: Theme;
  readonly words: Words;
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
  const { issue, organisation, audience, theme, words, intro } = input;
  const { publication } = issue;
  const { dir, start } = directionOf(issue.lang);
  const sections = sectionViews(input);
  const introMarkup = intro && emailMarkup(intro, { colours: theme.colours, fonts: theme.fonts, start, topHeading: 2 });
  return {
    lang: issue.lang,
    dir,
    start,
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
      date: words.weekdayDate(issue.date),
      label: issue.label,
      intro: introMarkup || null,
      count: sections.reduce((count, { items }) => count + items.length, 0),
    },
    why: audience.why,
    unsubscribe: '[[unsubscribe_url]]',
    // Without web pages of the organisation there is nowhere for an edition to stand.
    webVersion: organisation.web === undefined ? null : '[[web_url]]',
    sections,
  };
}

function sectionViews({ issue, organisation, theme, words, bodies, visible }: IssueViewInput): SectionView[] {
  const setting = { publication: issue.publication.id, date: issue.date, lang: issue.lang, organisation, theme, words };
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
