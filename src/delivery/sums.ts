import { noSums, type StageSums } from '../model/send-ledger.js';

/** What became of everybody. */
export type Sums = Omit<StageSums, 'stage'>;

/** The stages together. */
export function totalOf(stages: readonly StageSums[]): Sums {
  return stages.reduce<Sums>(
    (sum, one) => ({
      planned: sum.planned + one.planned,
      accepted: sum.accepted + one.accepted,
      excluded: sum.excluded + one.excluded,
      rejected: sum.rejected + one.rejected,
      unknown: sum.unknown + one.unknown,
      died: sum.died + one.died,
      inFlight: sum.inFlight + one.inFlight,
      left: sum.left + one.left,
    }),
    noSums,
  );
}

/** Whether everybody who was planned is in exactly one of the other sums. */
export function isBalanced({ planned, accepted, excluded, rejected, unknown, inFlight, left }: Sums): boolean {
  return planned === accepted + excluded + rejected + unknown + inFlight + left;
}

/** Whether there is nothing more to do, for anybody. */
export function isSettled({ unknown, inFlight, left }: Sums): boolean {
  return unknown === 0 && inFlight === 0 && left === 0;
}
