/** Something that happens at an instant: milliseconds since 1970. */
export type Job = { readonly at: number; readonly isDouble: boolean };

const minute = 60_000;

/**
 * The jobs of a scheduler that is asked for one every quarter of an hour, as real ones are: mostly some minutes late, at
 * times hours, a little early, twice, or not at all for half a day’s work. The same seed gives the same jobs.
 */
export function jobs(first: number, last: number, seed: number): readonly Job[] {
  const chance = random(seed);
  const all: Job[] = [];
  let silentUntil = 0;
  for (let planned = first; planned <= last; planned += 15 * minute) {
    if (chance() < 0.004) silentUntil = planned + (30 + chance() * 270) * minute;
    const lateness = latenessOf(chance(), chance());
    const isDouble = chance() < 0.08;
    if (planned < silentUntil) continue;
    all.push({ at: planned + Math.round(lateness) * minute, isDouble });
  }
  return all.sort((a, b) => a.at - b.at);
}

/** Minutes. */
function latenessOf(sort: number, share: number): number {
  if (sort < 0.05) return -1;
  if (sort < 0.75) return share * 3;
  if (sort < 0.97) return 3 + share * 17;
  return 20 + share * 150;
}

/** A generator of numbers from 0 to 1 (mulberry32): chance that can be repeated. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
