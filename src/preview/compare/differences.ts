import { aligned, type Beside } from './aligned.js';
import { common } from './common.js';
import { type Block, type Passage, passagesOf, type Word } from './passages.js';

/** Words in a row that are only in one edition, with those that stand in their place in the other. */
export type Change = { readonly one: readonly Word[]; readonly other: readonly Word[] };

/** What differs between two editions, passage by passage. */
export type Difference =
  /** A passage with its heading that the other edition does not have. */
  | { readonly kind: 'only'; readonly in: 'one' | 'other'; readonly title: string; readonly passage: Passage }
  /** A passage that both have, in another place; `one` and `other` are the words of its heading. */
  | ({ readonly kind: 'moved'; readonly title: string } & Change)
  /** What has changed within a paragraph that both have, or a paragraph that only one of them has. */
  | { readonly kind: 'changed'; readonly title: string; readonly changes: readonly Change[] };

/** What readers see otherwise in one edition than in another. */
export function differencesBetween(one: string, other: string): readonly Difference[] {
  const rows = aligned(passagesOf(one), passagesOf(other), {
    key: ({ title, blocks }) => (title === '' ? `text ${blocks.map(keyOf).join('\n')}` : `title ${title}`),
    parts: ({ blocks }) => blocks.flat().map((word) => word.seen),
  });
  return withMoves(rows).flatMap(({ row, isMoved }) => {
    if (!row.one || !row.other) return alone(row);
    const [a, b] = [row.one, row.other];
    return [...(isMoved ? [moved(a, b)] : []), ...within(a, b)];
  });
}

type Row = { readonly row: Beside<Passage>; readonly isMoved: boolean };

/** What is missing in one place and stands in another with the same heading has been moved there. */
function withMoves(rows: readonly Beside<Passage>[]): readonly Row[] {
  const elsewhere = rows.filter((row) => !row.one && row.other && row.other.title !== '');
  const met = new Set<Beside<Passage>>();
  const made = rows.map((row): Row => {
    if (!row.one || row.other || row.one.title === '') return { row, isMoved: false };
    const { one } = row;
    const there = elsewhere.find((candidate) => !met.has(candidate) && candidate.other?.title === one.title);
    if (!there?.other) return { row, isMoved: false };
    met.add(there);
    return { row: { one, other: there.other }, isMoved: true };
  });
  return made.filter(({ row }) => !met.has(row));
}

function moved(one: Passage, other: Passage): Difference {
  return { kind: 'moved', title: one.title, one: headingOf(one), other: headingOf(other) };
}

function headingOf({ title, blocks }: Passage): Block {
  return blocks.find((block) => block.map((word) => word.seen).join(' ') === title) ?? [];
}

function alone({ one, other }: Beside<Passage>): readonly Difference[] {
  const passage = one ?? other;
  if (!passage) return [];
  const side = one ? 'one' : 'other';
  if (passage.title !== '') return [{ kind: 'only', in: side, title: passage.title, passage }];
  return passage.blocks.map((block) => ({
    kind: 'changed',
    title: '',
    changes: [side === 'one' ? { one: block, other: [] } : { one: [], other: block }],
  }));
}

function within(one: Passage, other: Passage): readonly Difference[] {
  const hasOther = one.title !== other.title && one.title !== '' && other.title !== '';
  const heads = hasOther ? [headingOf(one), headingOf(other)] : [];
  const [blocks, otherBlocks] = [one.blocks, other.blocks].map((all) => all.filter((block) => !heads.includes(block)));
  const rows = aligned(blocks ?? [], otherBlocks ?? [], {
    key: keyOf,
    parts: (block) => block.map((word) => word.seen),
  });
  const [head = [], otherHead = []] = heads;
  return [
    ...changed('', changesIn(head, otherHead)),
    ...rows.flatMap((row) => changed(one.title || other.title, changesIn(row.one ?? [], row.other ?? []))),
  ];
}

function changed(title: string, changes: readonly Change[]): readonly Difference[] {
  return changes.length === 0 ? [] : [{ kind: 'changed', title, changes }];
}

/** What differs between two paragraphs, word by word. */
function changesIn(one: Block, other: Block): readonly Change[] {
  const changes: Change[] = [];
  let [a, b] = [0, 0];
  const until = (endA: number, endB: number) => {
    if (endA > a || endB > b) changes.push({ one: one.slice(a, endA), other: other.slice(b, endB) });
  };
  for (const [nextA, nextB] of common(one.map(wordKey), other.map(wordKey))) {
    until(nextA, nextB);
    [a, b] = [nextA + 1, nextB + 1];
  }
  until(one.length, other.length);
  return changes;
}

function keyOf(block: Block): string {
  return block.map(wordKey).join(' ');
}

function wordKey({ seen, leads }: Word): string {
  return leads === undefined ? seen : `${seen}\0${leads}`;
}
