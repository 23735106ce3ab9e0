import type { Nodes, Root } from 'mdast';
import type { Action } from '../model/item.js';
import type { Place } from '../model/place.js';
import type { Stretch } from './passage.js';
import { offsetAt, placeAt, type SourceText } from './source-text.js';

/** A link as an editor wrote it. */
export type WrittenLink = {
  readonly url: string;
  /** What readers see of it: the words of the link, or the label of the action. Empty if there are none. */
  readonly text: string;
  /** Where the address stands, or, if that cannot be told, the link. */
  readonly place: Place;
  /** Where its words stand: the link itself, or the label. */
  readonly textPlace: Place;
  /** The address in the file, in offsets, if it stands there letter by letter. */
  readonly range?: Stretch;
  /** What it is in: running text, a button, or a setting that is a link. */
  readonly in: 'text' | 'action' | 'setting';
  /** The action, if it is one's. */
  readonly action?: Action;
  /** The dotted path of the setting, or 'body'. */
  readonly path: string;
};

/** The links of a parsed Markdown text. Marks of language (`lang:`) are none. */
export function linksIn(tree: Root, file: SourceText, path: string): WrittenLink[] {
  const links: WrittenLink[] = [];
  const words = new Map<string, string>();
  const visit = (node: Nodes) => {
    if (node.type === 'linkReference') words.set(node.identifier, visibleText(node));
    if (node.type === 'link' && !node.url.startsWith('lang:')) {
      links.push(linkAt(node, visibleText(node), file, path));
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  const visitDefinitions = (node: Nodes) => {
    if (node.type === 'definition') links.push(linkAt(node, words.get(node.identifier) ?? node.identifier, file, path));
    if ('children' in node) for (const child of node.children) visitDefinitions(child);
  };
  visitDefinitions(tree);
  return links;
}

/** The link that a setting is: its address, and the words that readers see of it. */
export function linkOfSetting(
  written: { readonly url: string; readonly text: string; readonly path: string; readonly action?: Action },
  at: readonly [line: number, column: number],
  textAt: readonly [line: number, column: number],
  file: SourceText,
): WrittenLink {
  const offset = offsetAt(file, ...at);
  const start = [offset, offset + 1].find((one) => file.text.startsWith(written.url, one));
  return {
    ...written,
    place: placeAt(file, start ?? offset),
    textPlace: placeAt(file, offsetAt(file, ...textAt)),
    ...(start !== undefined && { range: { from: start, to: start + written.url.length } }),
    in: written.action ? 'action' : 'setting',
  };
}

function linkAt(node: Nodes & { readonly url: string }, text: string, file: SourceText, path: string): WrittenLink {
  const { start, end } = node.position ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  const [from, to] = [offsetAt(file, start.line, start.column), offsetAt(file, end.line, end.column)];
  const found = file.text.slice(from, to).lastIndexOf(node.url);
  return {
    url: node.url,
    text,
    place: placeAt(file, found === -1 ? from : from + found),
    textPlace: placeAt(file, from),
    ...(found !== -1 && { range: { from: from + found, to: from + found + node.url.length } }),
    in: 'text',
    path,
  };
}

function visibleText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  return 'children' in node ? node.children.map(visibleText).join('') : '';
}
