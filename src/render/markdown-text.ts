import type { List, ListItem, Nodes, Root, Table } from 'mdast';
import { columnsOf } from './columns.js';
import { linkTarget } from './link-target.js';
import {
  childrenOf,
  footnoteMark,
  lineOf,
  ownText,
  type References,
  referencesOf,
  unwrapped,
  urlOf,
  withMark,
} from './tree.js';
import { textColumns, withinLimit, wrap } from './wrap.js';

/** Quotes and lists nested deeper than this lose the nesting, so that their lines keep room for words. */
const deepest = 6;

/** Quotes stand further in, without a “>”: mail clients take lines that begin with it for an earlier message and fold them. */
export const quoteIndent = '    ';

/**
 * Markdown (mdast with GFM) as plain text, in the manner of GOV.UK Notify: bullets as "•", headings as lines of their
 * own, quotes indented, and below each paragraph the links in it as `words:` with the whole address on the next line.
 * A table is a list of its cells, each after its column's heading. Lines have at most `columns` columns, addresses apart.
 */
export function plainText(tree: Root, columns = textColumns): string {
  return withinLimit(textLines(tree, columns)).join('\n');
}

/** The lines of `plainText`, before the length that mail allows is seen to. */
export function textLines(tree: Root, columns = textColumns): string[] {
  const references = referencesOf(tree);
  const notes = references.footnotes.flatMap((note, index) => withMark(`[${index + 1}]`, note.children));
  return blocks([...tree.children, ...notes], { references, columns, depth: 0 });
}

type Setting = { readonly references: References; readonly columns: number; readonly depth: number };

function blocks(nodes: readonly Nodes[], setting: Setting, join = spaced): string[] {
  const shown = setting.depth < deepest ? nodes : unwrapped(nodes);
  return join(shown.map((node) => block(node, setting)));
}

/** How groups of lines stand below each other: with an empty line between those that have any, or without. */
export function spaced(groups: readonly (readonly string[])[]): string[] {
  return groups.filter((lines) => lines.length > 0).flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

function close(groups: readonly (readonly string[])[]): string[] {
  return groups.flat();
}

function block(node: Nodes, setting: Setting): string[] {
  switch (node.type) {
    case 'definition':
    case 'footnoteDefinition':
      return [];
    case 'blockquote':
      return indented(quoteIndent, node.children, setting);
    case 'list':
      return list(node, setting);
    case 'table':
      return table(node, setting);
    case 'code':
      return node.value.split('\n').flatMap((line) => codeLines(line, setting.columns));
    case 'thematicBreak':
      return ['* * *'];
    default:
      return paragraph(node, setting);
  }
}

/** Blocks moved to the right, with `first` before their first line. */
function indented(first: string, nodes: readonly Nodes[], setting: Setting, join = spaced): string[] {
  const rest = ' '.repeat(first.length);
  const inside = { ...setting, columns: setting.columns - rest.length, depth: setting.depth + 1 };
  return blocks(nodes, inside, join).map((line, index) => `${index === 0 ? first : rest}${line}`.trimEnd());
}

function list(node: List, setting: Setting): string[] {
  const join = node.spread || node.children.some(({ spread }) => spread) ? spaced : close;
  const mark = (index: number) => (node.ordered ? `${(node.start ?? 1) + index}. ` : '• ');
  return join(node.children.map((item, index) => indented(mark(index), ticked(item), setting, join)));
}

function ticked({ checked, children }: ListItem): readonly Nodes[] {
  return checked == null ? children : withMark(checked ? '☑' : '☐', children);
}

/** Line by line, "Country: Cuba", with an empty line between the rows: no screen is too narrow for that. */
function table({ children: [head, ...rows] }: Table, setting: Setting): string[] {
  if (rows.length === 0) return head ? head.children.flatMap((cell) => paragraph(cell, setting)) : [];
  return spaced(
    rows.map((row) =>
      row.children.flatMap((cell, column) => {
        const heading = head?.children[column] ? lineOf(head.children[column]) : '';
        return paragraph(cell, setting, heading === '' ? '' : `${heading}: `);
      }),
    ),
  );
}

function codeLines(line: string, columns: number): string[] {
  if (columnsOf(line) <= columns) return [line.trimEnd()];
  const indent = /^ */.exec(line)?.[0].slice(0, columns / 2) ?? '';
  return wrap(line, columns - indent.length).map((words) => `${indent}${words}`.trimEnd());
}

/** A link in a paragraph that the text cannot show by itself, and where its words end in the text. */
type Link = { readonly words: string; readonly target: string; readonly end: number };

function paragraph(node: Nodes, setting: Setting, before = ''): string[] {
  const { text: words, links } = read(node, setting.references);
  if (words.trim() === '') return [];
  const text = before + words;
  const [only] = links;
  if (only && links.length === 1 && /^[\s.,:;…]*$/.test(words.slice(only.end))) {
    return linkLines(before + words.slice(0, only.end), only.target, setting.columns);
  }
  const prose = wrap(text, setting.columns);
  if (links.length === 0) return prose;
  const different = links.filter(({ target }, index) => links.findIndex((link) => link.target === target) === index);
  return [...prose, '', ...different.flatMap(({ words, target }) => linkLines(words, target, setting.columns))];
}

/** "Sign the petition:" and the address below it; `colon` as the language writes it. */
export function linkLines(words: string, target: string, columns: number, colon = ':'): string[] {
  const label = words.trim().replace(/[\s.,:;…：]+$/, '');
  return [...wrap(/[?!？！]$/.test(label) ? label : label + colon, columns), ...addressLines(target)];
}

/** An address on a line of its own. */
export function addressLines(target: string): string[] {
  // A template letter makes a mailto link longer than a line of mail may be; the address itself is what readers need.
  const isTooLong = withinLimit([target]).length > 1 && /^mailto:/i.test(target);
  return [isTooLong ? target.replace(/\?.*$/s, '') : target];
}

/** The words of a paragraph in one text, hard line breaks as line ends. */
function read(node: Nodes, references: References): { readonly text: string; readonly links: readonly Link[] } {
  const links: Link[] = [];
  let text = '';
  for (const each of unwrapped(node.type === 'text' || node.type === 'html' ? [node] : childrenOf(node))) {
    if (each.type === 'link' || each.type === 'linkReference') {
      const words = lineOf(each);
      const target = linkTarget(urlOf(each, references) ?? '');
      const isSpelt = target !== null && isAddressOf(words, target);
      text += isSpelt && (words === '' || /^https?:/i.test(target)) ? target : words;
      if (target !== null && !isSpelt) links.push({ words, target, end: text.length });
    } else if (each.type === 'break') {
      text += '\n';
    } else if (each.type === 'footnoteReference') {
      text += footnoteMark(each.identifier, references);
    } else {
      text += ownText(each).replace(/\s*\n\s*/g, ' ');
    }
  }
  return { text, links };
}

/** Whether the words of a link are its address already: "www.example.org" for http://www.example.org, or none at all. */
function isAddressOf(words: string, target: string): boolean {
  const bare = target.replace(/^(?:https?:\/\/|mailto:|tel:)/i, '').replace(/\/$/, '');
  return words === '' || target === words || bare === words.replace(/\/$/, '');
}
