import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canonicalAddress, isRefused } from '../../src/audience/address.js';
import { type SendGridClient, sendGridClient } from '../../src/sendgrid/client.js';
import { type ListPage, readSuppressionLists } from '../../src/sendgrid/suppression-lists.js';
import { type SendGridServer, startSendGrid } from '../fakes/sendgrid-server.js';

const now = '2027-03-22T09:00:00.000Z';
const seconds = Date.parse('2027-03-01T00:00:00Z') / 1000;

let server: SendGridServer;
let client: SendGridClient;
beforeEach(async () => {
  server = await startSendGrid();
  client = sendGridClient(
    { key: server.key, region: 'eu', baseUrl: server.url },
    { now: Date.now, wait: async () => {}, random: () => 0 },
  );
});
afterEach(async () => {
  await client.close();
  await server.stop();
});

const canonical = (text: string) => {
  const result = canonicalAddress(text);
  return isRefused(result) ? undefined : result.address;
};

async function read(groups: number[] = []): Promise<ListPage[]> {
  const pages: ListPage[] = [];
  for await (const page of readSuppressionLists(client, { groups, canonical, now })) pages.push(page);
  return pages;
}

const people = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ email: `person-${index}@example.org`, created: seconds }));

describe('the provider’s lists', () => {
  it('are all read, each with its own reason', async () => {
    server.account.lists = {
      unsubscribes: [{ email: 'a@example.org', created: seconds }],
      bounces: [{ email: 'b@example.org', created: seconds, status: '5.1.1', reason: '550 no such user' }],
      spam_reports: [{ email: 'c@example.org', created: seconds }],
      invalid_emails: [{ email: 'd@example.org', created: seconds, reason: 'Mail domain mentioned is unknown' }],
    };
    server.account.groups = { 12: ['e@example.org'] };
    const since = '2027-03-01T00:00:00.000Z';
    expect((await read([12])).flatMap(({ entries }) => entries)).toEqual([
      { address: 'a@example.org', reason: 'unsubscribed', origin: 'sendgrid', since },
      { address: 'b@example.org', reason: 'bounced', origin: 'sendgrid', since },
      { address: 'c@example.org', reason: 'spam-report', origin: 'sendgrid', since },
      { address: 'd@example.org', reason: 'invalid', origin: 'sendgrid', since },
      { address: 'e@example.org', reason: 'unsubscribed', group: 12, origin: 'sendgrid', since: now },
    ]);
  });

  it.each([0, 1, 499, 500, 501, 1_000, 1_234])('are read to the end: %i entries', async (count) => {
    server.account.lists = { unsubscribes: people(count) };
    const pages = (await read()).filter(({ list }) => list === 'unsubscribes');
    const addresses = pages.flatMap(({ entries }) => entries.map(({ address }) => address));
    expect(new Set(addresses).size).toBe(count);
    expect(pages.map(({ isLast }) => isLast)).toEqual([...Array(pages.length - 1).fill(false), true]);
  });

  it.each([
    ['4.2.2', '', 'soft'],
    ['', '452 mailbox full', 'soft'],
    ['4.4.7', '550 too late', 'soft'],
    ['5.2.2', '452 mailbox full', 'hard'],
    ['', '550 no such user', 'hard'],
    ['', 'nobody knows', 'hard'],
    ['', '', 'hard'],
  ])('a bounce with the status “%s” and the reason “%s” is %s', async (status, reason, expected) => {
    server.account.lists = { bounces: [{ email: 'jo@example.org', created: seconds, status, reason }] };
    const page = (await read()).find(({ list }) => list === 'bounces');
    expect([page?.entries.length, page?.softBounces.length]).toEqual(expected === 'soft' ? [0, 1] : [1, 0]);
  });

  it('give what is no address as a number', async () => {
    server.account.lists = { invalid_emails: [{ email: 'nonsense', created: seconds }, ...people(1)] };
    expect((await read()).find(({ list }) => list === 'invalid-addresses')).toMatchObject({
      refused: 1,
      entries: [{ address: 'person-0@example.org' }],
    });
  });
});

describe('a list that cannot be read to its end is a fault, never a short list', () => {
  it.each([
    ['another shape', '{"result":[]}'],
    ['an entry without an address', '[{"created":1}]'],
    ['a word', '"nothing"'],
  ])('%s', async (_, body) => {
    server.troubles.push({ status: 200, body });
    await expect(read()).rejects.toMatchObject({ details: { code: 'sendgrid/unreadable', exit: 5 } });
  });

  it('a page that is given again and again', async () => {
    const page = JSON.stringify(people(500));
    server.troubles.push({ status: 200, body: page }, { status: 200, body: page });
    await expect(read()).rejects.toMatchObject({ details: { exit: 5 } });
  });

  it('a group that there is not', async () => {
    await expect(read([99])).rejects.toMatchObject({ details: { exit: 5 } });
  });

  it('a key that may not', async () => {
    server.troubles.push({ status: 403 });
    await expect(read()).rejects.toMatchObject({ details: { exit: 4 } });
  });
});
