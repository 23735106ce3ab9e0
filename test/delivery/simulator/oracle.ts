import { isBalanced, totalOf } from '../../../src/delivery/sums.js';
import { type BatchState, personAt, sums } from './memory-ledger.js';
import type { Trace } from './simulate.js';

/** What the ledger says of a person. */
type Said = { readonly state: Exclude<BatchState, 'split'> | 'rejected'; readonly attempt?: string };

/**
 * Compares what the ledger says with what the provider did, whatever happened before. Gives everything that must never
 * be so; nothing where all is right.
 */
export function complaints({ people, suppressed, bad, ledger, provider, unaccountable }: Trace): string[] {
  const complaints = unaccountable.map(
    (attempt) => `${attempt} was sent though nobody could write down what came of it`,
  );
  const said = new Map<string, Said[]>();
  const say = (person: string, what: Said) => said.set(person, [...(said.get(person) ?? []), what]);
  for (const batch of ledger.batches) {
    const { state, attempt, late, rejected } = batch;
    for (const { place } of late) say(personAt(batch, place), { state: 'excluded' });
    for (const { place } of rejected) say(personAt(batch, place), { state: 'rejected' });
    if (state === 'split' || state === 'excluded') continue;
    const others = batch.people.filter((_, place) => !late.some((one) => one.place === place));
    for (const person of others) say(person, { state, ...(attempt && { attempt: attempt.id }) });
  }
  for (const person of people) {
    const took = provider.took.get(person) ?? [];
    const [word, ...more] = said.get(person) ?? [];
    const complain = (what: string) => complaints.push(`${person} ${what}`);
    if (took.length > 1) complain(`got it ${took.length} times`);
    if (!word) {
      complain('is not in the ledger');
      continue;
    }
    if (more.length > 0) complain('is in the ledger more than once');
    if (word.state === 'accepted' && took.length === 0) complain('is accepted in the ledger and got nothing');
    const mayHave: readonly Said['state'][] = ['accepted', 'unknown', 'open'];
    if (took.length > 0 && !mayHave.includes(word.state)) complain(`got it, and is ${word.state} in the ledger`);
    if (word.state === 'unknown' && word.attempt === undefined) complain('is unknown, and nobody knows since when');
    if (word.state === 'rejected' && !bad.has(person)) complain('is rejected, and the provider never refused her');
    if (took.length > 0 && suppressed.has(person)) complain('got it though she was suppressed');
  }
  if (said.size > people.length) complaints.push('There is somebody in the ledger who was not planned');
  const total = totalOf(sums(ledger));
  if (!isBalanced(total) || total.planned !== people.length) complaints.push('The sums are not those of the people');
  return complaints;
}

/** What is not as it should be when everything was settled and the last run has ended. */
export function leftovers({ ledger, people, bad, suppressed, provider }: Trace): string[] {
  if (!ledger.isComplete) return ['The send is not complete'];
  return people
    .filter((person) => !bad.has(person) && !suppressed.has(person) && !provider.took.has(person))
    .map((person) => `${person} got nothing, and nothing spoke against it`);
}
