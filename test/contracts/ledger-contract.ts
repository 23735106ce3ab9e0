import { afterEach, describe, expect, it } from 'vitest';
import { isBalanced, totalOf } from '../../src/delivery/sums.js';
import type { Batch, SendLedger } from '../../src/model/send-ledger.js';
import { accepted, attempt, split, throttled, unknown } from '../database/sample-send.js';

/** A run on a send, in a process that can be killed. */
export type ContractRun = { readonly ledger: SendLedger; readonly name: string; readonly kill: () => Promise<void> };

/** One send, and what the world around its ledger can do. */
export type LedgerWorld = {
  /** By batch, its people. */
  readonly people: readonly (readonly string[])[];
  /** Another process joins the send. */
  readonly join: (name: string) => Promise<ContractRun>;
  /** Somebody says what became of an unknown batch. */
  readonly settle: (batch: number, as: 'accepted' | 'not-sent') => Promise<void>;
  readonly discard: () => Promise<void>;
};

/** How large each batch of a send is to be, and its stage. */
export type Sizes = readonly { readonly size: number; readonly stage: number }[];

/** What the engine relies on, whichever ledger it is. The rules are those of `SendLedger`. */
export function ledgerContract(freshWorld: (sizes: Sizes) => Promise<LedgerWorld>): void {
  const worlds: LedgerWorld[] = [];
  afterEach(async () => {
    for (const world of worlds.splice(0)) await world.discard();
  });
  const fresh = async (...sizes: Sizes) => {
    const world = await freshWorld(sizes);
    worlds.push(world);
    return world;
  };
  const two = { size: 2, stage: 0 };
  const four = { size: 4, stage: 0 };

  it('hands each batch of a stage to one of two runs that ask in turn, with its people in order', async () => {
    const many = Array.from({ length: 50 }, (_, index) => ({ size: 1 + (index % 3), stage: index % 2 }));
    const world = await fresh(...many);
    const runs = [await world.join('one'), await world.join('two')];
    const claimed: Batch[] = [];
    for (let had = -1; had < claimed.length; ) {
      had = claimed.length;
      const batches = await Promise.all(runs.flatMap(({ ledger }) => [ledger.claim(1), ledger.claim(1)]));
      claimed.push(...batches.filter((batch) => batch !== undefined && batch !== 'cancelled'));
    }
    claimed.sort((a, b) => a.number - b.number);
    const expected = world.people.flatMap((people, index) => (index % 2 === 1 ? [{ number: index + 1, people }] : []));
    expect(claimed.map(({ number, people }) => ({ number, people }))).toEqual(expected);
    expect(claimed.every(({ stage, edition }) => stage === 1 && edition === 'everyone')).toBe(true);
  });

  it('lets one of many attempts at a batch win, whoever has claimed it', async () => {
    const world = await fresh(two);
    const runs = [await world.join('one'), await world.join('two')];
    await runs[0]?.ledger.claim(0);
    const tries = runs.flatMap(({ ledger, name }) =>
      Array.from({ length: 4 }, (_, index) => ledger.intend(1, attempt(`${name}-${index}`, name))),
    );
    expect((await Promise.all(tries)).filter((one) => one === 'won')).toHaveLength(1);
    expect(totalOf((await runs[1]?.ledger.sums()) ?? [])).toMatchObject({ planned: 2, inFlight: 2, left: 0 });
  });

  it.each(['open', 'accepted', 'unknown', 'excluded', 'split'])('wins nothing of a batch that is %s', async (state) => {
    const { ledger, name } = await (await fresh(two)).join('one');
    if (state === 'excluded') await ledger.leaveOut(1, leftOut(0, 1));
    else await ledger.intend(1, attempt('first', name));
    const receipts = { accepted, unknown, split: split([1], [0]) };
    if (state in receipts) await ledger.receive('first', receipts[state as keyof typeof receipts]);
    const before = await ledger.sums();
    expect(await ledger.intend(1, attempt('second', name, leftOut(0)))).toBe('lost');
    expect(await ledger.leaveOut(1, leftOut(0))).toBe('overtaken');
    expect(await ledger.sums()).toEqual(before);
    await expect(ledger.receive('second', accepted)).rejects.toThrow();
  });

  it('gives what was certainly not sent out again, as if it had never been tried', async () => {
    const { ledger, name } = await (await fresh(two)).join('one');
    const first = await ledger.claim(0);
    await ledger.intend(1, attempt('first', name, leftOut(1)));
    expect(await ledger.receive('first', throttled)).toBe('recorded');
    expect(totalOf(await ledger.sums())).toMatchObject({ left: 2, excluded: 0 });
    expect(await ledger.claim(0)).toEqual(first);
    expect(await ledger.intend(1, attempt('second', name))).toBe('won');
    expect(await ledger.receive('first', accepted)).toBe('overtaken');
    expect(totalOf(await ledger.sums())).toMatchObject({ inFlight: 2, accepted: 0 });
  });

  it('replaces a split batch by its parts, and hands those out first, with who is in them', async () => {
    const world = await fresh(four, two, two);
    const { ledger, name } = await world.join('one');
    expect(await ledger.claim(0)).toMatchObject({ number: 1 });
    await ledger.intend(1, attempt('first', name, leftOut(0)));
    expect(await ledger.receive('first', split([], [3, 1], [2]))).toBe('recorded');
    const person = (place: number) => world.people[0]?.[place];
    const part = await ledger.claim(0);
    expect(part).toMatchObject({ number: 4, stage: 0, edition: 'everyone', people: [person(3), person(1)] });
    expect(await ledger.claim(0)).toMatchObject({ number: 5, people: [person(2)] });
    await ledger.intend(4, attempt('second', name));
    await ledger.receive('second', split([1], [0]));
    expect(await ledger.claim(0)).toMatchObject({ number: 6, people: [person(3)] });
    const sums = totalOf(await ledger.sums());
    expect(sums).toMatchObject({ planned: 8, excluded: 1, rejected: 1, left: 6 });
    expect(isBalanced(sums)).toBe(true);
  });

  it('believes who sent a batch more than that nobody knows of it', async () => {
    const { ledger, name } = await (await fresh(two)).join('one');
    await ledger.intend(1, attempt('first', name));
    expect(await ledger.receive('first', unknown)).toBe('recorded');
    expect(totalOf(await ledger.sums())).toMatchObject({ unknown: 2, died: 0 });
    expect(await ledger.claim(0)).toBeUndefined();
    expect(await ledger.receive('first', accepted)).toBe('recorded');
    expect(totalOf(await ledger.sums())).toMatchObject({ unknown: 0, accepted: 2 });
  });

  it.each(['accepted', 'not-sent'] as const)('keeps to what a person said meanwhile: %s', async (as) => {
    const world = await fresh(two);
    const { ledger, name } = await world.join('one');
    await ledger.intend(1, attempt('first', name, leftOut(0)));
    await ledger.receive('first', unknown);
    await world.settle(1, as);
    const settled = totalOf(await ledger.sums());
    expect(settled).toMatchObject(as === 'accepted' ? { accepted: 1, excluded: 1 } : { left: 2, excluded: 0 });
    expect(await ledger.receive('first', as === 'accepted' ? throttled : accepted)).toBe('overtaken');
    expect(totalOf(await ledger.sums())).toEqual(settled);
    expect(await ledger.claim(0)).toEqual(as === 'accepted' ? undefined : expect.objectContaining({ number: 1 }));
  });

  it('knows that it does not know what became of requests of a run that was killed, and of those alone', async () => {
    const world = await fresh(two, four, two);
    const [killed, alive, asking] = [await world.join('one'), await world.join('two'), await world.join('three')];
    await killed.ledger.intend(1, attempt('first', 'one', leftOut(1)));
    await alive.ledger.intend(2, attempt('second', 'two'));
    await asking.ledger.intend(3, attempt('third', 'three'));
    expect(await asking.ledger.markOpenIntentsUnknown()).toBe(0);
    await killed.kill();
    expect(await asking.ledger.markOpenIntentsUnknown()).toBe(1);
    expect(await asking.ledger.markOpenIntentsUnknown()).toBe(0);
    const sums = totalOf(await asking.ledger.sums());
    expect(sums).toMatchObject({ unknown: 1, died: 1, excluded: 1, inFlight: 6 });
    expect(await asking.ledger.receive('first', unknown)).toBe('recorded');
    expect(totalOf(await asking.ledger.sums())).toMatchObject({ unknown: 1, died: 0 });
    expect(await asking.ledger.receive('first', accepted)).toBe('recorded');
    expect(totalOf(await asking.ledger.sums())).toMatchObject({ unknown: 0, died: 0, accepted: 1 });
  });

  it('gives what a killed run had in hand to another one, and what a living one has to nobody', async () => {
    const world = await fresh(two, two);
    const killed = await world.join('one');
    for (const _ of world.people) expect(await killed.ledger.claim(0)).toBeDefined();
    const { ledger } = await world.join('two');
    expect(await ledger.claim(0)).toBeUndefined();
    await killed.kill();
    expect([await ledger.claim(0), await ledger.claim(0)]).toMatchObject([{ number: 1 }, { number: 2 }]);
  });

  it('leaves out batches of which nobody is there any more, without a request', async () => {
    const { ledger } = await (await fresh(two)).join('one');
    await ledger.claim(0);
    expect(await ledger.leaveOut(1, leftOut(0, 1))).toBe('recorded');
    expect(totalOf(await ledger.sums())).toMatchObject({ planned: 2, excluded: 2, left: 0 });
    expect(await ledger.complete()).toBe('complete');
  });

  it('counts by stage', async () => {
    const { ledger, name } = await (await fresh(two, { size: 3, stage: 2 }, { size: 1, stage: 2 })).join('one');
    await ledger.intend(2, attempt('first', name));
    await ledger.receive('first', accepted);
    const none = { accepted: 0, excluded: 0, rejected: 0, unknown: 0, died: 0, inFlight: 0, left: 0 };
    expect(await ledger.sums()).toEqual([
      { ...none, stage: 0, planned: 2, left: 2 },
      { ...none, stage: 2, planned: 4, accepted: 3, left: 1 },
    ]);
  });

  describe('is complete', () => {
    it('only when nothing is left, in flight or unknown; and then for whoever comes later', async () => {
      const world = await fresh(two);
      const { ledger, name } = await world.join('one');
      expect(await ledger.complete()).toBe('not-yet');
      await ledger.intend(1, attempt('first', name));
      expect(await ledger.complete()).toBe('not-yet');
      await ledger.receive('first', unknown);
      expect(await ledger.complete()).toBe('not-yet');
      await ledger.receive('first', split([0], [1]));
      expect(await ledger.complete()).toBe('not-yet');
      await ledger.intend(2, attempt('second', name));
      await ledger.receive('second', accepted);
      expect(await ledger.complete()).toBe('complete');
      expect(await ledger.complete()).toBe('complete');
      await ledger.leave();
      await expect(world.join('two')).rejects.toThrow('complete');
    });
  });
}

export function leftOut(...places: readonly number[]) {
  return places.map((place) => ({ place, reason: 'left' }));
}
