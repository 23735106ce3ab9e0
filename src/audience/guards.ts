import type { Audience, LawfulBasis } from '../model/audience.js';
import { grouped } from '../model/count.js';
import type { Publication } from '../model/publication.js';
import { type Counted, rowsTold } from './tally.js';

export const guardNames = [
  'source',
  'tracked',
  'basis',
  'environment',
  'suppressions',
  'nobody',
  'size',
  'change',
  'merge-fields',
] as const;

/** Why an issue must not go to an audience. Only a person can change that, and nothing overrides it in passing. */
export type Refusal = {
  readonly guard: (typeof guardNames)[number];
  readonly words: string;
  readonly fix: string;
};

/** What is known before anybody is read. */
export type FactsBefore = {
  readonly audience: Audience;
  readonly publication: Pick<Publication, 'title' | 'marketing'>;
  /** Whether the file of the source is in git. */
  readonly isTracked: boolean;
  /** The provider's lists that must have been read, and when that was last done, an ISO instant. */
  readonly lists: readonly { readonly list: string; readonly readAt?: string }[];
  /** An ISO instant. */
  readonly now: string;
};

/** What is known when everybody has been read. */
export type FactsAfter = {
  readonly audience: Audience;
  readonly recipients: number;
  /** The last issue of the same newsletter to the same audience. */
  readonly previous?: { readonly date: string; readonly recipients: number };
  /** Rows with addresses at which somebody can be. */
  readonly real?: Counted;
  /** By name of the field: recipients whose edition prints it, and who have neither a value nor a fallback. */
  readonly blank: ReadonlyMap<string, Counted>;
};

/** Which bases allow direct marketing by email (PECR, regulation 22). A soft opt-in is one that the law gives. */
const coversMarketing: Readonly<Record<LawfulBasis, boolean>> = {
  'member-service': false,
  consent: true,
  'soft-opt-in': true,
};

/** Hours for which what was read of the provider's lists counts as true. */
const freshFor = 24;

/** All that can be refused before reading anybody. */
export function refusalsBefore({ audience, publication, isTracked, lists, now }: FactsBefore): Refusal[] {
  const refusals: Refusal[] = [];
  const refuse = (guard: Refusal['guard'], words: string, fix: string) => refusals.push({ guard, words, fix });
  const { people, basis, environment } = audience;
  if (!people) {
    refuse(
      'source',
      `${audience.title} has no source, so nobody can be written to.`,
      `Add “source” to ${audience.source.file}.`,
    );
  }
  if (isTracked) {
    refuse(
      'tracked',
      'The file with the people is in git, where it stays for ever and everybody with the repository has it.',
      'Move it to audiences/private/, run “git rm --cached” on it, and ask whoever keeps the repository to clear it from its history.',
    );
  }
  if (environment === 'live' && basis === undefined) {
    refuse(
      'basis',
      `Nothing says why the organisation may write to ${audience.title}.`,
      `Add “basis” to ${audience.source.file}: member-service, consent or soft-opt-in.`,
    );
  }
  if (basis !== undefined && publication.marketing && !coversMarketing[basis]) {
    refuse(
      'basis',
      `${publication.title} is marketing, which includes campaigning, and the basis of ${audience.title} is “${basis}”, which does not cover it.`,
      'If it only serves members with what is theirs, write “marketing: false” in its publication.yaml; if these people agreed to it, write “basis: consent”. Ask your data protection officer.',
    );
  }
  if (environment === 'live') {
    const stale = lists.filter(({ readAt }) => readAt === undefined || hoursBetween(readAt, now) > freshFor);
    if (stale.length > 0) {
      refuse(
        'suppressions',
        `The provider’s lists of people who must not be written to have not been read in the last ${freshFor} hours: ${stale.map(({ list }) => list).join(', ')}.`,
        'Run “mailout suppressions sync”.',
      );
    }
  }
  return refusals;
}

/** All that can be refused when everybody has been read. */
export function refusalsAfter({ audience, recipients, previous, real, blank }: FactsAfter): Refusal[] {
  const refusals: Refusal[] = [];
  const refuse = (guard: Refusal['guard'], words: string, fix: string) => refusals.push({ guard, words, fix });
  const { size, change, environment } = audience;
  if (environment === 'test' && real) {
    refuse(
      'environment',
      `${audience.title} is a test audience, and has addresses at which somebody can be: ${rowsTold(real)}.`,
      'Use addresses at example.org only, or write “environment: live” if these people are meant.',
    );
  }
  if (recipients === 0) refuse('nobody', 'There is nobody to write to.', 'Look at why everybody is left out.');
  if (size && recipients > 0 && (recipients < size.from || recipients > size.until)) {
    refuse(
      'size',
      `There are ${grouped(recipients)} recipients, and ${audience.title} should have from ${grouped(size.from)} to ${grouped(size.until)}.`,
      'Check that the source is the right one and whole. If the number is right, change “size”.',
    );
  }
  if (previous && recipients > 0 && differs(recipients, previous.recipients, change)) {
    refuse(
      'change',
      `There are ${grouped(recipients)} recipients, and the issue of ${previous.date} had ${grouped(previous.recipients)}: that is more than ${change} % of a change.`,
      'Check that the source is the right one and whole. If the number is right, raise “change”.',
    );
  }
  for (const [name, rows] of blank) {
    refuse(
      'merge-fields',
      `“${name}” is printed without a fallback, and there are people who have none: ${rowsTold(rows)}.`,
      `Give the field a fallback in ${audience.source.file}, or in the text: [[${name}|words]].`,
    );
  }
  return refusals;
}

function differs(now: number, before: number, percent: number): boolean {
  return Math.abs(now - before) * 100 > before * percent;
}

function hoursBetween(earlier: string, later: string): number {
  return (Date.parse(later) - Date.parse(earlier)) / 3_600_000;
}
