import { describe, expect, it } from 'vitest';
import { defaultPatience } from '../../src/delivery/brakes.js';
import { deliver, type Report } from '../../src/delivery/engine.js';
import type { Mail, Transport } from '../../src/delivery/ports.js';
import type { SendLedger } from '../../src/model/send-ledger.js';
import { memoryLedger, seenBy } from './simulator/memory-ledger.js';

type World = {
  readonly mail?: Mail<string>;
  readonly transport?: Transport<string>;
  readonly ledger?: (inner: SendLedger) => SendLedger;
  readonly recipients?: number;
};

/** Sends to three people in two batches, in a world where one thing is other than it should be. */
async function send(world: World): Promise<Report> {
  const batches = [['ann', 'bob'], ['cleo']].map((people) => ({ stage: 0, people }));
  const inner = seenBy(
    memoryLedger(batches, 1_000),
    () => 0,
    async (effect) => effect(),
  );
  let ids = 0;
  return await deliver(
    { plan: 'plan', recipients: world.recipients ?? 3, lanes: 1, thresholds: [], patience: defaultPatience },
    {
      ledger: world.ledger?.(inner) ?? inner,
      mail: world.mail ?? { prepare: async () => ({ message: '', late: [] }) },
      transport: world.transport ?? { send: async () => ({ outcome: 'accepted' }) },
      clock: { now: () => 0, wait: async () => {} },
      random: { id: () => `id ${ids++}`, chance: () => 0 },
      drain: new AbortController().signal,
      halt: new AbortController().signal,
    },
  );
}

describe('a run in a world that breaks its promises', () => {
  it('takes for unknown what a transport threw at', async () => {
    const transport: Transport<string> = { send: () => Promise.reject(new Error('It has no such method.')) };
    expect(await send({ transport })).toMatchObject({ ending: 'stopped', stop: 'bug', sums: { unknown: 2, left: 1 } });
  });

  it('sends nothing of a batch that could not be made ready, and says why', async () => {
    const error = new Error('The file is gone.');
    const report = await send({ mail: { prepare: () => Promise.reject(error) } });
    expect(report).toMatchObject({ ending: 'stopped', stop: 'preparing', error, sums: { left: 3 } });
  });

  it('asks nothing more of a ledger that failed once', async () => {
    const asked: string[] = [];
    const ledger = (inner: SendLedger): SendLedger => ({
      ...inner,
      intend: async () => {
        asked.push('intend');
        throw new Error('The disk is full.');
      },
      receive: async () => {
        asked.push('receive');
        return 'recorded';
      },
      sums: async () => {
        asked.push('sums');
        return await inner.sums();
      },
      leave: async () => void asked.push('leave'),
    });
    const report = await send({ ledger });
    expect(report).toMatchObject({ ending: 'stopped', stop: 'ledger' });
    expect(report.sums).toBeUndefined();
    expect(asked).toEqual(['sums', 'intend']);
  });

  it('is not complete where somebody is missing from the ledger', async () => {
    expect(await send({ recipients: 4 })).toMatchObject({ ending: 'stopped', stop: 'sums', sums: { accepted: 3 } });
  });

  it.each(['another-plan', 'cancelled'] as const)('does nothing for a send that is %s', async (state) => {
    const ledger = (inner: SendLedger): SendLedger => ({ ...inner, open: async () => state });
    const transport: Transport<string> = { send: () => expect.fail('It sent.') };
    expect(await send({ ledger, transport })).toEqual({ ending: 'stopped', stop: state, unrecorded: [] });
  });
});
