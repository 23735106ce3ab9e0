import type { Root } from 'mdast';
import { contrast, leastContrast } from '../model/contrast.js';
import type { Theme } from '../model/design.js';
import type { PlacedItem } from '../model/issue.js';
import { type Action, closingOf, type Item, isOutcome, outcomeBy } from '../model/item.js';
import type { Language, Phrases } from '../model/language.js';
import type { Organisation } from '../model/organisation.js';
import type { DateText } from '../model/time.js';
import type { Attachments } from './attachments.js';
import { directionOf, isSameLanguage } from './direction.js';
import { eventTime, kindLabel, shownUpdates, signatoryRole, updateHeading } from './item-words.js';
import type { Look } from './look.js';
import { emailMarkup } from './markdown-html.js';
import { firstParagraph, lineOf } from './tree.js';
import type { ItemView, LinkView } from './view.js';

/** What all items of an edition are shown with. */
export type ItemSetting = {
  readonly publication: string;
  readonly date: DateText;
  readonly lang: string;
  readonly organisation: Pick<Organisation, 'campaigns' | 'zone'>;
  readonly theme: Theme;
  readonly languageOf: (lang: string) => Language;
  readonly lookOf: (lang: string) => Look;
  readonly attachments: Attachments;
  /** Where the whole issue is on the web. */
  readonly webVersion: string | null;
};

/** The same for one item, with the words of its language. */
type Setting = ItemSetting & { readonly language: Language };

/** More names than this are counted, not printed: the full text has them. */
const mostSignatories = 12;

/**
 * An item at the length that its section gives it. Full is the whole text; a summary is one paragraph, the text's first
 * if the editors wrote none; brief is what the item is, when it is and what to do. News later than the date is
 * left out, so that building an old issue again gives the old issue.
 */
export function itemView(
  placed: PlacedItem,
  tree: Root | undefined,
  neighbours: { readonly isFirst: boolean; readonly isLast: boolean },
  shared: ItemSetting,
): ItemView {
  const { item, length, actions, deadline, closed } = placed;
  const language = shared.languageOf(placed.lang);
  const setting: Setting = { ...shared, language };
  const { date, theme } = setting;
  const { dates, phrases } = language;
  const { dir, start } = directionOf(placed.lang);
  const isBrief = length === 'brief';
  const country = item.country === undefined ? null : language.countryName(item.country);
  const campaign = setting.organisation.campaigns.find(({ id }) => id === item.campaign);
  const colour = campaign?.colour;
  const [action, ...moreActions] = actions.map((each) => actionLink(each, item, setting));
  const closes = deadline === undefined ? null : dates.moment(deadline, date);
  return {
    id: item.id,
    kind: item.kind,
    length,
    isFull: length === 'full',
    isSummary: length === 'summary',
    isBrief,
    isUrgent: item.priority === 'urgent',
    ...neighbours,
    lang: isSameLanguage(placed.lang, setting.lang) ? null : placed.lang,
    dir,
    start,
    title: oneLine(placed.title),
    // What has closed is called what it was.
    kindLabel: kindLabel(item.kind, (closed === undefined ? actions : item.actions)[0]?.do, phrases),
    country,
    campaign: campaign?.title ?? null,
    campaignColour: colour && isReadable(colour, theme) ? colour : null,
    kicker: kicker(country, campaign?.title ?? null),
    deadline: closes === null ? null : phrases.closes(closes),
    by: closes === null ? null : phrases.by(closes),
    closed: closed === undefined ? null : phrases.closed(dates.moment(closed, date)),
    ...wording(placed, tree, setting),
    ask: placed.ask === undefined ? null : oneLine(placed.ask),
    wording: isBrief ? [] : paragraphs(placed.wording ?? ''),
    action: action ?? null,
    moreActions: isBrief ? [] : moreActions,
    statement: isBrief ? null : statement(placed, setting),
    event: event(placed, setting),
    image: isBrief ? null : image(item, setting),
    partner: isBrief || !item.partner ? null : { name: oneLine(item.partner.name), url: item.partner.url ?? null },
    updates: updates(placed, setting),
    outcome: outcome(placed, setting),
    more:
      placed.isShortened && setting.webVersion !== null
        ? { label: phrases.readInFullOnTheWeb(oneLine(placed.title)), url: setting.webVersion, by: null }
        : null,
    older: placed.isOlderTranslation ? phrases.olderTranslation : null,
    words: itemWords(phrases),
  };
}

function itemWords({ urgent, signedBy, from, atYourNextMeeting, askYourDistrict, wordsToCopy, colon }: Phrases) {
  return { urgent, signedBy, from, atYourNextMeeting, askYourDistrict, wordsToCopy, colon };
}

/** On all grounds that an item may stand on. */
function isReadable(colour: string, { colours: { paper, accent } }: Theme): boolean {
  return [paper, accent].every((ground) => contrast(colour, ground) >= leastContrast);
}

/** Country and campaign, but not the same word twice: the campaign for Cuba is "Cuba". */
function kicker(country: string | null, campaign: string | null): string | null {
  const parts = [country, campaign].filter((part) => part !== null);
  return parts.length === 0 ? null : [...new Set(parts)].join(' · ');
}

function wording(placed: PlacedItem, tree: Root | undefined, setting: Setting): Pick<ItemView, 'body' | 'summary'> {
  if (placed.length === 'brief') return { body: null, summary: null };
  const summary = placed.summary === undefined ? null : oneLine(placed.summary);
  if (!tree || placed.length === 'summary')
    return { body: null, summary: summary ?? (tree ? firstParagraph(tree) : null) };
  const markup = emailMarkup(tree, {
    colours: setting.theme.colours,
    look: setting.lookOf(placed.lang),
    lang: placed.lang,
    start: directionOf(placed.lang).start,
    topHeading: 4,
  });
  if (markup === '') return { body: null, summary };
  // Only a summary written for this publication is a standfirst; the item's own is for shorter places.
  const isForHere = placed.item.versions[setting.publication]?.summary === placed.summary;
  return { body: markup, summary: summary !== null && isForHere && !begins(tree, summary) ? summary : null };
}

function begins(tree: Root, summary: string): boolean {
  return lineOf(tree).startsWith(summary.replace(/\s*(?:…|\.{3})$/, ''));
}

function actionLink(action: Action, item: Item, { language, date }: Setting): LinkView {
  const { dates, phrases } = language;
  const closes = closingOf(action, item);
  const file = action.file ? ` (${phrases.file(action.file.type.toUpperCase(), action.file.size)})` : '';
  return {
    label: oneLine(action.label) + file,
    url: action.url,
    by: closes === undefined ? null : phrases.by(dates.moment(closes, date)),
  };
}

function statement({ item, title, length }: PlacedItem, { language }: Setting): ItemView['statement'] {
  if (!item.statement) return null;
  const { excerpt, signatories, url } = item.statement;
  const { phrases } = language;
  const shown = url !== undefined || length !== 'full' ? signatories.slice(0, mostSignatories) : signatories;
  const others = signatories.length - shown.length;
  return {
    excerpt: excerpt === undefined ? null : oneLine(excerpt),
    signatories: shown.map((signatory) => ({ name: signatory.name, role: signatoryRole(signatory) })),
    others: others > 0 ? phrases.andOthers(others) : null,
    link: url === undefined ? null : { label: phrases.readInFull(oneLine(title)), url, by: null },
  };
}

function event({ item, title }: PlacedItem, setting: Setting): ItemView['event'] {
  if (!item.event) return null;
  const { place, online } = item.event;
  const { phrases } = setting.language;
  const calendar = setting.attachments.calendars.get(item.id);
  const link = (label: string, url: string | undefined) => (url === undefined ? null : { label, url, by: null });
  return {
    when: eventTime(item.event, setting.date, setting.organisation.zone, setting.language),
    where: place === undefined ? null : oneLine(place),
    online: link(phrases.joinOnline(oneLine(title)), online),
    calendar: link(phrases.addToCalendar(oneLine(title)), calendar),
  };
}

function image({ image: picture }: Item, { attachments, language }: Setting): ItemView['image'] {
  const prepared = picture && attachments.pictures.get(picture.src);
  if (!prepared) return null;
  const { file, width, height } = prepared;
  const credit = picture.credit === undefined ? null : language.phrases.picture(oneLine(picture.credit));
  return { src: file, alt: oneLine(picture.alt), width, height, credit };
}

function updates(placed: PlacedItem, { date, language }: Setting): ItemView['updates'] {
  return shownUpdates(placed, date).map(({ on, text }) => ({
    heading: updateHeading(on, date, language),
    text: oneLine(text),
  }));
}

/** A brief has only the outcome that it is there for. */
function outcome({ item, length, closed }: PlacedItem, { date, language }: Setting): ItemView['outcome'] {
  const known = outcomeBy(item, date);
  if (!known || (length === 'brief' && !isOutcome(item, date, closed))) return null;
  const { status, on, text } = known;
  return { heading: language.phrases.outcome[status](language.dates.date(on)), text: oneLine(text) };
}

function paragraphs(text: string): string[] {
  return text
    .split(/\r?\n[ \t]*\r?\n/)
    .map(oneLine)
    .filter((paragraph) => paragraph !== '');
}

/** Words from a YAML block may run over several lines. */
function oneLine(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ').trim();
}
