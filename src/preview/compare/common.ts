/** A place in each of two lists. */
export type Pair = readonly [one: number, other: number];

/** Lists that have more than this many differences are told as wholly different, but for their ends. */
const most = 1500;

/**
 * What two lists have in common, in order: as much as there is, by Myers’s algorithm (An O(ND) difference algorithm and
 * its variations, 1986).
 */
export function common(one: readonly string[], other: readonly string[]): readonly Pair[] {
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start += 1;
  let end = 0;
  while (
    end < one.length - start &&
    end < other.length - start &&
    one[one.length - 1 - end] === other[other.length - 1 - end]
  )
    end += 1;
  const inner = between(one.slice(start, one.length - end), other.slice(start, other.length - end));
  return [
    ...Array.from({ length: start }, (_, at): Pair => [at, at]),
    ...inner.map(([a, b]): Pair => [a + start, b + start]),
    ...Array.from({ length: end }, (_, at): Pair => [one.length - end + at, other.length - end + at]),
  ];
}

function between(one: readonly string[], other: readonly string[]): readonly Pair[] {
  if (one.length === 0 || other.length === 0) return [];
  // By diagonal, how far into the first list a path with so many differences has come; a copy for each number of them.
  const reached = new Map<number, number>([[1, 0]]);
  const before: ReadonlyMap<number, number>[] = [];
  for (let differences = 0; differences <= Math.min(most, one.length + other.length); differences += 1) {
    before.push(new Map(reached));
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      let a = isDown(reached, diagonal, differences) ? at(reached, diagonal + 1) : at(reached, diagonal - 1) + 1;
      while (a < one.length && a - diagonal < other.length && one[a] === other[a - diagonal]) a += 1;
      reached.set(diagonal, a);
      if (a >= one.length && a - diagonal >= other.length) return backwards(before, one.length, other.length);
    }
  }
  return [];
}

/** Whether a path comes to a diagonal by leaving out something of the second list. */
function isDown(reached: ReadonlyMap<number, number>, diagonal: number, differences: number): boolean {
  return (
    diagonal === -differences || (diagonal !== differences && at(reached, diagonal - 1) < at(reached, diagonal + 1))
  );
}

function backwards(
  before: readonly ReadonlyMap<number, number>[],
  length: number,
  otherLength: number,
): readonly Pair[] {
  const pairs: Pair[] = [];
  let [a, b] = [length, otherLength];
  for (const [differences, reached] of [...before.entries()].reverse()) {
    const diagonal = a - b;
    const from = isDown(reached, diagonal, differences) ? diagonal + 1 : diagonal - 1;
    const fromA = at(reached, from);
    const fromB = fromA - from;
    while (a > fromA && b > fromB && a > 0 && b > 0) {
      a -= 1;
      b -= 1;
      pairs.push([a, b]);
    }
    [a, b] = [fromA, fromB];
  }
  return pairs.reverse();
}

function at(reached: ReadonlyMap<number, number>, diagonal: number): number {
  return reached.get(diagonal) ?? -1;
}
