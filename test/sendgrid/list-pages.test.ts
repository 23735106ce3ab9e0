import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SendGridClient, sendGridClient } from '../../src/sendgrid/client.js';
import { readSuppressionLists } from '../../src/sendgrid/suppression-lists.js';
import { type ListEntry, type SendGridServer, startSendGrid } from '../fakes/sendgrid-server.js';

const now = '2027-03-22T09:00:00.000Z';
const atNow = Date.parse(now) / 1000;
const longAgo = atNow - 30 * 86_400;

let server: SendGridServer;
let client: SendGridClient;
beforeEach(async () => {
  server = await startSendGrid();
  const clock = { now: Date.now, wait: async () => {}, random: () => 0 };
  client = sendGridClient({ key: server.key, region: 'global', baseUrl: server.url }, clock);
});
afterEach(async () => {
  await client.close();
  await server.stop();
});

const people = (count: number, created = longAgo): ListEntry[] =>
  Array.from({ length: count }, (_, index) => ({ email: `person-${index}@example.org`, created }));

async function addresses(groups: number[] = []): Promise<Set<string>> {
  const found = new Set<string>();
  for await (const { entries } of readSuppressionLists(client, { groups, canonical: (text) => text, now })) {
    for (const { address } of entries) found.add(address);
  }
  return found;
}

/** Changes the list of unsubscribes before the answer to each of the requests for it, from the first. */
function whileReading(change: (list: readonly ListEntry[], request: number) => readonly ListEntry[]): void {
  let request = 0;
  server.beforeAnswer = (asked) => {
    if (!asked.endsWith('/unsubscribes')) return;
    server.account.lists.unsubscribes = change(server.account.lists.unsubscribes ?? [], request);
    request += 1;
  };
}

describe('nobody is missed who is on a list all the time', () => {
  // Whichever moment somebody leaves at, and wherever on the list: all moves up behind them.
  const moments = Array.from({ length: 14 }, (_, moment) => moment);

  it.each(moments)('when somebody at the top leaves before request %i', async (moment) => {
    server.account.lists = { unsubscribes: people(1_600) };
    whileReading((list, request) => (request === moment ? list.slice(1) : list));
    const found = await addresses();
    expect(
      people(1_600)
        .slice(1)
        .filter(({ email }) => !found.has(email)),
    ).toEqual([]);
  });

  it('when somebody leaves before every request', async () => {
    server.account.lists = { unsubscribes: people(2_600) };
    whileReading((list) => [...list.slice(0, 3), ...list.slice(4)]);
    const found = await addresses();
    const left = server.account.lists.unsubscribes ?? [];
    expect(left.length).toBeLessThan(2_600);
    expect(left.filter(({ email }) => !found.has(email))).toEqual([]);
  });

  it.each(['first', 'last'])('when somebody new comes %s before every request', async (where) => {
    server.account.lists = { unsubscribes: people(1_600) };
    whileReading((list, request) => {
      const one = { email: `new-${request}@example.org`, created: atNow + request };
      return where === 'first' ? [one, ...list] : [...list, one];
    });
    const found = await addresses();
    expect(people(1_600).filter(({ email }) => !found.has(email))).toEqual([]);
  });

  it.each([-86_400, -3_601, -3_600, -1, 0, 300, 86_400])(
    'when our clock is wrong: an entry %i seconds from what we think is now',
    async (seconds) => {
      server.account.lists = { unsubscribes: [{ email: 'jo@example.org', created: atNow + seconds }] };
      expect(await addresses()).toEqual(new Set(['jo@example.org']));
    },
  );
});

describe('pages that cannot be those that were asked for are a fault, never a short list', () => {
  it.each([
    [longAgo, 500],
    [longAgo, 1_700],
    [atNow, 700],
  ])('the same page whatever the offset', async (created, count) => {
    server.account.lists = { unsubscribes: people(count, created) };
    server.ignoresOffset = true;
    await expect(addresses()).rejects.toMatchObject({ details: { code: 'sendgrid/unreadable', exit: 5 } });
  });

  it.each([longAgo, atNow])('fewer than asked for, with more behind them', async (created) => {
    server.account.lists = { unsubscribes: people(1_700, created) };
    server.longestPage = 100;
    await expect(addresses()).rejects.toMatchObject({ details: { code: 'sendgrid/unreadable', exit: 5 } });
  });

  it('more than asked for', async () => {
    server.troubles.push({ status: 200, body: JSON.stringify(people(501)) });
    await expect(addresses()).rejects.toMatchObject({ details: { code: 'sendgrid/unreadable', exit: 5 } });
  });

  it.each([-1, 1e11, 1e17])('a time that is none: %d', async (created) => {
    server.troubles.push({ status: 200, body: JSON.stringify([{ email: 'jo@example.org', created }]) });
    await expect(addresses()).rejects.toMatchObject({ details: { code: 'sendgrid/unreadable', exit: 5 } });
  });

  it('a group that there is not, though its list is empty rather than missing', async () => {
    server.account.groups = { 12: [] };
    expect(await addresses([12])).toEqual(new Set());
    await expect(addresses([12, 99])).rejects.toMatchObject({
      details: { exit: 5, words: 'SendGrid has no unsubscribe group 99.' },
    });
  });
});
