/** When a stage went too badly for the next one to begin. */
export type Threshold = {
  /** The share of its people that may be rejected, from 0 to 1. */
  readonly rejected: number;
  /** The share of its people that may be unknown, but for those whose run died. */
  readonly unknown: number;
};

/** A send goes in stages: who tests, then a small part of everybody, then the rest. */
export type Canary = {
  /** The share of batches in the second stage. */
  readonly share: number;
  /** After the first stage, and after the second. */
  readonly thresholds: readonly [testers: Threshold, share: Threshold];
};

export const defaultCanary: Canary = {
  share: 0.01,
  thresholds: [
    { rejected: 0, unknown: 0 },
    { rejected: 0.05, unknown: 0.05 },
  ],
};

/**
 * The stage of each batch, by number: 0 for those of the testers, 1 for about the share of the others, at least one,
 * spread evenly over all of them, and 2 for the rest. The same batches always have the same stages.
 *
 * @param batches the numbers of the batches of a roster
 * @param testers the numbers of those with nobody but testers in them
 */
export function stagesOf(
  batches: readonly number[],
  testers: ReadonlySet<number>,
  { share }: Canary,
): ReadonlyMap<number, number> {
  const others = batches.filter((number) => !testers.has(number));
  const early = Math.max(1, Math.round(others.length * share));
  const stages = new Map<number, number>();
  for (const number of batches) if (testers.has(number)) stages.set(number, 0);
  for (const [index, number] of others.entries()) {
    const isEarly = Math.floor((index * early) / others.length) !== Math.floor(((index - 1) * early) / others.length);
    stages.set(number, isEarly ? 1 : 2);
  }
  return stages;
}
