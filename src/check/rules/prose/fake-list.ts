import type { Nodes, Paragraph } from 'mdast';
import { rule } from '../../rule.js';
import { offsetAt, placeAt, replacing, type SourceText } from '../../source-text.js';

/** What stands for a list: a bullet that is nothing else, or dashes and numbers, of which it takes two. */
const bullet = /^(?:[>\s]*)([•‣◦▪●○➢✓✔])[ \t\u00A0]*(?=\S)/;
const dash = /^(?:[>\s]*)([–—])[ \t\u00A0]+(?=\S)/;
const number = /^(?:[>\s]*)(\((?:\d{1,2}|[a-h]|i{1,3}|iv|v)\)|[a-h]\))[ \t\u00A0]+(?=\S)/;

export const fakeList = rule({
  id: 'prose/fake-list',
  over: 'writing',
  severity: 'warning',
  title: 'Lists are lists, not lines with signs in front',
  why: 'Lines with a sign in front run together into one paragraph when the mail is made. And people who listen to the page are not told that a list begins and how long it is.',
  origins: [
    { title: 'WCAG 2.2, 1.3.1 Info and Relationships', url: 'https://www.w3.org/TR/WCAG22/#info-and-relationships' },
  ],
  bad: '• pens\n• paper',
  good: '- pens\n- paper',
  *judge({ trees, file }) {
    for (const tree of trees) {
      for (const paragraph of paragraphsIn(tree)) {
        const found = fakeItems(paragraph, file);
        const first = found?.[0];
        if (!found || !first) continue;
        const edits = found.map(({ from, to }) => replacing(file, from, to, '- '));
        yield {
          place: placeAt(file, first.from),
          words:
            found.length === 1
              ? `A line begins with “${first.sign}” and is no list.`
              : `${found.length} lines begin with “${first.sign}” or the like and are no list.`,
          fix: `Begin each of them with “${first.isNumber ? '1. ' : '- '}”, and leave an empty line before the first.`,
          ...(!first.isNumber && { edits }),
        };
      }
    }
  },
});

type FakeItem = { readonly sign: string; readonly from: number; readonly to: number; readonly isNumber: boolean };

/** The lines of a paragraph that are meant as items, if it takes them for a part of the text. */
function fakeItems({ position }: Paragraph, file: SourceText): readonly FakeItem[] | undefined {
  if (!position) return undefined;
  const start = offsetAt(file, position.start.line, position.start.column);
  const end = offsetAt(file, position.end.line, position.end.column);
  const text = file.text.slice(start, end);
  if (!/[•‣◦▪●○➢✓✔–—)]/.test(text)) return undefined;
  const lines = linesOf(text, start);
  const bullets = itemsBy(bullet, lines);
  // “a • b • c” is a row with signs between, which may break in front of one.
  if (bullets.length > 0) return lines.some(({ text }) => /\S[ \t]*[•‣◦▪●○]/.test(text)) ? undefined : bullets;
  for (const pattern of [dash, number]) {
    const items = itemsBy(pattern, lines);
    // A dash may begin a line by chance, and “(a)” may be quoted: a list has two and begins with the first.
    const begin = lines.findIndex(({ at }) => at === items[0]?.line);
    const isBegun = begin === 0 || /:\s*$/.test(lines[begin - 1]?.text ?? '');
    if (items.length >= 2 && isBegun) return items;
  }
  return undefined;
}

type Line = { readonly text: string; readonly at: number };

function linesOf(text: string, start: number): readonly Line[] {
  let at = start;
  return text.split('\n').map((line) => {
    const here = at;
    at += line.length + 1;
    return { text: line, at: here };
  });
}

function itemsBy(pattern: RegExp, lines: readonly Line[]): readonly (FakeItem & { readonly line: number })[] {
  return lines.flatMap(({ text, at }) => {
    const match = pattern.exec(text);
    const sign = match?.[1];
    if (!match || sign === undefined) return [];
    const from = at + match[0].indexOf(sign);
    return [{ sign, from, to: at + match[0].length, isNumber: sign.endsWith(')'), line: at }];
  });
}

function* paragraphsIn(node: Nodes): Generator<Paragraph> {
  if (node.type === 'paragraph') yield node;
  else if ('children' in node) for (const child of node.children) yield* paragraphsIn(child);
}
