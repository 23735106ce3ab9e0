import { pastWeek } from '../../calendar/due.js';
import type { Send, SendState } from '../../database/sends.js';
import type { Finding } from '../../model/finding.js';
import { bySendingTime } from '../../model/planned-issue.js';
import { leftOutNow } from '../calendar/left-out.js';
import { timetable } from '../calendar/timetable.js';
import type { PeopleWorld } from '../people-world.js';
import { withDatabase } from '../workspace-database.js';
import type { DueIssue } from './send-due.js';

/** An issue of the past week, and what the ledger says of it: nothing, if it was not sent. */
export type WatchedIssue = Pick<DueIssue, 'publication' | 'title' | 'date' | 'sendsAt'> & {
  readonly send?: Pick<Send, 'id'> & { readonly state: SendState };
  /** Whether it had no items, without which its newsletter does not come out. */
  readonly isLeftOut?: true;
};

/** What somebody has to notice. Plain data. */
export type Watch = {
  /** Every issue that should have gone out in the past week, in the order of their times. */
  readonly issues: readonly WatchedIssue[];
  /** Real sends that have not come to an end for longer than an issue may be late. */
  readonly unfinished: readonly Pick<Send, 'id' | 'publication' | 'date' | 'begunAt'>[];
  readonly hasLedger: boolean;
  readonly zone: string | undefined;
  /** What is wrong with the files that say when issues go out. */
  readonly findings: readonly Finding[];
};

/**
 * Holds the issues that should have gone out in the past week against the ledger. Writes nothing.
 *
 * @param ids of publications; all of them if there is none
 * @throws Fault (exit 2) for an unknown publication, and where the ledger cannot be asked.
 */
export async function watchSends(ids: readonly string[], world: PeopleWorld): Promise<Watch> {
  const { value, findings } = await timetable(world.root, ids, world.now);
  if (!value) return { issues: [], unfinished: [], hasLedger: false, zone: undefined, findings };
  const { organisation, publications, now } = value;
  return withDatabase(world, { make: false }, async (database) => {
    const sends = ((await database?.sends.list()) ?? []).filter(({ isRehearsal }) => !isRehearsal);
    const issues = publications.flatMap(({ id, title, cadence }) =>
      pastWeek(cadence, organisation, now, organisation.delivery.mostLate).map(({ date, sendsAt }): WatchedIssue => {
        const send = sends.find((one) => one.publication === id && one.date === date);
        const found = send && { send: { id: send.id, state: send.state } };
        return { publication: id, title, date, sendsAt, ...found };
      }),
    );
    const unsent = issues.filter(({ send }) => !send);
    const empty = await leftOutNow(unsent, publications, world);
    const latest = Date.parse(world.now) - organisation.delivery.mostLate * 3_600_000;
    const isUnfinished = ({ state, publication, begunAt }: Send) =>
      (state === 'open' || state === 'cancelling') &&
      (ids.length === 0 || ids.includes(publication)) &&
      Date.parse(begunAt) < latest;
    return {
      issues: issues
        .map((issue) =>
          empty.has(`${issue.publication}/${issue.date}`) ? { ...issue, isLeftOut: true as const } : issue,
        )
        .sort(bySendingTime),
      unfinished: sends
        .filter(isUnfinished)
        .map(({ id, publication, date, begunAt }) => ({ id, publication, date, begunAt })),
      hasLedger: database !== undefined,
      zone: organisation.zone,
      findings,
    };
  });
}
