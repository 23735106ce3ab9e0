import { bodyTags, defaultsTags, headTags, htmlTags, rawTags, refusedTags, voidElements } from './tags.js';

export type StructureComplaint = { readonly line: number; readonly words: string };

type Open = { readonly name: string; readonly line: number };

/** Comments, CDATA and declarations, tags with their quoted values, and the text between them. */
const pieces =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<[!?][^>]*>?|<(\/?)([a-zA-Z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'<>])*)>|[^<]+|</g;
const mjTag = /<\/?mj-/i;

export type Structure = {
  /** In order of line; none if MJML will take the markup as it is written. */
  readonly complaints: readonly StructureComplaint[];
  /** The outermost tags with all that is in them; of use only where there are no complaints. */
  readonly children: readonly { readonly start: number; readonly end: number }[];
};

/**
 * Finds what MJML would repair, move or drop without a word: tags that are not closed or not open, tags that designs may
 * not use, words outside a text tag, comments for Outlook where MJML drops comments.
 *
 * @param markup MJML for inside mj-head or mj-body
 */
export function readStructure(markup: string, part: 'head' | 'body'): Structure {
  const complaints: StructureComplaint[] = [];
  const complain = (line: number, words: string) => complaints.push({ line, words });
  const open: Open[] = [];
  /** End tags that were missed, and that may still come where they do not fit. */
  const missed: string[] = [];
  /** The outermost element whose content MJML does not read as tags of its own. */
  const content = () => open.find(({ name }) => htmlTags.has(name) || rawTags.has(name) || !isMjml(name));
  const children: { start: number; end: number }[] = [];
  let childStart: number | undefined;
  let line = 1;

  const begin = (written: string, rest: string) => {
    const name = written.toLowerCase();
    if (mjTag.test(rest))
      complain(line, `<${name}> has a quotation mark too few or too many: the next tag is part of it.`);
    const inside = content();
    if (inside && isMjml(name) && !isOpen(open, 'mj-attributes')) {
      complain(line, `<${inside.name}> of line ${inside.line} is still open where <${name}> begins. Close it first.`);
      for (const left of open.splice(open.indexOf(inside))) missed.push(left.name);
    } else if (inside && rawTags.has(inside.name)) {
      return;
    }
    if (isMjml(name)) {
      const words = refusal(written, rest, part, isOpen(open, 'mj-attributes'));
      if (words) complain(line, words);
    } else if (!inside) {
      complain(line, `<${name}> stands outside <mj-text> and would be left out. Put it in <mj-text> or <mj-raw>.`);
    }
    if (!rest.endsWith('/') && !voidElements.has(name)) open.push({ name, line });
  };

  const end = (name: string) => {
    const inside = content();
    const isRaw = inside !== undefined && rawTags.has(inside.name);
    if (isRaw && name !== inside.name && !isMjml(name)) return;
    const at = open.findLastIndex((each) => each.name === name);
    if (at === -1) {
      const expected = missed.indexOf(name);
      if (expected === -1) complain(line, `</${name}> closes nothing: there is no <${name}> open here.`);
      else missed.splice(expected, 1);
      return;
    }
    for (const left of open.splice(at).slice(1)) {
      missed.push(left.name);
      complain(left.line, `<${left.name}> is not closed before </${name}>.`);
    }
  };

  for (const { 0: piece, 1: slash, 2: name, 3: rest, index } of markup.matchAll(pieces)) {
    if (name !== undefined) {
      if (open.length === 0) childStart = index;
      if (slash) end(name.toLowerCase());
      else begin(name, rest ?? '');
      if (open.length === 0 && childStart !== undefined)
        children.push({ start: childStart, end: index + piece.length });
    } else if (piece.startsWith('<!--')) {
      if (content() && mjTag.test(piece))
        complain(line, 'A tag of MJML in this comment would reach readers. Remove it.');
      if (!content() && /^<!--\[if|<!\[endif\]-->$/.test(piece)) {
        complain(line, 'MJML leaves out a comment for Outlook that stands here. Put it in <mj-raw>.');
      }
    } else if (piece === '<') {
      if (/^[a-z/]/i.test(markup.slice(index + 1))) {
        complain(line, 'This tag is not complete. Look for a missing quotation mark or “>”.');
      }
    } else if (piece.trim() !== '' && !content()) {
      const words = piece.trim().slice(0, 40);
      complain(
        line + leadingLines(piece),
        `“${words}” stands outside <mj-text> and would be left out. Put it in <mj-text>.`,
      );
    }
    line += lines(piece);
  }
  for (const left of open) complain(left.line, `<${left.name}> is never closed. Add </${left.name}>.`);
  return { complaints: complaints.sort((a, b) => a.line - b.line), children };
}

function refusal(written: string, rest: string, part: 'head' | 'body', inDefaults: boolean): string | undefined {
  const name = written.toLowerCase();
  if (name !== written) return `<${written}> has to be written in small letters: <${name}>.`;
  const why = refusedTags[name];
  if (why) return `<${name}> cannot be used. ${why}.`;
  if (name === 'mj-style' && /\sinline\s*=/.test(rest)) {
    return '<mj-style inline> cannot be used. Write the style on the tags, or in <mj-style> without inline.';
  }
  const allowed = inDefaults ? defaultsTags : part === 'head' ? headTags : bodyTags;
  if (allowed.has(name)) return undefined;
  const where = inDefaults ? 'in <mj-attributes>' : `in the ${part} of a design`;
  return `There is no <${name}> ${where}. There are ${[...allowed].map((each) => `<${each}>`).join(', ')}.`;
}

function isMjml(name: string): boolean {
  return name.startsWith('mj-');
}

function isOpen(open: readonly Open[], name: string): boolean {
  return open.some((each) => each.name === name);
}

function lines(text: string): number {
  return text.split('\n').length - 1;
}

function leadingLines(text: string): number {
  return lines(text.slice(0, text.length - text.trimStart().length));
}
