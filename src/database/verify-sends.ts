import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Outcome } from '../model/outcome.js';
import type { LeftOut } from '../model/send-ledger.js';
import type { Connections } from './connections.js';
import { unpackPeople } from './packed.js';
import { placesOfBatch } from './send-rows.js';
import { sumsOf } from './send-sums.js';
import type { Tables } from './tables.js';

type SendRow = Tables['sends'];
type BatchRow = Tables['send_batches'];
type AttemptRow = Tables['send_attempts'];
type RosterBatchRow = Tables['roster_batches'];

/** What does not add up in the ledger, in words without any person; nothing where all is right. */
export async function verifySends(connections: Connections): Promise<readonly string[]> {
  const { db, bytes } = connections;
  const complaints: string[] = [];
  if (bytes === 'blob') {
    const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
    if (rows[0]?.integrity_check !== 'ok') complaints.push('The file of the database is damaged.');
  }
  for (const send of await db.selectFrom('sends').selectAll().orderBy('begun_at').execute()) {
    complaints.push(...(await complaintsAbout(send, connections)).map((words) => `Send ${send.id}: ${words}`));
  }
  return complaints;
}

async function complaintsAbout(send: SendRow, { db }: Connections): Promise<readonly string[]> {
  const batches = await db
    .selectFrom('send_batches')
    .selectAll()
    .where('send', '=', send.id)
    .orderBy('number')
    .execute();
  const attempts = await db.selectFrom('send_attempts').selectAll().where('send', '=', send.id).execute();
  const settled = await db.selectFrom('send_notes').select(['batch', 'what']).where('send', '=', send.id).execute();
  const roster = await db
    .selectFrom('roster_batches')
    .selectAll()
    .where('roster', '=', send.roster)
    .orderBy('number')
    .execute();
  const sums = await sumsOf(db, send.id);
  return [
    ...sumComplaints(send, sums),
    ...stateComplaints(send, batches),
    ...placeComplaints(batches),
    ...coverComplaints(batches, roster),
    ...twiceComplaints(roster),
    ...attemptComplaints(batches, attempts, settled),
    ...(await digestComplaints(send, roster, db)),
  ];
}

function sumComplaints({ recipients }: SendRow, stages: Awaited<ReturnType<typeof sumsOf>>): readonly string[] {
  const planned = stages.reduce((sum, one) => sum + one.planned, 0);
  const told = stages.reduce(
    (sum, { accepted, excluded, rejected, unknown, inFlight, left }) =>
      sum + accepted + excluded + rejected + unknown + inFlight + left,
    0,
  );
  return [
    ...(planned === recipients ? [] : [`it has ${recipients} recipients, and its batches have ${planned}.`]),
    ...(told === planned ? [] : [`${planned} people were planned, and it is known of ${told} what became of them.`]),
  ];
}

function stateComplaints({ state }: SendRow, batches: readonly BatchRow[]): readonly string[] {
  const undone = batches.filter((one) => ['planned', 'open', 'unknown'].includes(one.state));
  return state === 'complete' && undone.length > 0
    ? [`it is marked complete, and ${undone.length} of its batches are not.`]
    : [];
}

/** Whoever is said to be left out or refused is somebody of the batch, and is said to be so once. */
function placeComplaints(batches: readonly BatchRow[]): readonly string[] {
  return batches.flatMap(({ number, size, late, late_count, rejected, rejected_count }) => {
    const places = [...placesTold(late), ...placesTold(rejected)];
    const isRight =
      placesTold(late).length === late_count &&
      places.length === late_count + rejected_count &&
      new Set(places).size === places.length &&
      places.every((place) => place >= 0 && place < size);
    return isRight ? [] : [`batch ${number} does not say rightly who of it was left out or refused.`];
  });
}

function placesTold(json: string): readonly number[] {
  return (JSON.parse(json) as readonly LeftOut[]).map(({ place }) => place);
}

/** Everybody of the roster is in exactly one batch; and of a split batch in one part, or refused, or left out. */
function coverComplaints(batches: readonly BatchRow[], roster: readonly RosterBatchRow[]): readonly string[] {
  const complaints: string[] = [];
  for (const { number, size } of roster) {
    const times = new Uint8Array(size);
    const places = batches.filter((one) => one.roster_batch === number && one.part_of === null).flatMap(placesOfBatch);
    for (const place of places) times[place] = (times[place] ?? 0) + 1;
    if (places.length !== size || times.some((count) => count !== 1)) {
      complaints.push(`its batches are not exactly batch ${number} of its roster.`);
    }
  }
  for (const whole of batches.filter(({ state }) => state === 'split')) {
    const places = placesOfBatch(whole);
    const told = (json: string) => placesTold(json).map((place) => places[place] ?? -1);
    const parts = batches.filter(({ part_of }) => part_of === whole.number).flatMap(placesOfBatch);
    const all = [...told(whole.late), ...told(whole.rejected), ...parts];
    const isWhole = all.length === places.length && new Set(all).size === all.length;
    if (!isWhole || !all.every((place) => places.includes(place))) {
      complaints.push(`the parts of batch ${whole.number} are not exactly that batch.`);
    }
  }
  return complaints;
}

function twiceComplaints(roster: readonly RosterBatchRow[]): readonly string[] {
  const seen = new Set<string>();
  let twice = 0;
  for (const { people } of roster) {
    for (const person of unpackPeople(people)) {
      if (person === undefined) continue;
      if (seen.has(person)) twice += 1;
      seen.add(person);
    }
  }
  return twice > 0 ? [`${twice} people are in its roster more than once.`] : [];
}

function attemptComplaints(
  batches: readonly BatchRow[],
  attempts: readonly AttemptRow[],
  notes: readonly { readonly batch: number | null; readonly what: string }[],
): readonly string[] {
  const complaints: string[] = [];
  const isTakenBack = notes.some(({ what }) => what === 'take-back');
  for (const { number, state, attempt } of batches) {
    const hers = attempts.filter(({ batch }) => batch === number);
    const accepted = hers.filter(({ outcome }) => isAccepted(outcome));
    const isSettled = notes.some(({ batch, what }) => batch === number && what === 'accepted');
    const said = hers.find(({ id }) => id === attempt);
    if (state === 'accepted' && !isAccepted(said?.outcome ?? null) && !isSettled) {
      complaints.push(`batch ${number} is accepted, and nothing says so.`);
    }
    if ((state === 'open' || state === 'unknown') && !said) complaints.push(`batch ${number} waits for no attempt.`);
    if (accepted.length > 1 && !isTakenBack) {
      complaints.push(`batch ${number} was accepted ${accepted.length} times: its people may have the mail twice.`);
    }
    if (state === 'planned' && accepted.length > 0 && !isTakenBack) {
      complaints.push(`batch ${number} is planned, and was accepted before: its people may have the mail already.`);
    }
  }
  return complaints;
}

function isAccepted(outcome: string | null): boolean {
  return outcome !== null && (JSON.parse(outcome) as Outcome).outcome === 'accepted';
}

/** As it was when it was frozen, where nobody was blanked since. See freeze.ts. */
async function digestComplaints(
  send: SendRow,
  roster: readonly RosterBatchRow[],
  db: Connections['db'],
): Promise<readonly string[]> {
  const head = await db.selectFrom('rosters').select('digest').where('id', '=', send.roster).executeTakeFirst();
  if (!head) return ['its roster is gone.'];
  if (roster.some(({ erased }) => erased > 0)) return [];
  const digest = createHash('sha256');
  for (const { number, edition, size, people } of roster) {
    digest.update(`${JSON.stringify([number, edition, size])}\n`).update(people);
  }
  return digest.digest('hex') === head.digest ? [] : ['its roster is not the one that was frozen.'];
}
