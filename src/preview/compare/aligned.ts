import { common } from './common.js';

/** What stands beside what: in both lists, or only in one of them. */
export type Beside<T> = { readonly one: T; readonly other?: T } | { readonly one?: undefined; readonly other: T };

/** By what two things are the same, and by how much they are alike: what they consist of. */
export type Likeness<T> = { readonly key: (thing: T) => string; readonly parts: (thing: T) => readonly string[] };

/** Things that share at least this much of what they consist of are the same thing, changed. */
const alike = 0.5;

/** More pairs than this are not tried. */
const mostPairs = 20_000;

/** Two lists side by side: what is the same in both, what has changed, and what only one of them has. */
export function aligned<T>(one: readonly T[], other: readonly T[], likeness: Likeness<T>): readonly Beside<T>[] {
  const rows: Beside<T>[] = [];
  let [a, b] = [0, 0];
  const until = (endA: number, endB: number) =>
    rows.push(...paired(one.slice(a, endA), other.slice(b, endB), likeness));
  for (const [nextA, nextB] of common(one.map(likeness.key), other.map(likeness.key))) {
    until(nextA, nextB);
    rows.push(...both(one[nextA], other[nextB]));
    [a, b] = [nextA + 1, nextB + 1];
  }
  until(one.length, other.length);
  return rows;
}

/** Finds those pairs that are most alike together, none of which crosses another. */
function paired<T>(one: readonly T[], other: readonly T[], { parts }: Likeness<T>): readonly Beside<T>[] {
  const alone = [...one.map((thing) => ({ one: thing })), ...other.map((thing) => ({ other: thing }))];
  if (one.length === 0 || other.length === 0 || one.length * other.length > mostPairs) return alone;
  const [bags, otherBags] = [one.map(parts).map(counted), other.map(parts).map(counted)];
  const scores = bags.map((bag) => otherBags.map((than) => likenessOf(bag, than)));
  const score = (a: number, b: number) => scores[a]?.[b] ?? 0;
  // The best that can be made of what is left from here on.
  const best = Array.from({ length: one.length + 1 }, () => new Array<number>(other.length + 1).fill(0));
  const bestOf = (a: number, b: number) => best[a]?.[b] ?? 0;
  const together = (a: number, b: number) => (score(a, b) >= alike ? score(a, b) + bestOf(a + 1, b + 1) : 0);
  for (let a = one.length - 1; a >= 0; a -= 1)
    for (let b = other.length - 1; b >= 0; b -= 1)
      best[a]?.splice(b, 1, Math.max(together(a, b), bestOf(a + 1, b), bestOf(a, b + 1)));
  const rows: Beside<T>[] = [];
  let [a, b] = [0, 0];
  while (a < one.length || b < other.length) {
    if (a < one.length && b < other.length && together(a, b) > 0 && together(a, b) === bestOf(a, b)) {
      rows.push(...both(one[a], other[b]));
      [a, b] = [a + 1, b + 1];
    } else if (a < one.length && (b === other.length || bestOf(a + 1, b) === bestOf(a, b))) {
      rows.push(...both(one[a], undefined));
      a += 1;
    } else {
      rows.push(...both(undefined, other[b]));
      b += 1;
    }
  }
  return rows;
}

function both<T>(one: T | undefined, other: T | undefined): readonly Beside<T>[] {
  if (one !== undefined) return [other === undefined ? { one } : { one, other }];
  return other === undefined ? [] : [{ other }];
}

type Bag = { readonly size: number; readonly counts: ReadonlyMap<string, number> };

function counted(parts: readonly string[]): Bag {
  const counts = new Map<string, number>();
  for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + 1);
  return { size: parts.length, counts };
}

/** The share of what two have together that both have, from 0 to 1. */
function likenessOf(one: Bag, other: Bag): number {
  let shared = 0;
  for (const [part, count] of one.counts) shared += Math.min(count, other.counts.get(part) ?? 0);
  return one.size + other.size === 0 ? 1 : (2 * shared) / (one.size + other.size);
}
