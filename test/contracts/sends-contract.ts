import { afterEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/database/open.js';
import type { NewSend, NewSendBatch, Send } from '../../src/database/sends.js';
import { totalOf } from '../../src/delivery/sums.js';
import type { LedgerPlace } from '../database/places.js';
import { host, startProcess } from '../database/processes.js';
import { all, now } from '../database/sample.js';
import {
  accepted,
  attempt,
  begun,
  frozen,
  newSend,
  readers,
  reason,
  type Slice,
  split,
  throttled,
  unknown,
  wholeBatches,
} from '../database/sample-send.js';
import { leftOut } from './ledger-contract.js';

/** What people and commands rely on, whichever database the sends are in. What runs rely on is in ledger-contract.ts. */
export function sendsContract(freshPlace: () => Promise<LedgerPlace>): void {
  const ends: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });
  const open = async ({ at }: LedgerPlace) => {
    const database = await openDatabase(at);
    ends.push(database.close);
    return database;
  };
  const fresh = async () => {
    const place = await freshPlace();
    ends.push(place.discard);
    return { place, database: await open(place) };
  };
  const startRun = async (database: Database, { id, plan, recipients }: Send, name = 'run') => {
    const process = await startProcess();
    ends.push(process.kill);
    const ledger = database.sends.ledger(id, process.runner);
    ends.push(() => ledger.leave().catch(() => {}));
    expect(await ledger.open({ plan, recipients }, name)).toBe('open');
    return { ...process, ledger };
  };
  /** A send with batches of these sizes in one stage, and a run on it. */
  const running = async (sizes: readonly number[], more: Partial<NewSend> = {}, lane?: (index: number) => string) => {
    const { place, database } = await fresh();
    const slices = slicesOf(database, sizes, lane);
    const send = await begun(database, slices, more);
    return { place, database, slices, send, ...(await startRun(database, send)) };
  };

  describe('a send that begins', () => {
    it('is there as it was begun, and found by its issue and the beginning of its id, the newest first', async () => {
      const { database } = await fresh();
      const roster = await frozen(database, slicesOf(database, [3]));
      const batches = wholeBatches(slicesOf(database, [3]));
      const made: Send[] = [];
      for (const [publication, date, more] of [
        ['monday-mail', '2021-03-22', { releaseAt: '2021-03-22T10:00:00.000Z', lanes: ['lane-a', 'lane-b'] }],
        ['e-bulletin', '2021-03-22', { isRehearsal: true }],
        ['monday-mail', '2021-03-29', { details: { list: [1, 'é'] } }],
      ] as const) {
        const begunAt = `2021-03-0${made.length + 1}T00:00:00.000Z`;
        const send = newSend(roster, 3, { ...more, publication, date, begunAt });
        const result = await database.sends.begin(send, batches);
        expect(result).toEqual({ send: { ...send, id: result.send.id, state: 'open' }, isNew: true });
        made.push(result.send);
      }
      const [first, second, third] = made;
      const { list } = database.sends;
      expect(await list()).toEqual([third, second, first]);
      expect(await list({ publication: 'monday-mail' })).toEqual([third, first]);
      expect(await list({ date: '2021-03-22', publication: 'e-bulletin' })).toEqual([second]);
      expect(await list({ id: second?.id ?? '' })).toEqual([second]);
      expect(await list({ id: first?.id.slice(0, 8) ?? '' })).toEqual([first]);
      expect(await list({ id: 'none' })).toEqual([]);
    });

    it.each<{ what: string; batches: readonly Partial<NewSendBatch>[]; recipients?: number }>([
      { what: 'misses the end', batches: [{ size: 2 }, { rosterBatch: 2 }] },
      { what: 'misses the beginning', batches: [{ from: 1, size: 2 }, { rosterBatch: 2 }] },
      { what: 'misses a batch', batches: [{}] },
      { what: 'has somebody twice', batches: [{}, { from: 2, size: 1 }, { rosterBatch: 2 }] },
      { what: 'has a batch twice', batches: [{}, {}, { rosterBatch: 2 }] },
      { what: 'goes beyond the end', batches: [{ size: 4 }, { rosterBatch: 2 }] },
      { what: 'has nobody in a batch', batches: [{}, { from: 3, size: 0 }, { rosterBatch: 2 }] },
      { what: 'has a batch that the roster has not', batches: [{}, { rosterBatch: 2 }, { rosterBatch: 3 }] },
      { what: 'counts somebody else', batches: [{}, { rosterBatch: 2 }], recipients: 7 },
    ])('is not there at all where it $what', async ({ batches, recipients = 6 }) => {
      const { database } = await fresh();
      const roster = await frozen(database, slicesOf(database, [3, 3]));
      const slices = batches.map((more) => ({ rosterBatch: 1, from: 0, size: 3, stage: 0, ...more }));
      await expect(database.sends.begin(newSend(roster, recipients), slices)).rejects.toThrow('exactly its roster');
      expect(await database.sends.list()).toEqual([]);
      expect(await all(database.sends.export())).toEqual([]);
    });

    it('has everybody of its roster, however it is sliced', async () => {
      const { database } = await fresh();
      const roster = await frozen(database, slicesOf(database, [5, 2]));
      const sizes = [
        { rosterBatch: 2, from: 0, size: 2, stage: 0 },
        { rosterBatch: 1, from: 4, size: 1, stage: 1, lane: 'lane-a' },
        { rosterBatch: 1, from: 0, size: 4, stage: 1 },
      ];
      const { send } = await database.sends.begin(newSend(roster, 7, { lanes: ['lane-a'] }), sizes);
      const { ledger } = await startRun(database, send);
      const people = readers(database, 0, 7);
      const head = { edition: 'everyone', stage: 1 };
      expect(await ledger.claim(0)).toEqual({ ...head, number: 1, stage: 0, people: people.slice(5) });
      expect(await ledger.claim(1)).toEqual({ ...head, number: 2, people: people.slice(4, 5), lane: 'lane-a' });
      expect(await ledger.claim(1)).toEqual({ ...head, number: 3, people: people.slice(0, 4) });
    });

    it('is the only one of its issue, and the rehearsals are apart', async () => {
      const { database } = await fresh();
      const slices = slicesOf(database, [2]);
      const first = await begun(database, slices);
      const roster = await frozen(database, slices);
      const begin = (more: Partial<NewSend> = {}) =>
        database.sends.begin(newSend(roster, 2, { plan: 'another', ...more }), wholeBatches(slices));
      expect(await begin()).toEqual({ send: first, isNew: false });
      expect(await begin({ isRehearsal: true })).toMatchObject({ isNew: true, send: { isRehearsal: true } });
      expect(await begin({ date: '2021-03-29' })).toMatchObject({ isNew: true });
      expect(await begin()).toEqual({ send: first, isNew: false });
    });

    it('as a rehearsal begins anew once the last one is over, and as a real one does not', async () => {
      const { database } = await fresh();
      const slices = slicesOf(database, [1]);
      const roster = await frozen(database, slices);
      for (const isRehearsal of [true, false]) {
        const begin = () => database.sends.begin(newSend(roster, 1, { isRehearsal }), wholeBatches(slices));
        const { send } = await begin();
        const { ledger } = await startRun(database, send, `run ${isRehearsal}`);
        expect(await begin()).toEqual({ send, isNew: false });
        await ledger.intend(1, attempt(`try ${isRehearsal}`, `run ${isRehearsal}`));
        await ledger.receive(`try ${isRehearsal}`, accepted);
        expect(await ledger.complete()).toBe('complete');
        expect(await begin()).toMatchObject({ isNew: isRehearsal });
      }
      expect(await database.sends.verify()).toEqual([]);
    });

    it('begins once, however many begin it at the same time', async () => {
      const { place, database } = await fresh();
      const other = await open(place);
      const slices = slicesOf(database, [2, 2]);
      const roster = await frozen(database, slices);
      for (let time = 0; time < 100; time += 1) {
        const begin = ({ sends }: Database, plan: string) =>
          sends.begin(newSend(roster, 4, { publication: `p${time}`, plan }), wholeBatches(slices));
        const both = await Promise.all([begin(database, 'one'), begin(other, 'two')]);
        expect(both.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
        const [winner] = both.filter(({ isNew }) => isNew);
        expect(both.map(({ send }) => send)).toEqual([winner?.send, winner?.send]);
      }
      expect(await database.sends.list()).toHaveLength(100);
      expect(await database.sends.verify()).toEqual([]);
    });
  });

  describe('a run', () => {
    it('is told where the send is another plan, or over', async () => {
      const { database, send, ledger, runner } = await running([2]);
      const { plan, recipients } = send;
      const joins = (name: string, more = {}) =>
        database.sends.ledger(send.id, runner).open({ plan, recipients, ...more }, name);
      expect(await joins('a', { plan: 'another' })).toBe('another-plan');
      await ledger.leaveOut(1, leftOut(0, 1));
      await ledger.complete();
      expect(await joins('b')).toBe('complete');
      expect(await joins('c', { plan: 'another' })).toBe('complete');
      await database.sends.beginCancel(send.id, reason);
      expect(await joins('d')).toBe('cancelled');
      await database.sends.endCancel(send.id, { isTakenBack: false, at: now });
      expect(await joins('e')).toBe('cancelled');
    });

    it('frees what it had in hand when it leaves', async () => {
      const { database, send, ledger } = await running([2, 2]);
      await ledger.claim(0);
      const { ledger: next } = await startRun(database, send, 'next');
      expect(await next.claim(0)).toBeUndefined();
      await ledger.leave();
      expect([await next.claim(0), await next.claim(0)]).toMatchObject([{ number: 1 }, { number: 2 }]);
    });

    it('elsewhere counts as alive as long as it was seen, and here is not taken for a later process', async () => {
      const { place, database, send, ledger, runner } = await running([2, 2]);
      await ledger.intend(1, attempt('first', 'run'));
      const { ledger: other } = await startRun(database, send, 'other');
      const seen = (ago: number) => new Date(Date.now() - ago).toISOString();
      const elsewhere = (ago: number) =>
        place.ask(`update send_runs set host = 'elsewhere', seen_at = '${seen(ago)}' where run = 'run'`);
      await elsewhere(20_000);
      expect(await other.markOpenIntentsUnknown()).toBe(0);
      expect((await database.sends.batches(send.id, { host })).uncertain).toMatchObject([{ isRunAlive: true }]);
      await elsewhere(120_000);
      expect((await database.sends.batches(send.id, { host })).uncertain).toMatchObject([{ isRunAlive: false }]);
      expect(await other.markOpenIntentsUnknown()).toBe(1);

      await ledger.intend(2, attempt('second', 'run'));
      await place.ask(`update send_runs set host = '${runner.host}', seen_at = '${seen(0)}' where run = 'run'`);
      expect(await other.markOpenIntentsUnknown()).toBe(0);
      await place.ask(`update send_runs set began = '1' where run = 'run'`);
      expect(await other.markOpenIntentsUnknown()).toBe(1);
    });

    it('does not see people who were erased meanwhile', async () => {
      const { database, slices, ledger } = await running([3]);
      await database.rosters.erase('reader-1@example.org');
      const left = slices[0]?.people.map((one, at) => (at === 1 ? undefined : one));
      expect(await ledger.claim(0)).toMatchObject({ people: left });
      expect(await database.sends.verify()).toEqual([]);
    });
  });

  describe('what a person says of an unknown batch', () => {
    it('is written down with who says so and why', async () => {
      const { database, send, ledger } = await running([2, 2, 2]);
      for (const number of [1, 2, 3]) await ledger.intend(number, attempt(`a${number}`, 'run'));
      for (const number of [1, 2]) await ledger.receive(`a${number}`, unknown);
      const { settle, notes } = database.sends;
      expect(await settle(send.id, 1, 'accepted', reason)).toBe('settled');
      expect(await settle(send.id, 2, 'not-sent', { ...reason, by: 'Ben' })).toBe('settled');
      for (const number of [1, 2, 3]) expect(await settle(send.id, number, 'not-sent', reason)).toBe('not-unknown');
      for (const number of [0, 4]) expect(await settle(send.id, number, 'accepted', reason)).toBe('no-such-batch');
      expect(await notes(send.id)).toEqual([
        { ...reason, what: 'accepted', batch: 1 },
        { ...reason, by: 'Ben', what: 'not-sent', batch: 2 },
      ]);
      expect(totalOf(await database.sends.sums(send.id))).toMatchObject({ accepted: 2, left: 2, inFlight: 2 });
      expect(await database.sends.verify()).toEqual([]);
    });

    it('is taken once, also from many at the same time', async () => {
      const { place, database, send, ledger } = await running(Array.from({ length: 8 }, () => 1));
      const numbers = Array.from({ length: 8 }, (_, index) => index + 1);
      for (const number of numbers) {
        await ledger.intend(number, attempt(`a${number}`, 'run'));
        await ledger.receive(`a${number}`, unknown);
      }
      const other = await open(place);
      const told = await Promise.all(
        numbers.flatMap((number) => [
          database.sends.settle(send.id, number, 'accepted', reason),
          other.sends.settle(send.id, number, 'not-sent', reason),
        ]),
      );
      expect(told.filter((one) => one === 'settled')).toHaveLength(8);
      const notes = await database.sends.notes(send.id);
      expect(notes.map(({ batch }) => batch).sort()).toEqual(numbers);
      const sums = totalOf(await database.sends.sums(send.id));
      expect(sums).toMatchObject({ unknown: 0, accepted: notes.filter(({ what }) => what === 'accepted').length });
    });

    it('is asked for in the status, with what is known of it', async () => {
      const { database, send, ledger, kill } = await running([3, 2, 2, 1, 2, 2]);
      await ledger.intend(1, attempt('first', 'run', leftOut(0)));
      await ledger.intend(2, attempt('second', 'run'));
      await ledger.receive('first', unknown);
      await ledger.intend(3, attempt('third', 'run'));
      await ledger.receive('third', accepted);
      await ledger.leaveOut(4, leftOut(0));
      await ledger.intend(5, attempt('fifth', 'run'));
      await ledger.receive('fifth', split([1], [0]));
      const { counts, uncertain } = await database.sends.batches(send.id, { host });
      expect(counts).toEqual({ planned: 2, open: 1, accepted: 1, unknown: 1, excluded: 1, split: 1 });
      const head = { stage: 0, edition: 'everyone', isRunAlive: true, since: expect.stringMatching(/^2.*Z$/) };
      expect(uncertain).toEqual([
        { ...head, number: 1, people: 2, state: 'unknown', attempt: 'first', why: 'no-answer' },
        { ...head, number: 2, people: 2, state: 'open', attempt: 'second' },
      ]);
      await kill();
      const after = await database.sends.batches(send.id, { host });
      expect(after.uncertain.map(({ isRunAlive }) => isRunAlive)).toEqual([false, false]);
    });
  });

  describe('a send that is taken back', () => {
    it.each<{ what: string; isTakenBack: boolean; ends: Send['state']; after: Parameters<typeof happen>[1] }>([
      { what: 'nothing was tried', isTakenBack: false, ends: 'cancelled', after: [] },
      { what: 'nothing was sent', isTakenBack: false, ends: 'cancelled', after: ['throttled', 'leave out'] },
      { what: 'something was accepted', isTakenBack: false, ends: 'stopped', after: ['accepted'] },
      { what: 'something is unknown', isTakenBack: false, ends: 'stopped', after: ['unknown'] },
      { what: 'something is on its way', isTakenBack: false, ends: 'stopped', after: ['intend'] },
      { what: 'some of a split batch was accepted', isTakenBack: false, ends: 'stopped', after: ['part'] },
      {
        what: 'the provider gave all of it back',
        isTakenBack: true,
        ends: 'cancelled',
        after: ['accepted', 'unknown'],
      },
    ])('is $ends where $what', async ({ isTakenBack, ends, after }) => {
      const { database, send, slices, ledger } = await running([2, 2, 2]);
      await happen(ledger, after);
      await database.sends.beginCancel(send.id, reason);
      expect(await database.sends.list()).toMatchObject([{ id: send.id, state: 'cancelling' }]);
      const ended = await database.sends.endCancel(send.id, { isTakenBack, at: now });
      expect(ended).toEqual({ ...send, state: ends, endedAt: now });
      expect(await database.sends.list()).toEqual([ended]);
      expect(await database.sends.notes(send.id)).toEqual([{ ...reason, what: 'cancel' }]);
      expect(await database.sends.verify()).toEqual([]);

      await database.sends.beginCancel(send.id, reason);
      expect(await database.sends.list()).toEqual([ended]);
      const again = await database.sends.begin(newSend(send.roster, 6), wholeBatches(slices));
      expect(again).toMatchObject(ends === 'cancelled' ? { isNew: true } : { isNew: false, send: ended });
    });

    it('sends nothing more, and still hears what came of what was on its way', async () => {
      const { database, send, ledger } = await running([2, 2]);
      expect(await ledger.claim(0)).toMatchObject({ number: 1 });
      await ledger.intend(2, attempt('second', 'run'));
      await database.sends.beginCancel(send.id, reason);
      expect(await ledger.intend(1, attempt('first', 'run'))).toBe('lost');
      expect([await ledger.claim(0), await ledger.claim(0)]).toEqual([expect.anything(), 'cancelled']);
      expect(await ledger.receive('second', accepted)).toBe('recorded');
      expect(await database.sends.endCancel(send.id, { isTakenBack: false, at: now })).toMatchObject({
        state: 'stopped',
      });
      expect(await ledger.intend(1, attempt('third', 'run'))).toBe('lost');
      expect(await ledger.complete()).toBe('not-yet');
    });

    it('is not made complete by a run that finishes meanwhile', async () => {
      const { database, send, ledger } = await running([2]);
      await ledger.intend(1, attempt('first', 'run'));
      await database.sends.beginCancel(send.id, reason);
      await ledger.receive('first', accepted);
      expect(await ledger.complete()).toBe('not-yet');
      expect(await database.sends.list()).toMatchObject([{ state: 'cancelling' }]);
      await database.sends.endCancel(send.id, { isTakenBack: false, at: now });
      expect(await ledger.complete()).toBe('not-yet');
      expect(await database.sends.list()).toMatchObject([{ state: 'stopped', endedAt: now }]);
    });

    it('is cancelled only if no attempt has won a batch at the same moment', async () => {
      const { place, database } = await fresh();
      const other = await open(place);
      const slices = slicesOf(database, [1]);
      const roster = await frozen(database, slices);
      for (let time = 0; time < 20; time += 1) {
        const { send } = await database.sends.begin(
          newSend(roster, 1, { publication: `p${time}` }),
          wholeBatches(slices),
        );
        const { ledger } = await startRun(database, send, `run ${time}`);
        const [won, ended] = await Promise.all([
          ledger.intend(1, attempt(`a${time}`, `run ${time}`)),
          other.sends
            .beginCancel(send.id, reason)
            .then(() => other.sends.endCancel(send.id, { isTakenBack: false, at: now })),
        ]);
        expect(ended.state).toBe(won === 'won' ? 'stopped' : 'cancelled');
      }
    });
  });

  describe('a lane', () => {
    const held = { releaseAt: '2021-03-22T11:00:00.000Z', lanes: ['lane-a', 'lane-b'] };
    const byTurns = (index: number) => (index % 2 === 0 ? 'lane-a' : 'lane-b');

    it('says how many people went by it, and what is unknown of it', async () => {
      const { database, send, ledger } = await running([3, 2, 2, 2], held, byTurns);
      await ledger.intend(1, attempt('first', 'run', leftOut(2)));
      await ledger.receive('first', unknown);
      await ledger.intend(3, attempt('third', 'run'));
      await ledger.receive('third', accepted);
      await ledger.intend(2, attempt('second', 'run'));
      expect(await database.sends.lanes(send.id)).toEqual([
        { id: 'lane-a', state: 'held', people: 4, unknown: 1 },
        { id: 'lane-b', state: 'held', people: 2, unknown: 0 },
      ]);
    });

    it('is not taken back while a living run has something on its way by it', async () => {
      const { database, send, ledger, kill } = await running([2, 2], held, byTurns);
      await ledger.intend(1, attempt('first', 'run'));
      const { beginRenewal, notes, lanes } = database.sends;
      expect(await beginRenewal(send.id, 'lane-a', reason, { host })).toBe('busy');
      expect(await lanes(send.id)).toMatchObject([{ state: 'held' }, { state: 'held' }]);
      expect(await notes(send.id)).toEqual([]);
      expect(await beginRenewal(send.id, 'lane-b', reason, { host })).toBe('begun');
      await kill();
      expect(await beginRenewal(send.id, 'lane-a', reason, { host })).toBe('begun');
      expect(await beginRenewal(send.id, 'lane-a', reason, { host })).toBe('begun');
      expect(await notes(send.id)).toEqual([
        { ...reason, what: 'take-back' },
        { ...reason, what: 'take-back' },
      ]);
    });

    it('that is being taken back takes nothing; then all that went by it is planned again by another', async () => {
      const { database, send, slices, ledger } = await running([4, 2, 2, 2, 1], held, byTurns);
      await ledger.intend(1, attempt('first', 'run', leftOut(0)));
      await ledger.receive('first', split([1], [2, 3]));
      await ledger.intend(6, attempt('part', 'run'));
      await ledger.receive('part', accepted);
      await ledger.intend(3, attempt('third', 'run', leftOut(1)));
      await ledger.receive('third', unknown);
      await ledger.intend(2, attempt('second', 'run'));
      await ledger.receive('second', accepted);

      const { beginRenewal, renewLane, lanes, list, sums, verify } = database.sends;
      expect(await beginRenewal(send.id, 'lane-a', reason, { host })).toBe('begun');
      expect(await ledger.intend(5, attempt('fifth', 'run'))).toBe('lost');
      expect(await ledger.intend(4, attempt('fourth', 'run'))).toBe('won');
      expect(await renewLane(send.id, 'lane-a', 'lane-c')).toBe(3);

      expect(await lanes(send.id)).toEqual([
        { id: 'lane-a', state: 'taken-back', people: 0, unknown: 0 },
        { id: 'lane-b', state: 'held', people: 4, unknown: 0 },
        { id: 'lane-c', state: 'held', people: 0, unknown: 0 },
      ]);
      expect((await list())[0]?.lanes).toEqual(['lane-b', 'lane-c']);
      expect(totalOf(await sums(send.id))).toMatchObject({
        planned: 11,
        excluded: 1,
        rejected: 1,
        accepted: 2,
        inFlight: 2,
        left: 5,
        unknown: 0,
      });
      expect(await ledger.receive('third', accepted)).toBe('overtaken');
      expect(await verify()).toEqual([]);

      const { ledger: next } = await startRun(database, send, 'next');
      const people = slices[0]?.people.slice(2);
      expect(await next.claim(0)).toEqual({ number: 6, stage: 0, edition: 'everyone', people, lane: 'lane-c' });
      expect(await next.claim(0)).toMatchObject({ number: 3, people: slices[2]?.people, lane: 'lane-c' });
      expect(await next.intend(3, attempt('again', 'next'))).toBe('won');
      expect(await next.claim(0)).toMatchObject({ number: 5, lane: 'lane-c' });
    });

    it('that is renewed opens a send again that was complete', async () => {
      const { database, send, ledger } = await running([2], held, byTurns);
      await ledger.intend(1, attempt('first', 'run'));
      await ledger.receive('first', accepted);
      expect(await ledger.complete()).toBe('complete');
      await database.sends.beginRenewal(send.id, 'lane-a', reason, { host });
      expect(await database.sends.renewLane(send.id, 'lane-a', 'lane-c')).toBe(2);
      expect(await database.sends.list()).toEqual([{ ...send, lanes: ['lane-b', 'lane-c'] }]);
      expect(await ledger.complete()).toBe('not-yet');
      await ledger.intend(1, attempt('second', 'run'));
      await ledger.receive('second', accepted);
      expect(await ledger.complete()).toBe('complete');
      expect(await database.sends.verify()).toEqual([]);
    });
  });

  describe('forgetting', () => {
    const frozenLongAgo = { publication: 'spring' };
    const forget = ({ rosters }: Database, before = '2022-01-01T00:00:00.000Z') => rosters.forget(before);

    it('leaves alone who is in a send that is under way', async () => {
      const { database, send, slices, ledger } = await running([2, 2], frozenLongAgo);
      expect(await forget(database)).toEqual({ rosters: 0, people: 0 });
      expect(await ledger.claim(0)).toMatchObject({ people: slices[0]?.people });
      await database.sends.beginCancel(send.id, reason);
      await database.sends.endCancel(send.id, { isTakenBack: false, at: now });
      expect(await forget(database)).toEqual({ rosters: 1, people: 4 });
      expect(await database.sends.verify()).toEqual([]);
    });

    it('leaves alone who is in a complete one that was still held then', async () => {
      const held = { releaseAt: '2021-04-01T00:00:00.000Z', lanes: ['lane-a'] };
      const { database, ledger } = await running([2], held, () => 'lane-a');
      await ledger.intend(1, attempt('first', 'run'));
      await ledger.receive('first', accepted);
      await ledger.complete();
      expect(await forget(database, '2021-03-31T23:59:59.999Z')).toEqual({ rosters: 0, people: 0 });
      expect(await forget(database, '2021-04-01T00:00:00.000Z')).toEqual({ rosters: 1, people: 2 });
      expect(await database.sends.verify()).toEqual([]);
    });
  });

  describe('a roster', () => {
    it('is taken back whole where no send was begun with it, and no other is', async () => {
      const { database } = await fresh();
      const { rosters } = database;
      const slices = slicesOf(database, [2, 2]);
      const kept = await frozen(database, slices);
      const dropped = await frozen(database, slices);
      await rosters.drop(dropped);
      expect((await rosters.list()).map(({ id }) => id)).toEqual([kept]);
      expect(await rosters.holdings()).toMatchObject({ rosters: 1, places: 4 });
      expect(await all(rosters.batches(dropped))).toEqual([]);
      expect((await all(rosters.batches(kept))).map(({ people }) => people)).toEqual(
        slices.map(({ people }) => people),
      );
    });

    it.each(['open', 'cancelled'])('is kept, with everybody in it, where a send that is %s has it', async (state) => {
      const { database, send, slices, ledger } = await running([2, 2]);
      if (state === 'cancelled') {
        await database.sends.beginCancel(send.id, reason);
        await database.sends.endCancel(send.id, { isTakenBack: true, at: now });
      }
      const refusal: unknown = await database.rosters.drop(send.roster).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(Error);
      const people = slices.map((slice) => slice.people);
      expect((await all(database.rosters.batches(send.roster))).map((batch) => batch.people)).toEqual(people);
      expect(await database.sends.verify()).toEqual([]);
      if (state === 'open') expect(await ledger.claim(0)).toMatchObject({ people: people[0] });
    });
  });

  describe('an export', () => {
    it('has every send, batch, attempt and note, and no person', async () => {
      const { database, send, slices, ledger } = await eventful(running);
      const records = await all(database.sends.export());
      const kinds = records.map((record) => (record as { record: string }).record);
      const count = (kind: string) => kinds.filter((one) => one === kind).length;
      expect(['send', 'lane', 'batch', 'attempt', 'note'].map(count)).toEqual([1, 3, 8, 6, 2]);
      expect(records[0]).toMatchObject({ id: send.id, state: 'open', details: send.details });
      const text = JSON.stringify(records);
      const people = slices.flatMap((slice) => slice.people);
      expect(people.filter((person) => text.includes(person))).toEqual([]);
      const bytes = people.map((person) => Buffer.from(person, 'hex').toString('base64').slice(0, 20));
      expect(bytes.filter((person) => text.includes(person))).toEqual([]);
      expect(text).toContain('"reason":"left"');
      await ledger.leave();
    });
  });

  describe('a check', () => {
    it('finds nothing wrong with a send to which much has happened, at any time', async () => {
      const { database } = await eventful(running);
      expect(await database.sends.verify()).toEqual([]);
    });

    it.each<[what: string, damage: string, says: RegExp]>([
      ['a count', 'update sends set recipients = recipients + 1', /recipients, and its batches have/],
      ['a batch that is gone', 'delete from send_batches where number = 5', /not exactly batch 5 of its roster/],
      ['a slice that is short', 'update send_batches set size = size - 1 where number = 5', /not exactly batch 5/],
      ['a slice of others', 'update send_batches set first = 1 where number = 5', /not exactly batch 5/],
      ['a slice twice', 'update send_batches set roster_batch = 4 where number = 5', /not exactly batch 4/],
      ['somebody lost', "update send_batches set late = '[]', late_count = 0 where number = 1", /parts of batch 1/],
      [
        'a count of late ones',
        'update send_batches set late_count = 1 where number = 2',
        /batch 2 does not say rightly who/,
      ],
      [
        'somebody late who is not there',
        `update send_batches set late = '[{"place":9,"reason":"left"}]', late_count = 1 where number = 5`,
        /batch 5 does not say rightly who/,
      ],
      [
        'somebody refused where nobody could be',
        `update send_batches set rejected = '[{"place":0,"reason":"x"}]', rejected_count = 1 where number = 2`,
        /known of \d+ what became/,
      ],
      [
        'a part with the people of another',
        'update send_batches set places = (select places from send_batches b where b.number = 7) where number = 8',
        /parts of batch 1/,
      ],
      ['an end too early', "update sends set state = 'complete'", /marked complete, and \d of its batches/],
      [
        'a mark without an attempt',
        "update send_batches set state = 'accepted' where number = 5",
        /5 is accepted, and nothing/,
      ],
      ['a wait for nothing', "update send_batches set state = 'open' where number = 5", /batch 5 waits for no attempt/],
      [
        'a mark that another attempt earned',
        "update send_batches set attempt = 'first' where number = 7",
        /batch 7 is accepted, and nothing says so/,
      ],
      [
        'people in a roster twice',
        'update roster_batches set people = (select people from roster_batches b where b.number = 3) where number = 5',
        /2 people are in its roster more than once/,
      ],
      ['another roster', "update roster_batches set edition = 'other' where number = 2", /not the one that was frozen/],
    ])('finds %s', async (_what, damage, says) => {
      const { place, database, send } = await eventful(running);
      await place.ask(damage);
      const complaints = await database.sends.verify();
      expect(complaints.some((words) => says.test(words))).toBe(true);
      expect(complaints.every((words) => words.startsWith(`Send ${send.id}: `))).toBe(true);
      expect(complaints.join(' ')).not.toMatch(/[\da-f]{32}/);
    });

    it('finds somebody in the place of another', async () => {
      const { place, database } = await running([2, 2]);
      const [first, stranger] = readers(database, 0, 100).filter((_, index) => index === 0 || index === 99);
      const bytes = place.at.url === undefined ? `x'${first}${stranger}'` : `decode('${first}${stranger}', 'hex')`;
      await place.ask(`update roster_batches set people = ${bytes} where number = 1`);
      const complaints = (await database.sends.verify()).join();
      expect(complaints).toMatch(/its roster is not the one that was frozen/);
      expect(complaints).not.toMatch(/[\da-f]{32}/);
    });

    it.each<[what: string, damage: string, says: RegExp]>([
      [
        'acceptances of one batch',
        `insert into send_attempts (id, send, batch, run, people, at, outcome)
           select 'more', send, number, 'run', size, '2021', '{"outcome":"accepted"}' from send_batches where number = 1`,
        /batch 1 was accepted 2 times/,
      ],
      [
        'a plan to send again',
        "update send_batches set state = 'planned', attempt = null where number = 1",
        /batch 1 is planned, and was accepted before/,
      ],
    ])('finds %s where nothing was taken back', async (_what, damage, says) => {
      const { place, database, ledger } = await running([2, 2]);
      await ledger.intend(1, attempt('first', 'run'));
      await ledger.receive('first', accepted);
      expect(await database.sends.verify()).toEqual([]);
      await place.ask(damage);
      expect((await database.sends.verify()).join()).toMatch(says);
    });
  });
}

/** Sizes to slices of one stage, with readers who are in no other. */
function slicesOf(
  database: Database,
  sizes: readonly number[],
  lane?: (index: number) => string,
): readonly (Slice & { readonly lane?: string })[] {
  let from = 0;
  return sizes.map((size, index) => {
    from += size;
    return { stage: 0, people: readers(database, from - size, size), ...(lane && { lane: lane(index) }) };
  });
}

type Ledger = ReturnType<Database['sends']['ledger']>;

/** Lets things happen to batches 1, 2 and so on. */
async function happen(
  ledger: Ledger,
  what: readonly ('throttled' | 'accepted' | 'unknown' | 'intend' | 'leave out' | 'part')[],
): Promise<void> {
  const receipts = { throttled, accepted, unknown, part: split([0], [1]) };
  for (const [index, one] of what.entries()) {
    const number = index + 1;
    if (one === 'leave out') await ledger.leaveOut(number, leftOut(0, 1));
    else await ledger.intend(number, attempt(`a${number}`, 'run'));
    if (one in receipts) await ledger.receive(`a${number}`, receipts[one as keyof typeof receipts]);
    if (one !== 'part') continue;
    await ledger.intend(4, attempt('part', 'run'));
    await ledger.receive('part', accepted);
  }
}

type Running<Started> = (
  sizes: readonly number[],
  more?: Partial<NewSend>,
  lane?: (index: number) => string,
) => Promise<Started>;

/**
 * A send of which batch 1 was split, 2 accepted and taken back, 3 left out, 4 unknown and settled, 5 not begun and 6 on
 * its way; of the parts of 1, 7 was accepted and 8 is left.
 */
async function eventful<Started extends { readonly database: Database; readonly send: Send; readonly ledger: Ledger }>(
  running: Running<Started>,
): Promise<Started> {
  const held = { releaseAt: '2021-03-22T11:00:00.000Z', lanes: ['lane-a', 'lane-b'] };
  const started = await running([6, 2, 2, 2, 2, 2], held, (index) => (index === 1 ? 'lane-b' : 'lane-a'));
  const { database, send, ledger } = started;
  const check = async () => expect(await database.sends.verify()).toEqual([]);
  const send1 = async (number: number, id: string, receipt: typeof accepted, late = leftOut()) => {
    await ledger.intend(number, attempt(id, 'run', late));
    await check();
    await ledger.receive(id, receipt);
    await check();
  };
  await send1(1, 'first', split([1], [2, 3], [4, 5]), leftOut(0));
  await send1(2, 'second', throttled);
  await send1(2, 'second again', accepted, leftOut(1));
  await ledger.leaveOut(3, leftOut(0, 1));
  await send1(4, 'fourth', unknown);
  await database.sends.settle(send.id, 4, 'accepted', reason);
  await check();
  await send1(7, 'seventh', accepted);
  await ledger.intend(6, attempt('sixth', 'run'));
  await database.sends.beginRenewal(send.id, 'lane-b', reason, { host });
  await check();
  await database.sends.renewLane(send.id, 'lane-b', 'lane-c');
  await check();
  return started;
}
