import { Parser } from 'htmlparser2';
import { escapedAttribute, escapedText } from '../model/escape.js';
import { importingFault } from './importing-fault.js';

/** Real pages have some thousands of elements, a dozen attributes each, and nest some dozens deep. */
const mostElements = 100_000;
const mostAttributes = 1_000;
const deepest = 400;

/** Characters in a row without a tag: what looks for articles and for sentences in them takes ever longer. */
const longestText = 100_000;

/** Lists and quotations in one another: beyond that nobody can read them, and Markdown takes ever longer. */
const deepestKept = 8;

/** What is left out with all that is in it. */
const dropped = new Set([
  ...['script', 'style', 'template', 'noscript', 'noframes', 'noembed', 'head', 'title', 'meta', 'link', 'base'],
  ...['iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'param', 'svg', 'math', 'canvas', 'audio', 'video'],
  ...['source', 'track', 'map', 'area', 'picture', 'input', 'button', 'select', 'option', 'textarea', 'datalist'],
  ...['plaintext', 'xmp', 'dialog', 'progress', 'meter', 'rp', 'rt'],
]);

/** What stays in the text without its tags. */
const inline = new Set([
  ...['span', 'font', 'small', 'abbr', 'acronym', 'u', 'sup', 'sub', 'mark', 'time', 'cite', 'q', 'label', 'ins'],
  ...['kbd', 'samp', 'var', 'bdi', 'bdo', 'big', 'tt', 'dfn', 'ruby', 'wbr', 'data', 'output', 'nobr'],
]);

const kept = new Set([
  ...['p', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code', 'a'],
  ...['strong', 'b', 'em', 'i', 'del', 's', 'strike', 'dl', 'dt', 'dd'],
  ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
]);

const nesting = new Set(['ul', 'ol', 'blockquote', 'dl']);
const empty = new Set(['br', 'hr', 'wbr', 'img']);

/**
 * HTML with nothing in it but text, headings, lists, quotations, tables and links: no script, style, picture, frame or
 * form, no attribute but those that say something, nothing hidden, and all tags closed. It is one pass over the text, so
 * that parsers which build trees, some of which call themselves for each element, are never given what they choke on.
 *
 * @throws Fault where there is more markup than a text needs
 */
export function cleanHtml(html: string): string {
  const out: string[] = [];
  // For each open element its tag as it was written out, '' for none, and undefined where it is left out.
  const open: (string | undefined)[] = [];
  let hidden = 0;
  let nested = 0;
  let links = 0;
  readHtml(html, {
    open: (name, attributes) => {
      const isHidden = hidden > 0 || dropped.has(name) || isInvisible(attributes);
      if (isHidden) hidden += 1;
      if (nesting.has(name)) nested += 1;
      if (name === 'a') links += 1;
      const tag = isHidden ? undefined : tagFor(name, nested);
      open.push(tag);
      // A picture is often all there is in a link: what it shows then stands for it.
      if (tag !== undefined && name === 'img' && links > 0)
        out.push(escapedText(withoutControls(attributes.alt ?? '')));
      if (tag) out.push(`<${tag}${meaningOf(tag, attributes)}>`);
    },
    close: (name) => {
      const tag = open.pop();
      if (tag === undefined) hidden -= 1;
      if (nesting.has(name)) nested -= 1;
      if (name === 'a') links -= 1;
      if (tag && !empty.has(tag)) out.push(`</${tag}>`);
    },
    text: (text) => {
      if (hidden === 0) out.push(escapedText(withoutControls(text)));
    },
  });
  return out.join('');
}

/**
 * Reads HTML only to see whether it has more markup than a text needs.
 *
 * @param most how many elements at most
 * @throws Fault
 */
export function checkHtml(html: string, most: number): void {
  readHtml(html, {}, most);
}

type Told = {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
};

function readHtml(html: string, { open, close, text }: Told, most = mostElements): void {
  let elements = 0;
  let depth = 0;
  let attributes = 0;
  let inRow = 0;
  let isCode = false;
  const parser = new Parser({
    onopentagname: () => {
      attributes = 0;
      inRow = 0;
      elements += 1;
      depth += 1;
      if (elements > most || depth > deepest) throw importingFault('too-much');
    },
    onattribute: () => {
      attributes += 1;
      if (attributes > mostAttributes) throw importingFault('too-much');
    },
    onopentag: (name, given) => {
      // Scripts and styles are of any length, and nobody looks for sentences in them.
      isCode = name === 'script' || name === 'style';
      open?.(name, given);
    },
    onclosetag: (name) => {
      depth -= 1;
      inRow = 0;
      isCode = false;
      close?.(name);
    },
    ontext: (piece) => {
      inRow += piece.length;
      if (inRow > longestText && !isCode) throw importingFault('too-much');
      text?.(piece);
    },
  });
  parser.end(html);
}

function tagFor(name: string, nested: number): string {
  if (inline.has(name) || name === 'img') return '';
  const isTooDeep = nested > deepestKept && (nesting.has(name) || name === 'li' || name === 'dt' || name === 'dd');
  return kept.has(name) && !isTooDeep ? name : 'div';
}

/** What of the attributes says something to a reader. */
function meaningOf(tag: string, { href, start }: Readonly<Record<string, string>>): string {
  if (tag === 'a' && href !== undefined) return ` href="${escapedAttribute(href)}"`;
  if (tag === 'ol' && start !== undefined && /^\d{1,6}$/.test(start)) return ` start="${start}"`;
  return '';
}

/** Mails begin with lines that only a list of mails shows. */
function isInvisible({ hidden, style = '' }: Readonly<Record<string, string>>): boolean {
  return hidden !== undefined || /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i.test(style);
}

/** Text without characters that no keyboard types, that cannot be seen, or that turn the text round. */
export function withoutControls(text: string): string {
  return text.replace(unseen, '');
}

const unseen = /(?![\t\n\r])\p{Cc}|[\u00ad\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/gu;
