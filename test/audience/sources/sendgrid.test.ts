import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSendGrid } from '../../../src/audience/sources/sendgrid.js';
import type { RefusedRow, Row } from '../../../src/audience/sources/source.js';
import { type SendGridClient, sendGridClient } from '../../../src/sendgrid/client.js';
import { sourceContract, type Table } from '../../contracts/source-contract.js';
import { type SendGridServer, startSendGrid } from '../../fakes/sendgrid-server.js';

let server: SendGridServer;
let client: SendGridClient;
let pauses: number[];
beforeEach(async () => {
  server = await startSendGrid();
  pauses = [];
  const clock = { now: Date.now, wait: async () => {}, random: () => 0 };
  client = sendGridClient({ key: server.key, region: 'global', baseUrl: server.url }, clock);
});
afterEach(async () => {
  await client.close();
  await server.stop();
});

const open = (from: { list?: string; segment?: string } = { list: 'people' }) =>
  openSendGrid(from, client, async (milliseconds) => void pauses.push(milliseconds));

async function read(from?: { list?: string; segment?: string }) {
  const rows: Row[] = [];
  const refused: RefusedRow[] = [];
  const { columns, batches } = await open(from);
  for await (const batch of batches) {
    rows.push(...batch.rows);
    refused.push(...batch.refused);
  }
  return { columns, rows, refused };
}

const header = 'EMAIL,FIRST_NAME\n';
const file = (start: number, count: number) =>
  header + Array.from({ length: count }, (_, index) => `person-${start + index}@example.org,Jo\n`).join('');

/** The files of an export with so many rows each: every one begins with the names of the columns. */
function exported({ columns, rows }: Table, rowsAFile: number): string[] {
  const csv = (lines: readonly (readonly string[])[]) =>
    lines.map((line) => `${line.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`).join('');
  const starts = Array.from(
    { length: Math.max(1, Math.ceil(rows.length / rowsAFile)) },
    (_, index) => index * rowsAFile,
  );
  return starts.map((start) => csv([columns, ...rows.slice(start, start + rowsAFile)]));
}

describe.each([3, 4_000, 1_000_000])('in files of at most %i rows', (rowsAFile) => {
  sourceContract('a SendGrid list', {
    open: (table) => {
      // Thousands of files would only test the patience of whoever waits for them.
      const size = table.rows.length > 100 ? Math.max(rowsAFile, 500) : rowsAFile;
      server.account.contacts.people = { files: exported(table, size), count: table.rows.length };
      return open();
    },
    held: () => server.answering,
  });
});

describe('a list or a segment', () => {
  it.each([{ list: 'people' }, { segment: 'people' }])('is read whole: %o', async (from) => {
    server.account.contacts.people = { files: [file(0, 2)], count: 2 };
    expect(await read(from)).toEqual({
      columns: ['EMAIL', 'FIRST_NAME'],
      rows: [
        { number: 2, values: ['person-0@example.org', 'Jo'] },
        { number: 3, values: ['person-1@example.org', 'Jo'] },
      ],
      refused: [],
    });
    expect(server.asked.map((asked) => asked.replace(/\?.*/, ''))).toEqual([
      'POST /v3/marketing/contacts/exports',
      'GET /v3/marketing/contacts/exports/export-1',
      'GET /files/people/0',
    ]);
  });

  it('in several files is one, numbered through', async () => {
    server.account.contacts.people = { files: [file(0, 700), file(700, 1), header, file(701, 300)], count: 1_001 };
    const { rows } = await read();
    expect(rows.map(({ values }) => values[0])).toEqual(
      Array.from({ length: 1_001 }, (_, index) => `person-${index}@example.org`),
    );
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 2));
  });

  it('with a row that cannot be read in a later file: it is refused under its own number, and counted', async () => {
    server.account.contacts.people = { files: [file(0, 2), `${header}jo@example.org\n`], count: 3 };
    const { rows, refused } = await read();
    expect(rows).toHaveLength(2);
    expect(refused.map(({ number, reason }) => [number, reason])).toEqual([[4, 'cells']]);
  });

  it('is waited for until its export is ready', async () => {
    server.account.contacts.people = { files: [file(0, 1)], count: 1 };
    server.polls = 3;
    expect((await read()).rows).toHaveLength(1);
    expect(pauses).toHaveLength(3);
  });

  it('is let go of when it is closed early', async () => {
    server.account.contacts.people = { files: [file(0, 60_000), file(60_000, 60_000)], count: 120_000 };
    const { batches, close } = await open();
    for await (const _ of batches) break;
    await close();
    expect(server.asked.filter((asked) => asked.startsWith('GET /files/'))).toHaveLength(1);
  });
});

describe('what is not whole is a fault, never a short list', () => {
  const faults: readonly (readonly [string, () => void, number])[] = [
    ['fewer contacts than it says', () => contacts([file(0, 2)], 3), 5],
    ['a file with other columns', () => contacts([file(0, 1), 'EMAIL,LAST_NAME\njo@example.org,Ng\n']), 5],
    [
      'a file with the same columns in another order',
      () => contacts([file(0, 1), 'FIRST_NAME,EMAIL\nJo,a@example.org\n']),
      5,
    ],
    ['no file', () => contacts([], 0), 5],
    ['an export that never ends', () => contacts([file(0, 1)], 1, 100_000), 5],
    ['a list that there is not', () => {}, 5],
    ['a key that may not', () => server.scopes.splice(0), 4],
  ];
  const contacts = (files: readonly string[], count?: number, polls = 0) => {
    server.polls = polls;
    server.account.contacts.people = { files, ...(count !== undefined && { count }) };
  };

  it.each(faults)('%s', async (_, arrange, exit) => {
    arrange();
    await expect(read()).rejects.toMatchObject({ name: 'Fault', details: { exit } });
  });

  it('a file that breaks off', async () => {
    contacts([file(0, 1), file(1, 50_000)], 50_001);
    let request = 0;
    server.beforeAnswer = () => {
      request += 1;
      if (request === 4) server.troubles.push('cut');
    };
    await expect(read()).rejects.toMatchObject({ name: 'Fault', details: { exit: 5 } });
  });

  it.each([
    ['failure', '{"id":"x","status":"failure","message":"jo@example.org"}'],
    ['a state that is not documented', '{"id":"x","status":"done","urls":[]}'],
    ['addresses that are none', '{"id":"x","status":"ready","urls":[1]}'],
    ['an address in the network', '{"id":"x","status":"ready","urls":["http://169.254.169.254/latest"]}'],
  ])('an export that answers with %s', async (_, body) => {
    contacts([file(0, 1)], 1);
    let request = 0;
    server.beforeAnswer = () => {
      request += 1;
      if (request === 2) server.troubles.push({ status: 200, body });
    };
    await expect(read()).rejects.toMatchObject({ name: 'Fault', details: { exit: 5 } });
  });

  it.each([{}, { list: 'people', segment: 'people' }])('settings that do not say what to read: %o', async (from) => {
    await expect(read(from)).rejects.toMatchObject({ name: 'Fault', details: { exit: 2 } });
    expect(server.asked).toEqual([]);
  });
});
