import type { Root } from 'mdast';
import type { Theme } from '../model/design.js';
import type { PlacedItem } from '../model/issue.js';
import type { Action, Item } from '../model/item.js';
import type { Organisation } from '../model/organisation.js';
import type { DateText } from '../model/time.js';
import { countryName } from './countries.js';
import { directionOf } from './direction.js';
import {
  closingOf,
  eventTime,
  kindLabel,
  outcomeSentence,
  signatoryRole,
  updateHeading,
  type Words,
} from './item-words.js';
import { emailMarkup } from './markdown-html.js';
import { firstParagraph, lineOf } from './tree.js';
import type { ItemView, LinkView } from './view.js';

/** What all items of an issue are shown with. */
export type ItemSetting = {
  readonly publication: string;
  readonly date: DateText;
  readonly lang: string;
  readonly organisation: Pick<Organisation, 'campaigns' | 'zone'>;
  readonly theme: Theme;
  readonly words: Words;
};

/**
 * An item at the length that its section gives it. Full is the whole text; a summary is one paragraph, the text's first
 * if the editors wrote none; brief is what the item is, when it is and what to do. News later than the date is
 * left out, so that building an old issue again gives the old issue.
 */
export function itemView(
  placed: PlacedItem,
  tree: Root | undefined,
  neighbours: { readonly isFirst: boolean; readonly isLast: boolean },
  setting: ItemSetting,
): ItemView {
  const { item, length, actions, deadline } = placed;
  const { words, date } = setting;
  const { dir, start } = directionOf(item.lang ?? setting.lang);
  const isBrief = length === 'brief';
  const country = item.country === undefined ? null : countryName(item.country);
  const campaign = setting.organisation.campaigns.find(({ id }) => id === item.campaign);
  const [action, ...moreActions] = actions.map((each) => link(each, item, setting));
  return {
    id: item.id,
    kind: item.kind,
    length,
    isFull: length === 'full',
    isSummary: length === 'summary',
    isBrief,
    isUrgent: item.priority === 'urgent',
    ...neighbours,
    lang: item.lang === undefined || item.lang === setting.lang ? null : item.lang,
    dir,
    start,
    title: oneLine(placed.title),
    kindLabel: kindLabel(item.kind, actions[0]?.do),
    country,
    campaign: campaign?.title ?? null,
    campaignColour: campaign?.colour ?? null,
    kicker: kicker(country, campaign?.title ?? null),
    deadline: deadline === undefined ? null : `Closes ${words.moment(deadline, date)}`,
    ...wording(placed, tree, setting),
    action: action ?? null,
    moreActions: isBrief ? [] : moreActions,
    statement: isBrief ? null : statement(placed),
    event: event(placed, setting),
    image:
      isBrief || !item.image ? null : { src: item.image.src, alt: item.image.alt, credit: item.image.credit ?? null },
    partner: isBrief || !item.partner ? null : { name: oneLine(item.partner.name), url: item.partner.url ?? null },
    updates: updates(placed, setting),
    outcome:
      isBrief || !item.outcome || item.outcome.on > date
        ? null
        : outcomeSentence({ ...item.outcome, text: oneLine(item.outcome.text) }, words),
  };
}

/** Country and campaign, but not the same word twice: the campaign for Cuba is "Cuba". */
function kicker(country: string | null, campaign: string | null): string | null {
  const parts = [country, campaign].filter((part) => part !== null);
  return parts.length === 0 ? null : [...new Set(parts)].join(' · ');
}

function wording(placed: PlacedItem, tree: Root | undefined, setting: ItemSetting): Pick<ItemView, 'body' | 'summary'> {
  if (placed.length === 'brief') return { body: null, summary: null };
  const summary = placed.summary === undefined ? null : oneLine(placed.summary);
  if (!tree || placed.length === 'summary')
    return { body: null, summary: summary ?? (tree ? firstParagraph(tree) : null) };
  const markup = emailMarkup(tree, {
    colours: setting.theme.colours,
    fonts: setting.theme.fonts,
    start: directionOf(placed.item.lang ?? setting.lang).start,
    topHeading: 4,
  });
  if (markup === '') return { body: null, summary };
  // Only a summary written for this publication is a standfirst; the item's own is for shorter places.
  const isForHere = placed.item.versions[setting.publication]?.summary !== undefined;
  return { body: markup, summary: summary !== null && isForHere && !begins(tree, summary) ? summary : null };
}

function begins(tree: Root, summary: string): boolean {
  return lineOf(tree).startsWith(summary.replace(/\s*(?:…|\.{3})$/, ''));
}

function link(action: Action, item: Item, { words, date }: ItemSetting): LinkView {
  const closes = closingOf(action, item);
  return {
    label: oneLine(action.label),
    url: action.url,
    by: closes === undefined ? null : words.moment(closes, date),
  };
}

function statement({ item }: PlacedItem): ItemView['statement'] {
  if (!item.statement) return null;
  const { excerpt, signatories } = item.statement;
  return {
    excerpt: excerpt === undefined ? null : oneLine(excerpt),
    signatories: signatories.map((signatory) => ({ name: signatory.name, role: signatoryRole(signatory) })),
  };
}

function event({ item }: PlacedItem, { date, organisation, words }: ItemSetting): ItemView['event'] {
  if (!item.event) return null;
  const { place, online } = item.event;
  return {
    when: eventTime(item.event, date, organisation.zone, words),
    where: place === undefined ? null : oneLine(place),
    online: online ?? null,
  };
}

/** The newest first; a summary has only that one. */
function updates({ item, length }: PlacedItem, { date, words }: ItemSetting): ItemView['updates'] {
  const shown = { full: item.updates.length, summary: 1, brief: 0 }[length];
  return item.updates
    .filter(({ on }) => on <= date)
    .toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
    .slice(0, shown)
    .map(({ on, text }) => ({ heading: updateHeading(on, date, words), text: oneLine(text) }));
}

/** Words from a YAML block may run over several lines. */
function oneLine(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ').trim();
}
