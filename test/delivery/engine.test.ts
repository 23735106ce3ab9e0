import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/delivery/engine.js';
import type { History } from './simulator/history.js';
import type { Answer } from './simulator/provider.js';
import { simulate, type Trace } from './simulator/simulate.js';

const quiet: History = {
  seed: 1,
  batches: [
    { people: 1, stage: 0 },
    { people: 2, stage: 1 },
    ...Array.from({ length: 6 }, () => ({ people: 4, stage: 2 })),
  ],
  processes: 1,
  starts: 1,
  lanes: 1,
  lease: 600_000,
  answers: [],
  bad: [],
  tellsWhoIsBad: true,
  mostPeople: 1_000,
  isStrict: true,
  suppressed: [],
  blows: [],
  ledgerFailures: [],
};

/** How the first run ended, and what the world was like then. */
async function firstRun(history: Partial<History>): Promise<{ report: Report; requests: number[]; trace: Trace }> {
  let requests: number[] = [];
  const trace = await simulate({ ...quiet, ...history }, ({ provider }) => {
    requests = [...provider.requests];
  });
  const [report] = trace.reports;
  if (!report) throw new Error('No run ended.');
  return { report, requests, trace };
}

const times = (count: number, answer: Answer) => Array.from({ length: count }, () => answer);

describe('a run', () => {
  it('sends every batch once, the testers’ first, and says that all are accounted for', async () => {
    const { report, requests } = await firstRun({});
    expect(report.ending).toBe('complete');
    expect(report.sums).toMatchObject({ planned: 27, accepted: 27, unknown: 0, left: 0 });
    expect(requests).toEqual([1, 2, 4, 4, 4, 4, 4, 4]);
  });

  it('does nothing more for a complete send', async () => {
    const { trace } = await firstRun({ starts: 2 });
    expect(trace.reports.map(({ ending }) => ending)).toEqual(['complete']);
    const two = await firstRun({ processes: 2, lanes: 2 });
    expect(two.trace.reports.map(({ ending }) => ending)).toContain('complete');
    expect(two.requests).toHaveLength(8);
  });

  it('leaves out who was suppressed since, and makes no request for a batch of nobody else', async () => {
    const { report, requests } = await firstRun({ suppressed: [0, 3] });
    expect(report).toMatchObject({ ending: 'complete', sums: { accepted: 25, excluded: 2 } });
    expect(requests).toEqual([2, 3, 4, 4, 4, 4, 4]);
  });

  it('stops at once where the key is refused, with everybody left as they were', async () => {
    const { report, requests } = await firstRun({ answers: ['accepts', 'refuses the key'] });
    expect(report).toMatchObject({
      ending: 'stopped',
      stop: 'credentials',
      sums: { accepted: 1, left: 26, unknown: 0 },
    });
    expect(requests).toHaveLength(2);
  });

  it('stops after the second refusal of the message for the same cause', async () => {
    const { report, requests } = await firstRun({ answers: times(9, 'refuses the message') });
    expect(report).toMatchObject({ ending: 'stopped', stop: 'message', sums: { left: 27, rejected: 0 } });
    expect(requests).toHaveLength(2);
  });

  it('never sends again what is unknown, and goes on with the others', async () => {
    const answers: Answer[] = ['accepts', 'accepts', 'breaks off before it took it'];
    const { report, requests } = await firstRun({ answers });
    expect(report).toMatchObject({ ending: 'unknown-left', sums: { accepted: 23, unknown: 4, left: 0 } });
    expect(requests).toHaveLength(8);
  });

  it('pauses after three unknown in a row', async () => {
    const { report, requests } = await firstRun({ isStrict: false, answers: times(9, 'fails after it took it') });
    expect(report).toMatchObject({ ending: 'stopped', stop: 'unknowns', sums: { unknown: 7, left: 20 } });
    expect(requests).toHaveLength(3);
  });

  it('does not begin with the others where the testers’ batch is unknown', async () => {
    const { report, requests } = await firstRun({ answers: ['accepts, and the answer is lost'] });
    expect(report).toMatchObject({ ending: 'stopped', stop: 'canary', sums: { unknown: 1, left: 26 } });
    expect(requests).toEqual([1]);
  });

  it('stops at once where somebody else answers', async () => {
    const { report } = await firstRun({ isStrict: false, answers: ['is somebody else'] });
    expect(report).toMatchObject({ ending: 'stopped', stop: 'not-the-provider', sums: { unknown: 1, left: 26 } });
  });

  it('waits where it is asked to, and sends the same batch then', async () => {
    const { report, requests } = await firstRun({ answers: ['asks to wait', 'asks to wait', 'is not reached'] });
    expect(report).toMatchObject({ ending: 'complete', sums: { accepted: 27 } });
    expect(requests).toHaveLength(11);
  });

  it('does not wait for ever', async () => {
    const { report, requests } = await firstRun({ answers: times(1_000, 'asks to wait for ever') });
    expect(report).toMatchObject({ ending: 'stopped', stop: 'throttled', sums: { left: 27 } });
    expect(requests.length).toBeLessThan(20);
  });

  it('gives up where the provider cannot be reached', async () => {
    const { report, requests } = await firstRun({ answers: times(100, 'is not reached') });
    expect(report).toMatchObject({ ending: 'stopped', stop: 'unreachable', sums: { left: 27, unknown: 0 } });
    expect(requests).toHaveLength(6);
  });

  it('sends once to the others of a batch with a bad address', async () => {
    const { report, requests } = await firstRun({ bad: [4] });
    expect(report).toMatchObject({ ending: 'complete', sums: { accepted: 26, rejected: 1 } });
    expect(requests).toEqual([1, 2, 4, 3, 4, 4, 4, 4, 4]);
  });

  it('finds the bad address where it is not told', async () => {
    const { report, requests } = await firstRun({ bad: [4], tellsWhoIsBad: false });
    expect(report).toMatchObject({ ending: 'complete', sums: { accepted: 26, rejected: 1 } });
    expect(requests).toEqual([1, 2, 4, 2, 2, 1, 1, 4, 4, 4, 4, 4]);
  });

  it('halves what is too large', async () => {
    const { report, requests } = await firstRun({ mostPeople: 2 });
    expect(report).toMatchObject({ ending: 'complete', sums: { accepted: 27, rejected: 0 } });
    expect(requests.slice(0, 5)).toEqual([1, 2, 4, 2, 2]);
  });

  it('stops where the message is too large for one', async () => {
    const { report, requests } = await firstRun({ mostPeople: 0 });
    expect(report).toMatchObject({ ending: 'stopped', stop: 'too-large', sums: { left: 27 } });
    expect(requests).toEqual([1]);
  });

  it('stops where most addresses are refused', async () => {
    const bad = Array.from({ length: 27 }, (_, index) => index);
    const { report } = await firstRun({ bad, isStrict: false });
    expect(report).toMatchObject({ ending: 'stopped', stop: 'refusals', sums: { accepted: 0 } });
  });

  it('sends nothing where the intent cannot be written', async () => {
    const { report, requests } = await firstRun({ ledgerFailures: [{ write: 1, isDone: false }] });
    expect(report).toMatchObject({ ending: 'stopped', stop: 'ledger' });
    expect(report.error).toBeInstanceOf(Error);
    expect(requests).toEqual([]);
  });

  it('tells what the provider said of a batch whose receipt cannot be written', async () => {
    const { report, requests } = await firstRun({ ledgerFailures: [{ write: 2, isDone: false }] });
    expect(report).toMatchObject({ ending: 'stopped', stop: 'ledger' });
    expect(report.unrecorded).toEqual([
      { batch: 1, attempt: expect.any(String), outcome: { outcome: 'accepted', id: expect.any(String) } },
    ]);
    expect(requests).toEqual([1]);
  });

  it('finishes what is on its way when it is told to end', async () => {
    const { report } = await firstRun({ lanes: 3, blows: [{ step: 70, process: 0, what: 'drain' }] });
    expect(report.ending).toBe('drained');
    expect(report.sums).toMatchObject({ unknown: 0, inFlight: 0 });
    expect(report.sums?.left).toBeGreaterThan(0);
  });
});
