import { escapedAttribute, unescaped } from './escape.js';

/** The grammar of a merge tag, as the source of a regular expression: the name, and the fallback if there is one. */
export const tagGrammar = '\\[\\[([a-z][a-z0-9_]*)(?:\\|([^[\\]|]*))?\\]\\]';

/** What one reader's tags stand for, by field; what is missing or blank gives way to the tag's fallback. */
export type FieldValues = Readonly<Record<string, string | undefined>>;

/**
 * How a value is written where its tag stands: `html` as text or in an attribute, `html-address` as a whole address in
 * an attribute, `plain` as words on one line, `part` as a part of an address (RFC 3986, 2.1).
 */
export type Manner = 'html' | 'html-address' | 'plain' | 'part';

/** The place of a merge tag. Slots that are equal get the same from one reader. */
export type Slot = {
  readonly field: string;
  readonly manner: Manner /** As it is written there. */;
  readonly fallback: string;
};

/** A text cut at its merge tags: before, between and after the slots. There is one text more than there are slots. */
export type Pieces = { readonly texts: readonly string[]; readonly slots: readonly Slot[] };

/**
 * HTML, cut at every tag of a declared field. In an address a value is a part of a URI, elsewhere text. A tag that is
 * the beginning of an address is an address itself. Fallbacks are escaped already, like all of the HTML.
 */
export function htmlPieces(html: string, declared: ReadonlySet<string>): Pieces {
  const addresses = [...html.matchAll(/\s(?:href|src)="[^"]*"/g)].map(({ 0: typed, index }) => ({
    from: index + typed.indexOf('"') + 1,
    until: index + typed.length - 1,
  }));
  let next = 0;
  return pieces(html, declared, ({ field, fallback, from, until }) => {
    while ((addresses[next]?.until ?? Number.POSITIVE_INFINITY) < from) next += 1;
    const address = addresses[next];
    if (address === undefined || from < address.from || until > address.until)
      return { field, manner: 'html', fallback };
    if (from === address.from) return { field, manner: 'html-address', fallback };
    return { field, manner: 'part', fallback: encodeURIComponent(unescaped(fallback)) };
  });
}

/** Plain text (a subject, a text part), cut at every tag of a declared field. */
export function textPieces(text: string, declared: ReadonlySet<string>): Pieces {
  return pieces(text, declared, ({ field, fallback, from }) => {
    const isInAddress = /https?:\/\/\S*$/i.test(text.slice(0, from));
    return isInAddress
      ? { field, manner: 'part', fallback: encodeURIComponent(fallback) }
      : { field, manner: 'plain', fallback: oneLine(fallback) };
  });
}

/** What a reader with these values reads in a slot. Throws a URIError for half a surrogate pair in an address. */
export function slotValue({ field, manner, fallback }: Slot, values: FieldValues): string {
  const value = Object.hasOwn(values, field) ? (values[field]?.trim() ?? '') : '';
  if (value === '') return fallback;
  switch (manner) {
    case 'html':
    case 'html-address':
      return escapedAttribute(value);
    case 'plain':
      return oneLine(value);
    case 'part':
      return encodeURIComponent(value);
  }
}

/** The whole text, with its slots filled in. */
export function joined({ texts, slots }: Pieces, inSlot: (slot: Slot) => string): string {
  return slots.reduce((text, slot, index) => text + inSlot(slot) + (texts[index + 1] ?? ''), texts[0] ?? '');
}

/** A line end in a subject would begin another header. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

type Tag = { readonly field: string; readonly fallback: string; readonly from: number; readonly until: number };

function pieces(text: string, declared: ReadonlySet<string>, slotOf: (tag: Tag) => Slot): Pieces {
  const texts: string[] = [];
  const slots: Slot[] = [];
  let end = 0;
  for (const { 0: typed, 1: field = '', 2: fallback = '', index } of text.matchAll(new RegExp(tagGrammar, 'g'))) {
    if (!declared.has(field)) continue;
    const until = index + typed.length;
    slots.push(slotOf({ field, fallback, from: index, until }));
    texts.push(text.slice(end, index));
    end = until;
  }
  texts.push(text.slice(end));
  return { texts, slots };
}
