import type { Outcome } from '../model/outcome.js';
import type { Consequence, LeftOut, Receipt } from '../model/send-ledger.js';

/**
 * What an outcome means for the batch. Only what was certainly not sent is ever planned again, and what is unknown is
 * left to a person.
 *
 * @param size how many people the batch has
 * @param late who of them was not in the request
 */
export function receiptOf(outcome: Outcome, size: number, late: readonly LeftOut[]): Receipt {
  return { outcome, consequence: consequenceOf(outcome, sentPlaces(size, late)) };
}

/** The places of a batch whose people are in the request, in order. */
export function sentPlaces(size: number, late: readonly LeftOut[]): readonly number[] {
  const places = Array.from({ length: size }, (_, place) => place);
  if (late.length === 0) return places;
  const left = new Set(late.map(({ place }) => place));
  return places.filter((place) => !left.has(place));
}

function consequenceOf(outcome: Outcome, sent: readonly number[]): Consequence {
  switch (outcome.outcome) {
    case 'accepted':
    case 'unknown':
      return { batch: outcome.outcome };
    case 'throttled':
    case 'not-sent':
      return { batch: 'planned' };
    case 'rejected':
      if (outcome.kind === 'address') return withoutRefused(outcome.reason, outcome.places ?? [], sent);
      if (outcome.kind === 'too-large' && sent.length > 1) return split([], halves(sent));
      return { batch: 'planned' };
  }
}

/** Those whom the provider named are rejected, the others become one batch. If it named nobody, it is asked about halves. */
function withoutRefused(reason: string, named: readonly number[], sent: readonly number[]): Consequence {
  const bad = new Set(sent.length === 1 ? sent : named.map((index) => sent[index]));
  const rejected = sent.filter((place) => bad.has(place)).map((place) => ({ place, reason }));
  if (rejected.length === 0) return split([], halves(sent));
  const others = sent.filter((place) => !bad.has(place));
  return split(rejected, others.length > 0 ? [others] : []);
}

function split(rejected: readonly LeftOut[], parts: readonly (readonly number[])[]): Consequence {
  return { batch: 'split', rejected, parts };
}

function halves(places: readonly number[]): readonly (readonly number[])[] {
  const middle = Math.ceil(places.length / 2);
  return [places.slice(0, middle), places.slice(middle)];
}
