import type { Outcome } from '../../../src/model/outcome.js';

/** What the provider does with one request. */
export const answers = [
  'accepts',
  'accepts, and the answer is lost',
  'fails after it took it',
  'breaks off before it took it',
  'asks to wait',
  'asks to wait for ever',
  'is not reached',
  'refuses the key',
  'refuses the message',
  'is somebody else',
] as const;
export type Answer = (typeof answers)[number];

/** A provider that counts what it took. */
export type Provider = {
  /** By person: the attempts that brought her a mail. */
  readonly took: Map<string, string[]>;
  /** Of how many people each request was, in order. */
  readonly requests: number[];
  /** One a request, and then it accepts. */
  readonly answers: Answer[];
  /** Addresses that it refuses, with all of the request that they are in. */
  readonly bad: ReadonlySet<string>;
  readonly tellsWhoIsBad: boolean;
  readonly mostPeople: number;
};

/** What the provider does with a request, and what the transport makes of that. */
export function post(provider: Provider, people: readonly string[], attempt: string, now: number): Outcome {
  provider.requests.push(people.length);
  const answer = provider.answers.shift() ?? 'accepts';
  const take = () => {
    for (const person of people) provider.took.set(person, [...(provider.took.get(person) ?? []), attempt]);
  };
  switch (answer) {
    case 'breaks off before it took it':
      return { outcome: 'unknown', why: 'broke-off' };
    case 'asks to wait':
      return { outcome: 'throttled', until: now + 20_000 };
    case 'asks to wait for ever':
      return { outcome: 'throttled', until: now + 1e12 };
    case 'is not reached':
      return { outcome: 'not-sent', why: 'refused' };
    case 'refuses the key':
      return { outcome: 'rejected', kind: 'credentials', reason: 'unauthorized' };
    case 'refuses the message':
      return { outcome: 'rejected', kind: 'message', reason: 'subject' };
    case 'is somebody else':
      return { outcome: 'unknown', why: 'not-the-provider' };
  }
  if (people.length > provider.mostPeople) return { outcome: 'rejected', kind: 'too-large', reason: 'too-large' };
  const places = people.flatMap((person, index) => (provider.bad.has(person) ? [index] : []));
  if (places.length > 0) {
    const told = provider.tellsWhoIsBad && { places };
    return { outcome: 'rejected', kind: 'address', reason: 'address', ...told };
  }
  take();
  if (answer === 'fails after it took it') return { outcome: 'unknown', why: 'server-error' };
  if (answer === 'accepts, and the answer is lost') return { outcome: 'unknown', why: 'no-answer' };
  return { outcome: 'accepted', id: `id-${attempt}` };
}
