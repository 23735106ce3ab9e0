import type { Heading, List, Nodes, Root, Table, TableRow } from 'mdast';
import type { Theme } from '../model/design.js';
import type { Direction } from './direction.js';
import { escapeAttribute, escapeText } from './escape.js';
import { linkTarget } from './link-target.js';
import type { Look } from './look.js';
import { languageAttributes, withForeignWords, wordsLanguage } from './scripts.js';
import {
  childrenOf,
  footnoteMark,
  lineOf,
  nodesOf,
  type References,
  referencesOf,
  unwrapped,
  urlOf,
  withMark,
} from './tree.js';
import type { Html } from './view.js';

export type MarkupStyle = {
  /** Light colours: they are written inline. For dark appearance a design recolours the classes of `markupClasses`. */
  readonly colours: Pick<Theme['colours'], 'text' | 'muted' | 'link' | 'rule'>;
  readonly look: Pick<Look, 'fonts' | 'size' | 'lineHeight'>;
  /** The language of the text, BCP 47. */
  readonly lang: string;
  readonly start: Direction['start'];
  /** The level of the topmost heading in the Markdown: 4 below an item's title. */
  readonly topHeading: 2 | 3 | 4 | 5 | 6;
};

/** The classes in the markup, each on every element whose inline style has that colour. */
export const markupClasses = { link: 'mo-link', rule: 'mo-rule', muted: 'mo-muted', text: 'mo-text' } as const;

/** Quotes, lists and emphasis nested deeper than this lose the nesting and keep the words. */
const deepest = 16;

type Setting = {
  readonly style: MarkupStyle;
  readonly references: References;
  readonly levels: ReadonlyMap<Heading, number>;
};

/**
 * Markdown (mdast with GFM) as markup that email clients show alike: real headings, lists and tables with short inline
 * styles, since Gmail and others drop style sheets (caniemail). All author text is escaped; raw HTML is printed, not
 * meant; images are their alternative text. Merge tags stay as typed.
 */
export function emailMarkup(tree: Root, style: MarkupStyle): Html {
  const references = referencesOf(tree);
  const setting = { style, references, levels: headingLevels(tree, style.topHeading) };
  const notes = footnoteMarkup(setting);
  return (blocks(tree.children, setting, 0, notes !== '') + notes) as Html;
}

/** Levels without a gap: the first heading is at the top, one below a heading is one level deeper, however it is typed. */
function headingLevels(tree: Root, top: number): ReadonlyMap<Heading, number> {
  const levels = new Map<Heading, number>();
  const above: number[] = [];
  for (const node of nodesOf(tree)) {
    if (node.type !== 'heading' || lineOf(node) === '') continue;
    while ((above.at(-1) ?? 0) >= node.depth) above.pop();
    levels.set(node, Math.min(top + above.length, 6));
    above.push(node.depth);
  }
  return levels;
}

/** Blocks one below another; the last one has no gap below it unless something follows. */
function blocks(nodes: readonly Nodes[], setting: Setting, depth: number, isFollowed = false): string {
  const shown = (depth < deepest ? nodes : unwrapped(nodes)).filter((node) => isShown(node, setting));
  return shown
    .map((node, index) => {
      const isLast = index === shown.length - 1 && !isFollowed;
      return block(node, setting, depth, { above: index === 0 ? 0 : 24, below: isLast ? 0 : 16 });
    })
    .join('');
}

/** An empty paragraph is a gap that nobody typed, and an empty heading a stop for a screen reader. */
function isShown(node: Nodes, setting: Setting): boolean {
  if (node.type === 'definition' || node.type === 'footnoteDefinition') return false;
  if (node.type !== 'paragraph' && node.type !== 'heading') return true;
  const [first] = node.children;
  return (first?.type === 'text' && first.value.trim() !== '') || inlines(node.children, setting, 0).trim() !== '';
}

/** Space in pixels: above headings and rules, below everything. */
type Gap = { readonly above: number; readonly below: number };

function block(node: Nodes, setting: Setting, depth: number, gap: Gap): string {
  const { style } = setting;
  switch (node.type) {
    case 'paragraph':
      return `<p style="margin:${below(gap)}">${inlines(node.children, setting, 0)}</p>`;
    case 'heading':
      return heading(node, setting, gap);
    case 'blockquote': {
      const side = style.start;
      const padding = side === 'left' ? '0 0 0 16px' : '0 16px 0 0';
      const look = `margin:${below(gap)};padding:${padding};border-${side}:4px solid ${style.colours.rule}`;
      return `<blockquote class="${markupClasses.rule}" style="${look}">${blocks(node.children, setting, depth + 1)}</blockquote>`;
    }
    case 'list':
      return list(node, setting, depth, gap);
    case 'table':
      return table(node, setting, gap);
    case 'code':
      return `<pre style="margin:${below(gap)};font:${style.look.size.small}px/1.5 monospace;white-space:pre-wrap"><code>${escapeText(node.value)}</code></pre>`;
    case 'thematicBreak': {
      const look = `margin:${pixels(gap.above)} 0 ${pixels(gap.below)};border:0;border-top:1px solid ${style.colours.rule}`;
      return `<hr class="${markupClasses.rule}" style="${look}">`;
    }
    case 'html':
      return `<p style="margin:${below(gap)}">${escapeText(node.value)}</p>`;
    default:
      return inline(node, setting, 0);
  }
}

function heading(node: Heading, setting: Setting, gap: Gap): string {
  const level = setting.levels.get(node) ?? setting.style.topHeading;
  const { size: sizes } = setting.style.look;
  const size = level === setting.style.topHeading ? sizes.large : sizes.text;
  const look = `margin:${pixels(gap.above)} 0 ${gap.below === 0 ? '0' : '8px'};font-size:${size}px;line-height:1.3`;
  return `<h${level} style="${look}">${inlines(node.children, setting, 0)}</h${level}>`;
}

function list(node: List, setting: Setting, depth: number, gap: Gap): string {
  const name = node.ordered ? 'ol' : 'ul';
  const start = node.ordered && typeof node.start === 'number' && node.start !== 1 ? ` start="${node.start}"` : '';
  const isLoose = node.spread || node.children.some(({ spread }) => spread);
  const items = node.children.map((item, index) => {
    const children = item.checked == null ? item.children : withMark(item.checked ? '☑' : '☐', item.children);
    const words = isLoose ? blocks(children, setting, depth + 1) : tight(children, setting, depth + 1);
    return `<li style="margin:${index === node.children.length - 1 ? '0' : '0 0 8px'}">${words}</li>`;
  });
  // A margin, not a padding: classic Outlook ignores the padding of lists.
  const margin = setting.style.start === 'left' ? `0 0 ${pixels(gap.below)} 24px` : `0 24px ${pixels(gap.below)} 0`;
  return `<${name}${start} style="margin:${margin};padding:0">${items.join('')}</${name}>`;
}

/** The content of an entry in a list without empty lines: its paragraph is not one of its own. */
function tight(nodes: readonly Nodes[], setting: Setting, depth: number): string {
  const [first, ...others] = nodes;
  if (first?.type !== 'paragraph') return blocks(nodes, setting, depth);
  return inlines(first.children, setting, 0) + blocks(others, setting, depth);
}

function table(node: Table, setting: Setting, gap: Gap): string {
  const [head, ...body] = node.children;
  const columns = Math.max(...node.children.map((row) => row.children.length));
  const row = (cells: TableRow, isHead: boolean) =>
    `<tr>${Array.from({ length: columns }, (_, column) => cell(cells, column, node, setting, isHead)).join('')}</tr>`;
  // A heading row without a word heads nothing, and screen readers would say so.
  const thead = head && lineOf(head) !== '' ? `<thead>${row(head, true)}</thead>` : '';
  const tbody = body.length > 0 ? `<tbody>${body.map((cells) => row(cells, false)).join('')}</tbody>` : '';
  return `<table style="margin:${below(gap)};width:100%;border-collapse:collapse">${thead}${tbody}</table>`;
}

function cell(row: TableRow, column: number, { align }: Table, setting: Setting, isHead: boolean): string {
  const { style } = setting;
  const words = inlines(row.children[column]?.children ?? [], setting, 0);
  // The font again: classic Outlook and quirks mode do not hand it down into tables.
  const look = [
    `padding:${style.start === 'left' ? '8px 12px 8px 0' : '8px 0 8px 12px'}`,
    `border-bottom:1px solid ${style.colours.rule}`,
    `color:${style.colours.text}`,
    `font:${isHead ? 'bold ' : ''}${style.look.size.text}px/${style.look.lineHeight} ${escapeAttribute(style.look.fonts)}`,
    `text-align:${align?.[column] ?? style.start}`,
    'vertical-align:top',
  ].join(';');
  const isHeading = isHead && words !== '';
  const opening = isHeading ? 'th scope="col"' : 'td';
  return `<${opening} class="${markupClasses.text} ${markupClasses.rule}" style="${look}">${words}</${isHeading ? 'th' : 'td'}>`;
}

function footnoteMarkup(setting: Setting): string {
  const { style, references } = setting;
  if (references.footnotes.length === 0) return '';
  const notes = references.footnotes.flatMap((note, index) => withMark(`[${index + 1}]`, note.children));
  const look = `color:${style.colours.muted};font-size:${style.look.size.small}px`;
  return `<div class="${markupClasses.muted}" style="${look}">${blocks(notes, setting, 0)}</div>`;
}

function inlines(nodes: readonly Nodes[], setting: Setting, depth: number): string {
  const shown = depth < deepest ? nodes : unwrapped(nodes);
  return shown.map((node) => inline(node, setting, depth)).join('');
}

function inline(node: Nodes, setting: Setting, depth: number): string {
  const inside = () => inlines(childrenOf(node), setting, depth + 1);
  switch (node.type) {
    case 'text':
    case 'html':
      return withForeignWords(escapeText(node.value), setting.style.lang, inItsLanguage);
    case 'emphasis':
      return `<em>${inside()}</em>`;
    case 'strong':
      return `<strong>${inside()}</strong>`;
    case 'delete':
      return `<del>${inside()}</del>`;
    case 'inlineCode':
      return `<code style="font-family:monospace">${escapeText(node.value)}</code>`;
    case 'break':
      return '<br>';
    case 'image':
    case 'imageReference':
      return escapeText(node.alt ?? '');
    case 'footnoteReference':
      return footnoteMark(node.identifier, setting.references);
    case 'link':
    case 'linkReference': {
      const url = urlOf(node, setting.references) ?? '';
      const lang = wordsLanguage(url);
      if (lang !== undefined)
        return inItsLanguage(
          inlines(childrenOf(node), { ...setting, style: { ...setting.style, lang } }, depth + 1),
          lang,
        );
      const target = linkTarget(url);
      if (target === null) return inside();
      // A link must have words; without any, the address is better than nothing.
      const words = lineOf(node) === '' ? escapeText(target) : inside();
      const look = `color:${setting.style.colours.link};text-decoration:underline`;
      return `<a href="${escapeAttribute(target)}" class="${markupClasses.link}" style="${look}">${words}</a>`;
    }
    default:
      return inside();
  }
}

function inItsLanguage(words: string, lang: string): string {
  return `<span${languageAttributes(lang)}>${words}</span>`;
}

function below({ below }: Gap): string {
  return below === 0 ? '0' : `0 0 ${below}px`;
}

function pixels(size: number): string {
  return size === 0 ? '0' : `${size}px`;
}
