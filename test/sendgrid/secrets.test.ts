import { inspect } from 'node:util';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openSendGrid } from '../../src/audience/sources/sendgrid.js';
import { Fault } from '../../src/model/fault.js';
import { type SendGridClient, sendGridClient } from '../../src/sendgrid/client.js';
import { readSuppressionLists } from '../../src/sendgrid/suppression-lists.js';
import { type SendGridServer, startSendGrid, type Trouble } from '../fakes/sendgrid-server.js';

const address = 'secret.person@example.org';

let server: SendGridServer;
let client: SendGridClient;
let printed: string;
beforeEach(async () => {
  server = await startSendGrid({
    lists: { bounces: [{ email: address, created: 1_700_000_000 }] },
    groups: { 12: [address] },
    contacts: { people: { files: [`EMAIL,NAME\n${address},Jo\n`.padEnd(9_000, `${address},Jo\n`)], count: 1_000 } },
  });
  const clock = { now: Date.now, wait: async () => {}, random: () => 0 };
  const timeouts = { connect: 500, answer: 200 };
  client = sendGridClient({ key: server.key, region: 'global', baseUrl: server.url, timeouts }, clock);
  printed = '';
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      printed += String(text);
      return true;
    });
  }
});
afterEach(async () => {
  vi.restoreAllMocks();
  await client.close();
  await server.stop();
});

async function readLists(): Promise<void> {
  const reading = { groups: [12], canonical: (text: string) => text, now: '2027-03-22T09:00:00Z' };
  for await (const _ of readSuppressionLists(client, reading));
}

async function readContacts(): Promise<void> {
  const { batches } = await openSendGrid({ list: 'people' }, client, async () => {});
  for await (const _ of batches);
}

async function faultOf(work: () => Promise<void>): Promise<Fault> {
  const error: unknown = await work().then(
    () => undefined,
    (caught: unknown) => caught,
  );
  // Without the error: what it has in it must not be in a report either.
  if (!(error instanceof Fault)) throw new Error(error === undefined ? 'There was no fault.' : 'It was no fault.');
  return error;
}

const quoting = `{"errors":[{"message":"${address} is bad"}]}`;
const troubles: readonly (readonly [string, Trouble])[] = [
  ['a reset', 'reset'],
  ['half an answer', 'cut'],
  ['a redirect', 'redirect'],
  ['no key', { status: 401, body: quoting }],
  ['no scope', { status: 403, body: quoting }],
  ['nothing there', { status: 404, body: quoting }],
  ['a refusal', { status: 400, body: quoting }],
  ['out of order', { status: 500, body: quoting }],
  ['too often', { status: 429, body: quoting }],
  ['half JSON', { status: 200, body: `[{"email":"${address}",` }],
  ['HTML', { status: 200, body: `<html>${address}</html>` }],
  ['JSON of another shape', { status: 200, body: `{"${address}":"${address}"}` }],
];
const works = [
  ['lists', readLists, 0],
  ['lists, a later page', readLists, 3],
  ['contacts', readContacts, 0],
  ['the state of an export', readContacts, 1],
  ['a file of an export', readContacts, 2],
] as const;

const cases = works.flatMap(([what, work, after]) =>
  troubles.map(([name, trouble]) => [what, name, work, after, trouble] as const),
);

// A server that hangs takes real time for each try, so it hangs in one place only.
it.each([...cases, ['lists', 'no answer', readLists, 0, 'hang'] as const])(
  'reading %s, %s: a fault that tells neither key nor address',
  async (_what, _name, work, after, trouble) => {
    let request = 0;
    server.beforeAnswer = () => {
      if (request >= after) server.troubles.splice(0, server.troubles.length, trouble);
      request += 1;
    };
    const fault = await faultOf(work);
    expect([4, 5, 1]).toContain(fault.details.exit);
    expect(fault.cause).toBeUndefined();
    const told = `${inspect(fault, { depth: 9, showHidden: true })}${JSON.stringify(fault.details)}${fault.stack}${printed}`;
    for (const secret of [server.key, 'SG.', 'secret.person', '/files/people']) expect(told).not.toContain(secret);
  },
);

it.each([
  ['a line break', 'SG.hunter2\nx'],
  ['a letter that no header has', 'SG.hunter2–x'],
])('a key with %s in it is refused without being told', (_, key) => {
  const make = () => sendGridClient({ key, region: 'global' });
  expect(make).toThrow(Fault);
  try {
    make();
  } catch (error) {
    expect(inspect(error, { depth: 9 })).not.toContain('hunter2');
  }
});

it('an address with a password in it, as the server’s, is refused without being told', () => {
  const make = () => sendGridClient({ key: 'SG.x', region: 'global', baseUrl: 'ftp://me:hunter2@example.org' });
  expect(make).toThrow(Fault);
  try {
    make();
  } catch (error) {
    expect(inspect(error, { depth: 9 })).not.toContain('hunter2');
  }
});
