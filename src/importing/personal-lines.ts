import type { PhrasingContent, Root, RootContent } from 'mdast';
import { urlsOf, wordsOf } from './mdast-words.js';

/** What a text is without the lines that belong to whoever got it, and how many those were. */
export type Impersonal = { readonly body: Root; readonly dropped: number };

/** Words of links that are for one reader: to leave a list, to change what one gets, to read the mail on the web. */
const personalWords =
  /unsubscri|\bopt[\s-]?out\b|dad-?danysgrif|stop (?:receiving|getting) (?:these|this|our)|(?:manage|update|change|edit|set)\s+(?:your\s+|my\s+)?(?:e-?mail\s+|contact\s+|mailing\s+|subscription\s+|communication\s+)*(?:preferences|profile|subscriptions?|settings|options)|(?:e-?mail|subscription|communication) preferences|(?:view|read|open|see)\b[^.!?]{0,40}\b(?:in|on) (?:your |a |the )?(?:web ?)?(?:browser|online)|(?:view|read) (?:it |this )?(?:e-?mail |newsletter )?online|(?:trouble|problems?|difficulty) (?:viewing|reading|seeing)|forward (?:this )?(?:e-?mail |newsletter )?to a friend|remove (?:me|yourself|your (?:name|address)) from/i;

/** Addresses that such links have, whatever their words are. */
const personalAddress =
  /unsubscribe|\bunsub\b|opt-?out|[/.]list-manage\d*\.com\/(?:profile|vcard)|[/?&](?:manage|update)[-_]?(?:preferences|profile|subscription)|subscription[-_]?preferences|email[-_]?preferences|\/wf\/(?:unsubscribe|asm)|forward-to-friend|mailchi\.mp\/[^/]+\/[^?]*\?e=/i;

/** What belongs to whoever got the text. */
export type Personal = { readonly addresses?: readonly string[]; readonly links?: readonly string[] };

/**
 * Leaves out the sentences that hold a link which is for whoever got the text, and those with that person's address: a
 * newsletter that was passed on must not let others unsubscribe its first reader.
 */
export function withoutPersonalLines(root: Root, personal: Personal = {}): Impersonal {
  const count = { dropped: 0 };
  const isPersonal = judge(personal);
  const children = root.children.flatMap((node) => impersonal(node, isPersonal, count));
  return { body: { type: 'root', children }, dropped: count.dropped };
}

type Judge = (sentence: readonly PhrasingContent[]) => boolean;

function judge({ addresses = [], links = [] }: Personal): Judge {
  const hers = addresses.map((address) => address.toLowerCase()).filter((address) => address.includes('@'));
  return (sentence) => {
    const text = sentence.map(wordsOf).join('');
    const urls = sentence.flatMap(urlsOf);
    const all = [text, ...urls].join(' ').toLowerCase();
    if (hers.some((address) => all.includes(address) || all.includes(encodeURIComponent(address)))) return true;
    if (urls.some((url) => links.includes(url) || personalAddress.test(url))) return true;
    return (urls.length > 0 || /https?:\/\//.test(text)) && personalWords.test(text);
  };
}

function impersonal(node: RootContent, isPersonal: Judge, count: { dropped: number }): RootContent[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading': {
      const children = sentencesLeft(node.children, isPersonal, count);
      return children.some((child) => /\S/.test(wordsOf(child))) ? [{ ...node, children }] : [];
    }
    case 'tableCell':
      return [{ ...node, children: sentencesLeft(node.children, isPersonal, count) }];
    case 'blockquote':
    case 'list':
    case 'listItem':
    case 'table':
    case 'tableRow': {
      const children = (node.children as RootContent[]).flatMap((child) => impersonal(child, isPersonal, count));
      const isEmpty = children.length === 0 && node.children.length > 0;
      return isEmpty ? [] : [{ ...node, children } as RootContent];
    }
    default:
      return [node];
  }
}

function sentencesLeft(children: readonly PhrasingContent[], isPersonal: Judge, count: { dropped: number }) {
  const sentences = sentencesOf(children);
  const left = sentences.filter((sentence) => !isPersonal(sentence));
  count.dropped += sentences.length - left.length;
  return left.length === sentences.length ? [...children] : trimmed(left.flat());
}

/** Where a sentence ends, or an entry of a line of links does. */
const ends = /(?<=[.!?][)”"’']?\s)|(?<=[|•·]\s?)/;

function sentencesOf(children: readonly PhrasingContent[]): PhrasingContent[][] {
  const sentences: PhrasingContent[][] = [[]];
  for (const child of children) {
    const pieces =
      child.type === 'text' ? child.value.split(ends).map((value) => ({ type: 'text', value }) as const) : [child];
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) sentences.push([]);
      sentences.at(-1)?.push(piece);
    }
    const isEnd = child.type === 'break' || (child.type === 'text' && /(?:[.!?][)”"’']?|[|•·])\s*$/.test(child.value));
    if (isEnd) sentences.push([]);
  }
  return sentences.filter((sentence) => sentence.length > 0);
}

/** Without the breaks and bars that stood between what is left and what is not. */
function trimmed(children: readonly PhrasingContent[]): PhrasingContent[] {
  const first = children.findIndex((child) => !isBetween(child));
  const last = children.findLastIndex((child) => !isBetween(child));
  return first === -1 ? [] : joined(children.slice(first, last + 1));
}

function isBetween(child: PhrasingContent): boolean {
  return child.type === 'break' || (child.type === 'text' && /^[\s|•·,–-]*$/.test(child.value));
}

function joined(children: readonly PhrasingContent[]): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  for (const child of children) {
    const before = out.at(-1);
    if (child.type === 'text' && before?.type === 'text')
      out[out.length - 1] = { type: 'text', value: before.value + child.value };
    else out.push(child);
  }
  return out;
}
