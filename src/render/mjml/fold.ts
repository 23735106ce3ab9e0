import { cssParts } from './fold/css.js';
import { createLineWriter, type LineWriter } from './fold/lines.js';
import { type Piece, piecesOf } from './fold/pieces.js';
import { type TagPart, tagParts, withoutNeedlessEscapes } from './fold/tag.js';

/**
 * Makes the HTML of an email small without changing what a reader sees: white space that has no effect is taken out,
 * the rest is one space; comments go, but for those that Outlook reads; tags and CSS lose their indentation.
 * Kept as they are: the text of `pre`, `textarea` and elements with white-space in their style, merge tags, addresses.
 *
 * Lines are about 500 octets, and none is longer than the 998 of RFC 5322, 2.1.1, unless a single attribute value is:
 * nothing may be put into an address.
 *
 * @returns the same again if it is given its own result
 */
export function foldHtml(html: string): string {
  const lines = createLineWriter();
  writePieces(html, { lines, isDocument: true, tags: new Map() });
  return `${lines.text()}\n`;
}

/** Merge tags, and white space that HTML collapses: a no-break space is a letter. */
const tagsAndSpace = /(\[\[[^\][<>\n]{0,200}\]\])|[ \t\n\f\r]+/g;
/** Merge tags with all that is in them, spaces, and letters. */
const words = /\[\[[^\][<>\n]{0,200}\]\]|( )|[^ []+|\[/g;
/** A run of letters that may be too long for a line. */
const longRun = /[^ ]{120}/;
/** What such a run may be cut between: merge tags, character references and letters with their marks stay whole. */
const letters =
  /\[\[[^\][<>\n]{0,200}\]\]|&#?\w+;|[^[&]{1,40}(?:\p{M}|\u200d[^[&]|[\ufe0f\u{1f3fb}-\u{1f3ff}])*|[[&]/gu;

/** Elements at whose edges white space has no effect. */
const blocks = new Set(
  `html head body title meta link base style script div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre address hr br
  center table caption colgroup col thead tbody tfoot tr td th article aside footer header main nav section figure
  figcaption`.split(/\s+/),
);
/** Elements that show nothing: blocks in the head, and nothing at all between two words. */
const headElements = new Set(['meta', 'link', 'base', 'style', 'script', 'title']);
/** Elements without content that are as good as a letter. */
const embedded = new Set(['img', 'input', 'wbr', 'embed']);

type Scope = {
  readonly lines: LineWriter;
  /** Not the inside of a comment for Outlook, where no comment may stand. */
  readonly isDocument: boolean;
  /** Tags that were seen before, as MJML writes the same ones again and again. */
  readonly tags: Map<string, readonly TagPart[]>;
};

function writePieces(html: string, scope: Scope): void {
  const { lines, isDocument } = scope;
  const pieces = piecesOf(html);
  const edges = blockEdges(pieces);
  /** Nothing stands on the reader's line yet: white space here has no effect. */
  let isFresh = isDocument;
  let kept: { readonly name: string; depth: number } | undefined;

  for (const [index, piece] of pieces.entries()) {
    const isEdge = edges[index] === true;
    if (!kept && (isEdge || edges[index - 1])) lines.gap('seam');
    if (piece.kind === 'text') {
      if (kept) writeRun(piece.text, scope);
      else {
        const isLast = endsLine(pieces, edges, index + 1) ?? isDocument;
        isFresh = writeText(piece.text, scope, { isFresh, isLast });
      }
    } else if (piece.kind === 'tag') {
      writeTag(piece, scope);
      const isEnd = isEndTag(piece);
      if (kept?.name === piece.name) kept.depth += isEnd ? -1 : 1;
      else if (!kept && !isEnd && keepsSpace(piece)) kept = { name: piece.name, depth: 1 };
      if (kept?.depth === 0) kept = undefined;
      isFresh = isEdge || (isFresh && !isEnd && !embedded.has(piece.name));
    } else if (piece.kind === 'raw') {
      if (piece.name === 'style') writeStyle(piece.text, lines);
      else if (piece.name === 'title')
        writeText(piece.text, { ...scope, isDocument: false }, { isFresh: true, isLast: true });
      else lines.put(piece.text);
    } else if (piece.kind === 'conditional') {
      lines.put(piece.opening);
      writePieces(piece.markup, { ...scope, isDocument: false });
      lines.put('<![endif]-->');
      isFresh = false;
    } else {
      lines.put(piece.text);
      isFresh = isEdge;
    }
  }
}

function writeTag({ opening, rest }: Tag, { lines, tags }: Scope): void {
  const tag = opening + rest;
  let parts = tags.get(tag);
  if (!parts) {
    parts = tagParts(opening, rest);
    tags.set(tag, parts);
  }
  for (const { before, text } of parts) {
    if (before) lines.gap(before);
    lines.put(text);
  }
}

function writeStyle(css: string, lines: LineWriter): void {
  for (const part of cssParts(css)) {
    if (/["'(]/.test(part)) lines.put(part);
    else lines.flow(part);
    lines.gap('seam');
  }
}

type Surroundings = { readonly isFresh: boolean; readonly isLast: boolean };

/** Writes text whose white space collapses. True if still nothing stands on the reader's line. */
function writeText(text: string, scope: Scope, { isFresh, isLast }: Surroundings): boolean {
  const { lines, isDocument } = scope;
  const hasTags = text.includes('[[');
  const collapsed = hasTags
    ? text.replace(tagsAndSpace, (_, tag: string | undefined) => tag ?? ' ')
    : text.replace(/[ \t\n\f\r]+/g, ' ');
  const from = collapsed.startsWith(' ') ? 1 : 0;
  const to = collapsed.length - (collapsed.length > from && collapsed.endsWith(' ') ? 1 : 0);
  const inner = collapsed.slice(from, to);
  if (from > 0 && !isFresh && !(isLast && inner === '')) lines.gap('space');
  if (inner === '') return isFresh;
  if (isDocument) lines.gap('hidden');
  if (hasTags || longRun.test(inner)) writeWords(inner, scope);
  else lines.flow(withoutNeedlessEscapes(inner));
  if (to < collapsed.length && !isLast) lines.gap('space');
  return false;
}

function writeWords(text: string, scope: Scope): void {
  const { lines, isDocument } = scope;
  for (const [word, space] of text.matchAll(words)) {
    if (space !== undefined) lines.gap('space');
    else {
      if (isDocument) lines.gap('hidden');
      if (word.startsWith('[[')) lines.put(word);
      else writeRun(word, scope);
    }
  }
}

/** Writes letters, and white space as it is. */
function writeRun(run: string, { lines, isDocument }: Scope): void {
  const plain = withoutNeedlessEscapes(run);
  if (!isDocument || plain.length < 120) {
    lines.put(plain);
    return;
  }
  for (const [cut] of plain.matchAll(letters)) {
    lines.put(cut);
    lines.gap('hidden');
  }
}

/** Whether white space before or after each piece has no effect. */
function blockEdges(pieces: readonly Piece[]): boolean[] {
  let isHead = true;
  /** For each name of a block, which of those that are open are laid out as words. */
  const inlined = new Map<string, boolean[]>();
  const edges: boolean[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'aside') edges.push(/^<!doctype/i.test(piece.text));
    else if (piece.kind === 'raw') edges.push(edges.at(-1) === true);
    else if (piece.kind !== 'tag' || !blocks.has(piece.name)) edges.push(false);
    else {
      if (piece.name === 'body') isHead = false;
      if (headElements.has(piece.name)) edges.push(isHead);
      else if (isEndTag(piece)) edges.push(!inlined.get(piece.name)?.pop());
      else {
        const isInline = /display:\s*inline/i.test(piece.rest);
        const open = inlined.get(piece.name) ?? [];
        inlined.set(piece.name, [...open, isInline]);
        edges.push(!isInline);
      }
    }
  }
  return edges;
}

/** Whether the reader's line ends from this piece on before anything else stands on it; undefined at the end. */
function endsLine(pieces: readonly Piece[], edges: readonly boolean[], from: number): boolean | undefined {
  for (let index = from; index < pieces.length; index++) {
    if (edges[index]) return true;
    const piece = pieces[index];
    const isNothing =
      piece?.kind === 'text' ? !/[^ \t\n\f\r]/.test(piece.text) : piece?.kind === 'tag' && isEndTag(piece);
    if (!isNothing) return false;
  }
  return undefined;
}

type Tag = Extract<Piece, { kind: 'tag' }>;

function isEndTag({ opening }: Tag): boolean {
  return opening.startsWith('</');
}

function keepsSpace({ name, rest }: Tag): boolean {
  return name === 'pre' || /white-space\s*:\s*(?:pre|break-spaces)/i.test(rest);
}
