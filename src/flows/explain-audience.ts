import { describeSource } from '../audience/describe-source.js';
import { exclusionWords } from '../audience/exclusion-words.js';
import { type Refusal, refusalsAfter, refusalsBefore } from '../audience/guards.js';
import { rollBook } from '../audience/roll-book.js';
import type { Counted, ExclusionReason, Tally } from '../audience/tally.js';
import type { Database } from '../database/open.js';
import type { Audience, Environment, LawfulBasis } from '../model/audience.js';
import type { Finding } from '../model/finding.js';
import type { DateText } from '../model/time.js';
import { callRoll } from './call-roll.js';
import { factsBefore } from './guard-facts.js';
import { type LoadedAudience, loadAudience } from './load-audience.js';
import { type NextMail, nextMail } from './next-mail.js';
import type { PeopleWorld } from './people-world.js';
import { sourceFindings } from './source-findings.js';
import { previousRoster, readBy, registerOf } from './take-roll.js';
import { withDatabase } from './workspace-database.js';

export type AudienceRequest = {
  readonly audience: string;
  /** The id of a publication; of the only one that goes to the audience if absent. */
  readonly publication?: string;
  /** The day from which on the next issue is meant. */
  readonly date?: DateText;
};

/** Who of an audience gets mail, who does not, and why. No person is in it. */
export type Explanation = {
  readonly audience: string;
  readonly title: string;
  readonly environment: Environment;
  readonly basis?: LawfulBasis;
  /** Where the people are, in words. */
  readonly source: string;
  /** rowsRead = recipients + the sum of leftOut, always. */
  readonly rowsRead: number;
  readonly recipients: number;
  readonly leftOut: readonly LeftOut[];
  readonly facets: Tally['facets'];
  readonly fields: Tally['fields'];
  /** The issue that is meant, where there is one. */
  readonly issue?: ExplainedIssue;
};

export type LeftOut = Counted & {
  readonly reason: ExclusionReason;
  readonly words: string;
  readonly fix?: string;
};

export type ExplainedIssue = {
  readonly publication: string;
  readonly title: string;
  readonly date: DateText;
  /** Recipients by edition. */
  readonly editions: Readonly<Record<string, number>>;
  /** The edition that each persona reads. */
  readonly personas: readonly { readonly id: string; readonly title: string; readonly edition: string }[];
  /** What would stand in the way if it were to be sent now. */
  readonly refusals: readonly Refusal[];
};

/** An explanation with the audience that it is about, and all complaints. */
export type Explained = {
  readonly explanation?: Explanation;
  readonly audience?: Audience;
  readonly findings: readonly Finding[];
};

/**
 * Counts an audience: who gets the next issue, who is left out for which reason, and how many get each edition. Without
 * an explanation, the findings say why nobody can be counted.
 *
 * @throws Fault for an unknown audience or publication, and where the source or the database cannot be read.
 */
export async function explainAudience(request: AudienceRequest, world: PeopleWorld): Promise<Explained> {
  const { value: loaded, findings: ofFiles } = loadAudience(world, request.audience);
  if (!loaded) return { findings: ofFiles };
  const { value: next, findings: ofIssue } = await nextMail(loaded, world, request.publication, request.date);
  return withDatabase(world, { make: false }, async (database) => {
    const { audience } = loaded;
    const book = rollBook(
      audience.columns.fields.map(({ name }) => name),
      next?.mail.editions.map(readBy) ?? [],
      next?.mail.editionOf ?? (() => ''),
    );
    const { tally, findings } = await callRoll(
      {
        audience,
        organisation: loaded.content.organisation,
        register: await registerOf(audience, database),
        each: ({ recipients }) => {
          for (const recipient of recipients) book.enter(recipient);
        },
      },
      world,
    );
    const all = [...ofFiles, ...ofIssue, ...findings, ...sourceFindings(audience, book, world)];
    if (!tally) return { findings: all };
    const issue = next && (await explainedIssue(loaded, next, tally, book, database, world));
    return { explanation: { ...explained(audience, tally), ...(issue && { issue }) }, audience, findings: all };
  });
}

function explained(audience: Audience, { rowsRead, recipients, excluded, facets, fields }: Tally): Explanation {
  const leftOut = Object.entries(excluded).map(([reason, counts]): LeftOut => {
    const known = reason as ExclusionReason;
    return { reason: known, ...exclusionWords(known), ...counts };
  });
  return {
    audience: audience.id,
    title: audience.title,
    environment: audience.environment,
    ...(audience.basis && { basis: audience.basis }),
    source: describeSource(audience.people),
    rowsRead,
    recipients,
    leftOut: leftOut.sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
    facets,
    fields,
  };
}

async function explainedIssue(
  { audience, content }: LoadedAudience,
  next: NextMail,
  { recipients }: Tally,
  book: ReturnType<typeof rollBook>,
  database: Database | undefined,
  world: PeopleWorld,
): Promise<ExplainedIssue> {
  const { publication, slot, mail } = next;
  const previous = await previousRoster(next, audience, database);
  const real = book.real();
  const refusals = [
    ...refusalsBefore(await factsBefore(audience, publication, database, world)),
    ...refusalsAfter({
      audience,
      recipients,
      ...(previous && { previous: { date: previous.date, recipients: previous.sums.recipients } }),
      ...(real && { real }),
      blank: book.blank(),
    }),
  ];
  return {
    publication: publication.id,
    title: publication.title,
    date: slot.date,
    editions: book.editions(),
    personas: content.personas.map(({ id, title, facets }) => ({ id, title, edition: mail.editionOf(facets) })),
    refusals,
  };
}
