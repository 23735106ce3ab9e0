import { type Slot, slotValue } from '../../../model/merge-slots.js';
import { type Addressee, type Letter, unsubscribeField, unsubscribeHeaders, valuesOf } from '../../message.js';
import { jsonText } from './json.js';

/*
 * Readers' parts of requests, as text. Most of the time of a large send is spent here: so all that is the same for two
 * readers is worked out once, and what stands between their values is as few pieces as can be.
 */

/** One reader's part of a request. */
export type WritePersonalization = (addressee: Addressee) => string;

/** Gives what writes readers' parts of one request; `tags` are what SendGrid replaces, in the order of the slots. */
export type PersonalizationWriter = (tags: readonly string[]) => WritePersonalization;

/** Values that stand as they are in HTML, text and JSON; in a part of an address only where there is no space in them. */
const simpleValue = /^[A-Za-z0-9.()-]+(?: [A-Za-z0-9.()-]+)*$/;
/** Tokens that stand as they are anywhere. */
const simpleToken = /^[A-Za-z0-9_-]+$/;

/** How many values a column remembers of those that do not stand as they are. */
const mostKnown = 1_000;

/** What a reader's text has between two pieces that all have. `token-in-part`: within an address in an address. */
type Gap = 'address' | 'token' | 'token-in-part' | ((values: Addressee['values']) => string);

export function personalizationWriter(letter: Letter, slots: readonly Slot[]): PersonalizationWriter {
  const columns = slots.map((slot) => columnOf(slot, letter));
  const headers = headersOf(letter);
  return (tags) => {
    const layout = startLayout();
    // The address stands alone, without a name: a name is one thing more that a leak would tell.
    layout.add('{"to":[{"email":"', 'address', `"}]${headers === '' ? '' : ',"headers":{'}`);
    layout.addAround(headers, 'token');
    layout.add(headers === '' ? '' : '}');
    for (const [number, column] of columns.entries()) {
      layout.add(`${number === 0 ? ',"substitutions":{' : ','}"${tags[number]}":"`);
      if ('link' in column) layout.addAround(column.link, column.gap);
      else layout.add('', column.gap);
      layout.add('"');
    }
    layout.add(columns.length === 0 ? '}' : '}}');
    return (addressee) => filledIn(layout.texts, layout.gaps, addressee);
  };
}

/** How many bytes the values of a reader's tags have, names of tags included, if they may be more than so many. */
export function valueBytes(text: string, most: number): number {
  // No letter has more than three bytes.
  if (text.length * 3 <= most) return 0;
  const at = text.indexOf(',"substitutions":');
  return at < 0 ? 0 : Buffer.byteLength(text.slice(at + ',"substitutions":'.length, -1));
}

function filledIn(texts: readonly string[], gaps: readonly Gap[], { address, token, values }: Addressee): string {
  const encoded = simpleToken.test(token) ? token : encodeURIComponent(token);
  let text = texts[0] ?? '';
  for (let number = 0; number < gaps.length; number += 1) {
    const gap = gaps[number];
    if (gap === 'address') text += inJson(address);
    else if (gap === 'token') text += encoded;
    else if (gap === 'token-in-part') text += encodeURIComponent(encoded);
    else if (gap !== undefined) text += gap(values);
    text += texts[number + 1];
  }
  return text;
}

type Column =
  | { readonly gap: 'token' | 'token-in-part'; readonly link: string }
  | { readonly gap: (values: Addressee['values']) => string };

function columnOf(slot: Slot, letter: Letter): Column {
  const { field, manner } = slot;
  if (letter.unsubscribe.by === 'link' && field === unsubscribeField) {
    const link = inJson(slotValue(slot, valuesOf(letter, nobody)));
    return { gap: manner === 'part' ? 'token-in-part' : 'token', link };
  }
  const fallback = inJson(slot.fallback);
  const known = new Map<string, string>();
  return {
    gap: (values) => {
      const value = Object.hasOwn(values, field) ? values[field] : undefined;
      if (value === undefined || value === '') return fallback;
      if (simpleValue.test(value) && (manner !== 'part' || !value.includes(' '))) return value;
      const remembered = known.get(value);
      if (remembered !== undefined) return remembered;
      const written = inJson(slotValue(slot, valuesOf(letter, { ...nobody, values: { [field]: value } })));
      if (known.size >= mostKnown) known.clear();
      known.set(value, written);
      return written;
    },
  };
}

/** Stands for a reader's token while what is around it is worked out. */
const anyToken = 'mailoutTokenOfNobody';
const nobody: Addressee = { address: '', person: '', token: anyToken, values: {} };

function headersOf(letter: Letter): string {
  return Object.entries(unsubscribeHeaders(letter, nobody))
    .map(([name, value]) => `"${name}":${jsonText(value)}`)
    .join(',');
}

/** A text as it stands in JSON, without its quotation marks. */
function inJson(text: string): string {
  return jsonText(text).slice(1, -1);
}

function startLayout() {
  const texts = [''];
  const gaps: Gap[] = [];
  const add = (before: string, gap?: Gap, after = '') => {
    texts.push((texts.pop() ?? '') + before);
    if (gap === undefined) return;
    gaps.push(gap);
    texts.push(after);
  };
  const addAround = (text: string, gap: Gap) => {
    for (const [number, piece] of text.split(anyToken).entries()) {
      if (number > 0) add('', gap);
      add(piece);
    }
  };
  return { texts, gaps, add, addAround };
}
