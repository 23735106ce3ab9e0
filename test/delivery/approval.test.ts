import { describe, expect, it } from 'vitest';
import { approve, bandAround, changesSince, judge, ruleFor } from '../../src/delivery/approval.js';
import { defaultCanary } from '../../src/delivery/canary.js';
import { planDigest, releaseOf, type SendPlan, timeRefusals } from '../../src/delivery/plan.js';
import type { Approval } from '../../src/model/approval.js';

const now = Date.parse('2026-11-22T10:00:00Z');
const hour = 3_600_000;

const plan: SendPlan = {
  publication: 'e-bulletin',
  date: '2026-11-23',
  editions: [
    { id: 'everyone-else', digest: 'd1', recipients: 4_000 },
    { id: 'wales', digest: 'd2', recipients: 200 },
  ],
  audience: 'members',
  roster: { id: 'r1', digest: 'rd1' },
  counts: { recipients: 4_200, excluded: { duplicate: 3 }, batches: 5 },
  sender: { name: 'The Union', address: 'news@union.example' },
  transport: { kind: 'sendgrid', settings: { region: 'eu', group: 7, tracking: false } },
  hold: 30,
  canary: defaultCanary,
};

const withRecipients = (recipients: number): SendPlan => ({ ...plan, counts: { ...plan.counts, recipients } });
const approval = (by = 'bea', of = plan): Approval => approve(of, by, now, 48);
/** Why an approval of the plan does not count for another plan or at another time. */
const reasons = (other: Approval, of = plan, at = now + hour, author: string | undefined = 'ann') =>
  judge(of, [other], author === undefined ? undefined : [author], at).void.flatMap(({ why }) => why);

describe('a plan', () => {
  it('has the same digest whatever the order of its parts, and another for any change', () => {
    const turned = Object.fromEntries(Object.entries(plan).reverse()) as unknown as SendPlan;
    expect(planDigest(turned)).toBe(planDigest(plan));
    expect(planDigest({ ...plan, hold: 31 })).not.toBe(planDigest(plan));
    expect(planDigest({ ...plan, roster: { id: 'r1', digest: 'other' } })).not.toBe(planDigest(plan));
    expect(planDigest({ ...plan, editions: [...plan.editions].reverse() })).not.toBe(planDigest(plan));
  });

  it('goes out at its time, but never before the hold has passed', () => {
    expect(releaseOf({ hold: 30 }, now)).toBe(now + hour / 2);
    expect(releaseOf({ hold: 30, sendAt: '2026-11-22T10:10:00Z' }, now)).toBe(now + hour / 2);
    expect(releaseOf({ hold: 30, sendAt: '2026-11-22T12:00:00Z' }, now)).toBe(now + 2 * hour);
    expect(releaseOf({ hold: 0 }, now)).toBe(now);
  });

  it.each<[string, Pick<SendPlan, 'sendAt' | 'hold'>, RegExp | undefined]>([
    ['at once', { hold: 0 }, undefined],
    ['in an hour', { hold: 30, sendAt: '2026-11-22T11:00:00Z' }, undefined],
    ['72 hours ahead', { hold: 0, sendAt: '2026-11-25T10:00:00Z' }, undefined],
    ['later than that', { hold: 0, sendAt: '2026-11-25T10:00:01Z' }, /72 hours/],
    ['in the past', { hold: 0, sendAt: '2026-11-22T09:59:59Z' }, /has passed/],
    ['at no time', { hold: 0, sendAt: 'soon' }, /no time/],
    ['with a hold that nobody can use', { hold: 10 }, /too short/],
    ['with a negative hold', { hold: -5 }, /too short/],
    ['with a hold that is no number', { hold: Number.NaN }, /too short/],
  ])('may go out %s or is refused', (_, times, words) => {
    const refusals = timeRefusals(times, now);
    if (words === undefined) expect(refusals).toEqual([]);
    else expect(refusals.map((refusal) => refusal.words)).toEqual([expect.stringMatching(words)]);
  });
});

describe('an approval', () => {
  it('holds for the plan that it is of', () => {
    const verdict = judge(plan, [approval()], ['ann'], now + hour);
    expect(verdict).toMatchObject({ isApproved: true, void: [] });
  });

  it('survives being written to a file and read again', () => {
    expect(judge(plan, [JSON.parse(JSON.stringify(approval()))], ['ann'], now + hour).isApproved).toBe(true);
  });

  it('holds while people join and leave within five per cent', () => {
    expect(bandAround(4_200)).toEqual({ from: 3_990, until: 4_410 });
    expect(bandAround(12)).toEqual({ from: 12, until: 12 });
    const frozenAnew = { ...withRecipients(4_410), roster: { id: 'r2', digest: 'rd2' } };
    expect(reasons(approval(), frozenAnew)).toEqual([]);
    expect(reasons(approval(), withRecipients(4_411))).toEqual([
      'There are 4411 recipients, and from 3990 to 4410 were approved.',
    ]);
    expect(reasons(approval(), withRecipients(3_989))).toHaveLength(1);
  });

  it.each<[string, Partial<SendPlan>, string]>([
    [
      'an edition',
      {
        editions: [
          { id: 'everyone-else', digest: 'x', recipients: 1 },
          { id: 'wales', digest: 'd2', recipients: 200 },
        ],
      },
      'The edition “everyone-else” is not the one that was approved.',
    ],
    ['an edition less', { editions: plan.editions.slice(0, 1) }, 'The edition “wales” is gone.'],
    [
      'an edition more',
      { editions: [...plan.editions, { id: 'iso', digest: 'd3', recipients: 1 }] },
      'The edition “iso” is new.',
    ],
    ['the audience', { audience: 'everybody' }, '“audience” was “members”, and is “everybody” now.'],
    ['the date', { date: '2026-11-24' }, '“date” was “2026-11-23”, and is “2026-11-24” now.'],
    [
      'the sender',
      { sender: { name: 'The Union', address: 'other@union.example' } },
      '“sender” was “The Union <news@union.example>”, and is “The Union <other@union.example>” now.',
    ],
    [
      'where answers go',
      { sender: { ...plan.sender, replyTo: 'x@union.example' } },
      '“reply to” was “”, and is “x@union.example” now.',
    ],
    [
      'the transport',
      { transport: { ...plan.transport, kind: 'smtp' } },
      '“transport” was “sendgrid”, and is “smtp” now.',
    ],
    [
      'a setting',
      { transport: { kind: 'sendgrid', settings: { region: 'eu', group: 7, tracking: true } } },
      '“setting tracking” was “false”, and is “true” now.',
    ],
    [
      'a setting less',
      { transport: { kind: 'sendgrid', settings: { region: 'eu', group: 7 } } },
      '“setting tracking” was “false”, and is “” now.',
    ],
    ['the time', { sendAt: '2026-11-23T10:00:00Z' }, '“send at” was “at once”, and is “2026-11-23T10:00:00Z” now.'],
    ['the hold', { hold: 0 }, '“hold” was “30 minutes”, and is “0 minutes” now.'],
    [
      'the thresholds',
      { canary: { ...defaultCanary, share: 0.5 } },
      'The thresholds of the first batches have changed.',
    ],
  ])('is void after a change of %s, and says so', (_, change, words) => {
    expect(reasons(approval(), { ...plan, ...change })).toEqual([words]);
    expect(changesSince(approval(), { ...plan, ...change })).toEqual([words]);
  });

  it('is void when its time has passed, when it is from tomorrow, and when its times are none', () => {
    expect(reasons(approval(), plan, now + 48 * hour)).toEqual(['It has expired.']);
    expect(reasons(approval(), plan, now - hour)).toEqual(['It is dated in the future.']);
    expect(reasons({ ...approval(), expires: 'never' })).toEqual(['It has expired.']);
  });

  it.each<[string, Partial<Approval>]>([
    ['what it covers', { covers: { ...approval().covers, 'edition wales': 'x' } }],
    ['for how many', { band: { from: 0, until: 1_000_000 } }],
    ['its digest', { digest: '' }],
  ])('is void where somebody wrote something else into it: %s', (_, change) => {
    expect(reasons({ ...approval(), ...change })).toEqual(['The approval was changed after it was written.']);
  });
});

describe('how many must approve', () => {
  it.each([
    [1, 1, true],
    [100, 1, true],
    [101, 1, false],
    [5_000, 1, false],
    [5_001, 2, false],
    [500_000, 2, false],
  ])('goes by the number of recipients: %i', (recipients, approvers, authorCounts) => {
    expect(ruleFor(recipients)).toMatchObject({ approvers, authorCounts });
  });

  it('is strict where the rules say nothing', () => {
    expect(ruleFor(5, [])).toEqual({ approvers: 2, authorCounts: false });
    expect(ruleFor(500, [{ upTo: 10, approvers: 1, authorCounts: false }])).toMatchObject({ approvers: 1 });
  });

  it('does not count whoever wrote the issue, however she writes her name', () => {
    expect(judge(plan, [approval(' Ann ')], ['ann'], now).isApproved).toBe(false);
    const small = withRecipients(50);
    expect(judge(small, [approval('ann', small)], ['ann'], now).isApproved).toBe(true);
  });

  it('does not count anybody where nobody knows who wrote it', () => {
    expect(judge(plan, [approval()], undefined, now).isApproved).toBe(false);
  });

  it('counts each person once', () => {
    const large = withRecipients(6_000);
    const [bea, again, cy] = ['bea', 'BEA', 'cy'].map((by) => approval(by, large));
    if (!bea || !again || !cy) throw new Error('There are three.');
    expect(judge(large, [bea, again], ['ann'], now).isApproved).toBe(false);
    expect(judge(large, [bea, again, cy], ['ann'], now)).toMatchObject({ isApproved: true, counting: [again, cy] });
  });

  it('does not count an approval without a name', () => {
    expect(reasons(approval('  '))).toEqual(['It does not say whose it is.']);
  });
});

describe('the approvers of a newsletter', () => {
  it('are the only ones whose approval counts, where they are named', () => {
    const judged = (by: string) => judge(plan, [approval(by)], ['ann'], now, { approvers: ['Bea', 'Cy'] });
    expect(judged('bea').isApproved).toBe(true);
    expect(judged('dot').isApproved).toBe(false);
    expect(judged('dot').void.flatMap(({ why }) => why)).toEqual([
      'It is from somebody who is not among the approvers of this newsletter.',
    ]);
  });

  it('may not have written it, either', () => {
    expect(judge(plan, [approval('bea')], ['ann', 'Bea '], now, { approvers: ['bea'] }).isApproved).toBe(false);
  });
});
