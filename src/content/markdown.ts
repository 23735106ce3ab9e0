import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Finding } from '../model/finding.js';
import type { Markdown } from '../model/item.js';
import type { Place } from '../model/place.js';
import { markupFindings } from './markup.js';

const dialect = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };

/** Quotes or lists deeper than this are nobody's intention, and parsing them takes quadratic time. */
const nestingLimit = 12;

/**
 * Parses Markdown (CommonMark with GitHub's extensions) once, to an mdast tree whose positions are those of the file.
 * Raw HTML, links that no reader can open and absurd nesting are findings.
 */
export function parseMarkdown(markdown: Markdown): { readonly tree?: Root; readonly findings: readonly Finding[] } {
  const tooDeep = deepLine(markdown);
  if (tooDeep) return { findings: [nestingFinding(tooDeep)] };
  const tree = fromMarkdown(markdown.text, dialect);
  shift(tree, markdown);
  return { tree, findings: markupFindings(tree, markdown.place.file) };
}

function deepLine(markdown: Markdown): Place | undefined {
  const marker = new RegExp(`^\\s*(?:(?:>|[-*+]|\\d+[.)])\\s*){${nestingLimit + 1}}`, 'm');
  const indented = new RegExp(`^\\s{${nestingLimit * 4}}\\s*(?:>|[-*+]|\\d+[.)])\\s`, 'm');
  const found = [marker, indented]
    .map((pattern) => lineOfMatch(markdown.text, pattern))
    .filter((line) => line !== undefined);
  if (found.length === 0) return undefined;
  return { ...markdown.place, line: markdown.place.line + Math.min(...found), column: 1 };
}

function lineOfMatch(text: string, pattern: RegExp): number | undefined {
  for (const [index, line] of text.split('\n').entries()) {
    // A thematic break ("- - - -") is made of markers too.
    if (pattern.test(line) && !/^\s*([-*_])(\s*\1)+\s*$/.test(line)) return index;
  }
  return undefined;
}

function nestingFinding(place: Place): Finding {
  return {
    rule: 'content/nesting',
    severity: 'error',
    place,
    words: `Quotes or lists are nested more than ${nestingLimit} deep here.`,
    fix: 'Write it flatter: readers lose track after two levels.',
  };
}

/** Moves positions from the text's own lines to the file's. */
function shift(node: Nodes, markdown: Markdown): void {
  if (node.position) {
    for (const point of [node.position.start, node.position.end]) {
      point.line += markdown.place.line - 1;
      point.column += markdown.indent;
    }
  }
  if ('children' in node) for (const child of node.children) shift(child, markdown);
}
