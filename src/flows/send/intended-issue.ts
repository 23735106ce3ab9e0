import type { Database } from '../../database/open.js';
import type { Send } from '../../database/sends.js';
import type { Override, SendPlan } from '../../delivery/plan.js';
import { transports } from '../../delivery/transports/transports.js';
import { type Finding, isError } from '../../model/finding.js';
import type { TransportKind } from '../../model/organisation.js';
import type { DateText } from '../../model/time.js';
import { type LoadedAudience, loadMailing } from '../load-audience.js';
import { type NextMail, nextMail } from '../next-mail.js';
import type { PeopleWorld } from '../people-world.js';
import { nowIn } from '../schedule.js';
import { transportKind } from './sending.js';

/** Which issue is meant, and how it is to go out. */
export type SendRequest = {
  /** The id of a publication. */
  readonly publication: string;
  /** The day from which on the next issue is meant. Without it: the issue whose send is under way, or today’s or the next. */
  readonly date?: DateText;
  /** A name of a transport. */
  readonly transport?: string;
  /** When it is to go out, on the clocks of the organisation: "2026-11-23T10:53". */
  readonly at?: string;
  /** Minutes for which the provider is to hold it back. */
  readonly hold?: number;
};

/** The issue that is meant, made in memory, and what was begun of it before. */
export type IntendedIssue = {
  readonly loaded: LoadedAudience;
  readonly next: NextMail;
  readonly kind: TransportKind;
  /** What would stand in the way, if an editor did not stand by it. */
  readonly overrides: readonly Override[];
  /** The send of this issue, if one was begun and not taken back. */
  readonly begun?: Send;
};

/**
 * Finds the issue that a request means. Without a value, the findings say what stands in the way of it.
 *
 * @throws Fault (exit 2) where there is no such newsletter or transport.
 */
export async function intendedIssue(
  request: SendRequest,
  database: Database | undefined,
  world: PeopleWorld,
): Promise<{ readonly value?: IntendedIssue; readonly findings: readonly Finding[] }> {
  const { value: loaded, findings: ofFiles } = loadMailing(world, request.publication);
  if (!loaded) return { findings: ofFiles };
  const { organisation } = loaded.content;
  const kind = transportKind(request.transport, organisation, world.variable);
  const sends = (await database?.sends.list({ publication: request.publication })) ?? [];
  const known = sends.filter(
    ({ isRehearsal, state }) => isRehearsal === !transports[kind].isReal && state !== 'cancelled',
  );
  const underWay = known.find(({ state }) => state === 'open' || state === 'cancelling');
  const today = (await nowIn(organisation, world.now)).slice(0, 10);
  const from = request.date ?? underWay?.date ?? today;
  const { value: next, findings } = await nextMail(loaded, world, request.publication, from);
  const all = [...ofFiles, ...findings];
  if (!next || all.some(isError)) return { findings: all };
  const last = known.find(({ date }) => date === next.slot.date);
  const begun = last && isSuperseded(last, next) ? undefined : last;
  // What has gone out in part goes on: a deadline that has passed since is no reason to keep it from the others.
  const { errors, overrides } = begun ? nothingToSay : await judged(loaded, next, today);
  if (errors.length > 0) return { findings: [...all, ...errors] };
  const kept = begun ? ((begun.details as SendPlan).overrides ?? []) : overrides;
  return { value: { loaded, next, kind, overrides: kept, ...(begun && { begun }) }, findings: all };
}

const nothingToSay = { errors: [], overrides: [] };

/** What the rules of `mailout check` say of an issue that stands in the way of sending it, and what somebody stands by. */
async function judged(
  { audience, content, tree, workshop }: LoadedAudience,
  { publication, slot, draft }: NextMail,
  today: DateText,
): Promise<{ readonly errors: readonly Finding[]; readonly overrides: readonly Override[] }> {
  const { judgeIssues } = await import('../check/judge-issues.js');
  const { findings, allowed } = await judgeIssues(
    { issues: [{ publication, audience, draft, slot }], items: [] },
    { content, tree, workshop, today, milliseconds: () => 0 },
    [],
  );
  const overrides = allowed
    .filter(({ finding }) => isError(finding))
    .map(({ finding: { rule, place, words }, because, until }) => ({
      rule,
      file: place?.file ?? '',
      words,
      because,
      until,
    }));
  return { errors: findings.filter(isError), overrides };
}

/** A rehearsal that is over is no reason not to rehearse an issue that was edited since. */
function isSuperseded({ isRehearsal, state, details }: Send, { publication, mail }: NextMail): boolean {
  if (!isRehearsal || state === 'open') return false;
  const before = details as SendPlan;
  const digests = ({ editions }: Pick<SendPlan, 'editions'> | NextMail['mail']) =>
    editions.map(({ id, digest }) => `${id} ${digest}`).join('\n');
  return (
    state !== 'complete' ||
    digests(before) !== digests(mail) ||
    JSON.stringify(before.sender) !== JSON.stringify(publication.sender)
  );
}
