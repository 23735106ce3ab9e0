import type { Allowance } from './allowance.js';
import type { Facets } from './facets.js';
import type { Place, Source } from './place.js';
import { type DateText, endOf, type WallTime } from './time.js';

export const itemKinds = ['action', 'statement', 'news', 'resource', 'event', 'opportunity'] as const;
export type ItemKind = (typeof itemKinds)[number];

export const deeds = [
  'sign',
  'email-mp',
  'write',
  'donate',
  'attend',
  'download',
  'affiliate',
  'read',
  'share',
  'apply',
] as const;
/** What a reader is asked to do. */
export type Deed = (typeof deeds)[number];

export const priorities = ['urgent', 'normal', 'low'] as const;
export type Priority = (typeof priorities)[number];

export type Action = {
  readonly do: Deed;
  readonly label: string;
  readonly url: string;
  readonly deadline?: WallTime;
  /** What the link opens, if that is a file and not a page. */
  readonly file?: LinkedFile;
};

export const fileTypes = ['pdf', 'docx', 'pptx', 'xlsx', 'odt', 'epub', 'zip', 'jpg', 'png', 'mp3', 'mp4'] as const;

export type LinkedFile = {
  readonly type: (typeof fileTypes)[number];
  /** In bytes, as near as an editor says it. */
  readonly size?: number;
};

export type Signatory = { readonly name: string; readonly role?: string; readonly organisation?: string };

export type Statement = {
  readonly excerpt?: string;
  readonly signatories: readonly Signatory[];
  /** Where the full text is. */
  readonly url?: string;
};

export type ItemEvent = {
  readonly starts: WallTime;
  readonly ends?: WallTime;
  /** IANA zone; absent means the organisation's. */
  readonly zone?: string;
  readonly place?: string;
  readonly online?: string;
};

/** A picture of the workspace: `src` is its path there, "issues/images/cuba.jpg". */
export type Image = {
  readonly src: string;
  readonly alt: string;
  readonly credit?: string;
  /** The words that can be read in it, if it is a poster. */
  readonly words?: string;
  /** That the people in it agreed to be shown: who asked them, and when. */
  readonly consent?: string;
};

export type Partner = { readonly name: string; readonly url?: string; readonly licence?: string };

export type Update = { readonly on: DateText; readonly text: string };

export type Outcome = { readonly status: 'won' | 'lost' | 'ongoing'; readonly on: DateText; readonly text: string };

/** Markdown as typed, with the place of its first character so that a finding can point into the file. */
export type Markdown = {
  readonly text: string;
  readonly place: Place;
  /** How many columns every line of the text is indented in the file (inside a YAML block). */
  readonly indent: number;
};

/** How one publication words an item. Absent parts are the item's own. */
export type Version = {
  readonly title?: string;
  readonly summary?: string;
  readonly body?: Markdown;
  readonly actions?: readonly Action[];
  readonly ask?: string;
  readonly wording?: string;
};

/**
 * An item in another language: issues/translations/<language>/<item>.md. What has no words here is left out where it
 * stands alone (summary, ask, wording), and stays in the item's own where something would be without words.
 */
export type Translation = {
  readonly source: Source;
  /** The id of the item. */
  readonly item: string;
  /** BCP 47. */
  readonly lang: string;
  readonly title: string;
  readonly summary?: string;
  readonly ask?: string;
  readonly wording?: string;
  /** The labels of the item's actions, in their order; a link of its own where the page is in the language, too. */
  readonly actions: readonly { readonly label: string; readonly url?: string }[];
  readonly excerpt?: string;
  readonly place?: string;
  /** What the picture shows. */
  readonly alt?: string;
  readonly outcome?: string;
  /** In the order in which the item has them. */
  readonly updates: readonly string[];
  /** The mark of the words that were translated, see `translatedMark`; absent if nobody said. */
  readonly of?: string;
  readonly body: Markdown;
};

/** One thing to tell readers: one Markdown file of the pool. */
export type Item = {
  /** The file's name without ".md", for ever. */
  readonly id: string;
  readonly source: Source;
  readonly title: string;
  readonly kind: ItemKind;
  readonly campaign?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  /** BCP 47. */
  readonly lang?: string;
  readonly publications: readonly string[];
  readonly runs: { readonly from?: DateText; readonly until?: DateText };
  readonly repeat: boolean;
  readonly draft: boolean;
  readonly deadline?: WallTime;
  readonly priority: Priority;
  readonly readers: Facets;
  readonly summary?: string;
  /** What readers can ask a meeting or their district to do: one or two sentences. */
  readonly ask?: string;
  /** Words to copy into a message or a motion, paragraphs with an empty line between them. */
  readonly wording?: string;
  readonly actions: readonly Action[];
  readonly statement?: Statement;
  readonly event?: ItemEvent;
  readonly image?: Image;
  readonly partner?: Partner;
  readonly versions: Readonly<Record<string, Version>>;
  readonly updates: readonly Update[];
  readonly outcome?: Outcome;
  /** Whether it names people whom that could harm, and that they agreed: who asked them, and when. */
  readonly sensitive: boolean;
  readonly consent?: string;
  readonly allow: readonly Allowance[];
  readonly body: Markdown;
};

/** What can be read or passed on does not close when the rest of an item does. */
const timeless: readonly Deed[] = ['read', 'download', 'share'];

/** When an action closes: at its own deadline, or else at its item's. */
export function closingOf(action: Action, item: Item): WallTime | undefined {
  return action.deadline ?? (timeless.includes(action.do) ? undefined : item.deadline);
}

/** Those of an item's actions that have not closed. */
export function openOf(actions: readonly Action[], item: Item, at: WallTime): readonly Action[] {
  return actions.filter((action) => {
    const closing = closingOf(action, item);
    return closing === undefined || endOf(closing) >= at;
  });
}

/** The deadline of an item that has passed; for an action, also when none of its actions is open. */
export function closedBy(item: Item, at: WallTime, actions: readonly Action[] = item.actions): WallTime | undefined {
  if (item.deadline && endOf(item.deadline) < at) return item.deadline;
  if (item.kind !== 'action' || openOf(actions, item, at).length > 0) return undefined;
  const deadlines = actions.flatMap(({ deadline }) => deadline ?? []);
  return deadlines.sort((a, b) => (endOf(a) < endOf(b) ? -1 : 1)).at(-1);
}

/** What came of an item, if it was known by a date. It is news even after the item has closed. */
export function outcomeBy({ outcome }: Pick<Item, 'outcome'>, date: DateText): Outcome | undefined {
  return outcome && outcome.on <= date ? outcome : undefined;
}

/**
 * Whether an item is there to tell what came of it: nothing more can be done about it. A step on the way of something
 * that is still open is not yet what came of it.
 */
export function isOutcome(item: Item, date: DateText, closed: WallTime | undefined): boolean {
  const outcome = outcomeBy(item, date);
  return outcome !== undefined && (closed !== undefined || outcome.status !== 'ongoing');
}
