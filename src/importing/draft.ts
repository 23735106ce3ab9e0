import type { Nodes, Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Action, ItemKind, Partner, Signatory } from '../model/item.js';
import type { NewItem } from '../model/new-item.js';
import type { WallTime } from '../model/time.js';
import { excerptOf } from './excerpt.js';
import type { Found, MaterialKind } from './found.js';
import { deadlineIn, deedOf, eventTime, type FoundLink, type Guess, isAddress, kindOfItem, namedIn } from './guess.js';
import { wordsOf } from './mdast-words.js';

/** What is said about everything that is imported at once. */
export type DraftSettings = {
  /** Ids of the newsletters that the drafts are for. */
  readonly publications: readonly string[];
  /** Whether all of a text is taken, or only its beginning. */
  readonly isWhole: boolean;
  /** Who it comes from, where the material does not say so or says it otherwise. */
  readonly partner?: string | undefined;
  readonly licence?: string | undefined;
  /** What was imported, as the editor named it, and when: a day in words. */
  readonly material: string;
  readonly kind: MaterialKind;
  readonly day: string;
  readonly campaigns: readonly { readonly id: string; readonly names: readonly string[] }[];
  readonly countries: readonly { readonly id: string; readonly names: readonly string[] }[];
  /** An address as readers should get it: nothing in it counts who follows it. */
  readonly cleanLink: (url: string) => string;
};

export type Drafted = {
  readonly draft: NewItem;
  /** What is said above settings; `top` stands above all of them. */
  readonly remarks: Readonly<Record<string, string>>;
  /** Names of the settings that are guessed. */
  readonly guessed: readonly string[];
  /** The words of the text, for comparing. */
  readonly words: string;
};

/** What somebody writes about stands at the beginning; no book is searched for it. In characters. */
const guessedFrom = 20_000;

/** Makes a draft of one thing that was found. Whatever is guessed says so. */
export function draftOf(found: Found, settings: DraftSettings): Drafted {
  const whole = withCleanLinks(found.body, settings.cleanLink);
  const text = textOf(whole);
  const beginning = text.slice(0, guessedFrom);
  const body = settings.isWhole ? whole : excerptOf(whole);
  const title = titleOf(found, text);
  const source = found.url === undefined ? undefined : settings.cleanLink(found.url);
  const links = linksIn(whole);
  const kind = kindOfItem(title, beginning, found.signatories !== undefined);
  const actions = actionsOf(links, source, settings.isWhole);
  const starts = kind?.value === 'event' ? eventTime(beginning) : undefined;
  const fit = fitting(kind, actions, starts, found.signatories);
  const deadline = fit.value === 'action' || fit.value === 'opportunity' ? deadlineIn(beginning) : undefined;
  const campaign = namedIn(settings.campaigns, title, beginning);
  const country = namedIn(settings.countries, title, beginning);
  const partner = partnerOf(found, source, settings);
  const guesses = {
    kind: fit,
    deadline,
    campaign,
    country,
    event: starts && fit.value === 'event' ? starts : undefined,
  };
  return {
    draft: {
      title,
      kind: fit.value,
      campaign: campaign?.value,
      country: country?.value,
      lang: found.lang !== undefined && !/^en\b/i.test(found.lang) ? found.lang : undefined,
      publications: settings.publications,
      draft: true,
      deadline: deadline?.value,
      actions: actions.length > 0 ? actions : undefined,
      signatories: fit.value === 'statement' ? found.signatories : undefined,
      event: guesses.event && { starts: guesses.event.value },
      partner,
      updates: found.updates,
      body: markdownOf(body),
    },
    remarks: {
      top: provenance(found, source, settings),
      draft: 'Take this line away when it is ready; until then no issue takes it.',
      ...guessRemarks(guesses),
      ...(actions.length > 0 && { actions: 'Guessed from the links in it. Say on each button what it does.' }),
      ...(found.signatories && { statement: 'Read from the lines below the text. Check who signed, and as what.' }),
      kind: kindRemark(kind, fit),
    },
    guessed: Object.entries(guesses).flatMap(([name, guess]) => (guess === undefined ? [] : [name])),
    words: text,
  };
}

const kindWords: Readonly<Record<ItemKind, string>> = {
  action: 'an action',
  statement: 'a statement',
  news: 'news',
  resource: 'a resource',
  event: 'an event',
  opportunity: 'an opportunity',
};

const missing: Readonly<Record<ItemKind, string>> = {
  action: 'there is no link in it: find it, and add “actions”',
  event: 'no full date with a time stands in it: find it, and add “event”',
  statement: 'nobody has signed it',
  news: 'something is missing',
  resource: 'something is missing',
  opportunity: 'something is missing',
};

/** A draft has to be readable, so what an item of its kind cannot do without must be there; news can do without all. */
function fitting(
  kind: Guess<ItemKind> | undefined,
  actions: readonly Action[],
  starts: Guess<WallTime> | undefined,
  signatories: readonly Signatory[] | undefined,
): Guess<ItemKind> {
  const lacks: Partial<Readonly<Record<ItemKind, boolean>>> = {
    action: actions.length === 0,
    event: starts === undefined,
    statement: signatories === undefined,
  };
  return kind && !lacks[kind.value] ? kind : { value: 'news', from: '' };
}

function kindRemark(kind: Guess<ItemKind> | undefined, fit: Guess<ItemKind>): string {
  if (!kind) return 'Nothing in it says what it is. Check it.';
  const from = `“${short(kind.from)}”`;
  if (kind.value === fit.value) return `Guessed from ${from}. Check it.`;
  return `It reads like ${kindWords[kind.value]} (${from}), but ${missing[kind.value]}. Check it.`;
}

function guessRemarks(guesses: Readonly<Record<string, Guess<string> | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(guesses).flatMap(([name, guess]) =>
      guess ? [[name, `Guessed from “${short(guess.from)}”. Check it.`]] : [],
    ),
  );
}

function short(text: string): string {
  return text.replace(/\s+/g, ' ').slice(0, 60);
}

function titleOf({ title }: Found, text: string): string {
  const words = title?.replace(/\s+/g, ' ').trim();
  if (words) return words.slice(0, 200);
  const first = text.split(/\s+/).slice(0, 8).join(' ');
  return first === '' ? 'Without a title' : `${first} …`;
}

/** The first link that asks for something, and for others' text the page itself. */
function actionsOf(links: readonly FoundLink[], source: string | undefined, isWhole: boolean): readonly Action[] {
  const asking = links
    .slice(0, mostLinks)
    .map((link) => ({ link, deed: deedOf(link) }))
    .find(({ deed }) => deed !== 'read' && deed !== 'share');
  const asked = asking ? [{ do: asking.deed, label: labelOf(asking.link), url: asking.link.url }] : [];
  const isPage = source !== undefined && !asked.some(({ url }) => url === source);
  return [
    ...asked,
    ...(isPage
      ? [{ do: 'read' as const, label: isWhole ? 'Read it on their site' : 'Read all of it', url: source }]
      : []),
  ];
}

/** An address is no words for a button. */
function labelOf(link: FoundLink): string {
  const words = link.label.replace(/\s+/g, ' ').trim();
  return words === '' || isAddress(words) ? (askedLabels[deedOf(link)] ?? 'Open it') : words.slice(0, 80);
}

const askedLabels: Partial<Readonly<Record<Action['do'], string>>> = {
  sign: 'Add your name',
  'email-mp': 'Write to your MP',
  donate: 'Donate',
  attend: 'Book your place',
  download: 'Download it',
};

function partnerOf({ by, licence }: Found, url: string | undefined, settings: DraftSettings): Partner | undefined {
  const name = settings.partner ?? by;
  const terms = settings.licence ?? licence;
  if (name === undefined) return undefined;
  return { name, ...(url !== undefined && { url }), ...(terms !== undefined && { licence: terms }) };
}

function provenance(
  { at, by, licence, published, isExcerpt }: Found,
  source: string | undefined,
  settings: DraftSettings,
): string {
  const { material, kind, day, isWhole } = settings;
  const terms = settings.licence ?? licence;
  return [
    `Imported on ${day} from ${material} (${kind}, ${at}).`,
    source === undefined ? undefined : `Its page: ${source}`,
    by === undefined ? undefined : `By ${by}${published === undefined ? '' : `, ${published}`}.`,
    terms === undefined ? undefined : `Licence: ${terms}`,
    isExcerpt ? 'There is only the beginning of it in there.' : undefined,
    isWhole ? undefined : 'Only its beginning is taken over, since it is somebody else’s. Ask before you print more.',
  ]
    .filter((line) => line !== undefined)
    .map((line) => line.replace(/\s+/g, ' '))
    .join('\n');
}

/** As an editor would type it: an address of mail is one without a mark before its @. */
function markdownOf(body: Root): string {
  const text = toMarkdown(body, { extensions: [gfmToMarkdown()], bullet: '-', listItemIndent: 'one' });
  return text.replace(/(?<!\\)\\@/g, '@').trim();
}

/** What stands apart in a text stands apart here: paragraphs and entries of lists are lines. */
function textOf(node: Nodes): string {
  const isWhole = node.type === 'paragraph' || node.type === 'heading' || !('children' in node);
  return isWhole ? wordsOf(node) : node.children.map(textOf).join('\n');
}

/** Words that say what a bare address is for stand near it. */
const mostAround = 400;

/** What readers are asked to do stands among the first links. */
const mostLinks = 30;

function linksIn(node: Nodes, around = ''): readonly FoundLink[] {
  if (node.type === 'link') return /^https?:/i.test(node.url) ? [{ url: node.url, label: wordsOf(node), around }] : [];
  if (!('children' in node)) return [];
  const words = node.type === 'paragraph' ? wordsOf(node).slice(0, mostAround) : around;
  return node.children.flatMap((child) => linksIn(child, words));
}

function withCleanLinks<Node extends Nodes>(node: Node, clean: (url: string) => string): Node {
  if (node.type === 'link') {
    const url = clean(node.url);
    // Where the address itself was the words, it still is.
    const children = wordsOf(node) === node.url ? [{ type: 'text' as const, value: url }] : node.children;
    return { ...node, url, children };
  }
  if (!('children' in node)) return node;
  return { ...node, children: (node.children as Nodes[]).map((child) => withCleanLinks(child, clean)) } as Node;
}
