import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SendGridServer, startSendGrid, testKey } from '../fakes/sendgrid-server.js';
import { hasPostgres, type Postgres, startPostgres } from '../harness/postgres.js';
import { keptCopyOf } from '../harness/project.js';
import { type ExpectedIssue, expectedIssues } from './expected.js';
import { jobs } from './jobs.js';
import { type SentIssue, yearTable } from './year-table.js';

/*
 * A whole school year, 1 September 2026 to 31 August 2027, as a scheduler would run it: a job every quarter of an hour,
 * day and night, late, early, twice and not at all, each with nothing but the workspace, a shared ledger in PostgreSQL
 * and the stand-in for SendGrid. Editors approve every issue the day before. What went is held against a diary that was
 * worked out by other means.
 */

const hour = 3_600_000;
const readers = 7;
const page = new URL('../../docs/school-year.md', import.meta.url);

let clock = 0;
let server: SendGridServer;
let postgres: Postgres | undefined;
let project: ReturnType<typeof keptCopyOf>;
beforeAll(async () => {
  project = keptCopyOf('school-year');
  const people = Array.from({ length: readers }, (_, index) => `p${index + 1}@example.org,Person ${index + 1}\n`);
  project.write('audiences/private/members.csv', `email,first_name\n${people.join('')}`);
  server = await startSendGrid({}, { now: () => clock });
  postgres = await startPostgres();
});
afterAll(async () => {
  await server.stop();
  await postgres?.stop();
  project.discard();
});

const instant = (at: number) => new Date(at).toISOString();

it.skipIf(!hasPostgres)(
  'a school year of jobs sends every issue once, at its time, and nothing else',
  async () => {
    const variables = {
      CI: 'true',
      SENDGRID_API_KEY: testKey,
      MAILOUT_SENDGRID_URL: server.url,
      MAILOUT_LEDGER: postgres?.url ?? '',
      MAILOUT_KEY: 'a'.repeat(64),
    };
    const mailout = (args: string | readonly string[], at: number) => project.mailout(args, instant(at), variables);
    const expected = expectedIssues();
    const first = Date.UTC(2026, 7, 31, 23);
    const last = Date.UTC(2027, 7, 31, 22, 45);

    const approve = async ({ publication, date }: ExpectedIssue, at: number) => {
      const { code, err } = await mailout(['approve', publication, '--date', date, '--by', 'Ada'], at);
      expect([code, err]).toEqual([0, '']);
    };
    const sent: SentIssue[] = [];
    const work = async (at: number) => {
      const { code, out, err } = await mailout('send --due --json', at);
      const trouble = code === 0 ? '' : out;
      const said = err.replace(/^.*sending to 7 people\.\n/gm, '');
      expect([instant(at), trouble, said]).toEqual([instant(at), '', '']);
      return JSON.parse(out).sends as readonly { readonly issue: ExpectedIssue; readonly came: string }[];
    };

    const approvals = expected.map((issue) => ({ at: issue.instant - 20 * hour, issue }));
    let approved = 0;
    let jobCount = 0;
    for (const { at, isDouble } of jobs(first, last, 2026)) {
      for (const one of approvals.slice(approved)) {
        if (one.at > at) break;
        clock = one.at;
        await approve(one.issue, one.at);
        approved += 1;
      }
      clock = at;
      if (jobCount++ % 2000 === 0) console.log(jobCount, instant(at), Math.round(performance.now()));
      const before = server.mail.mailbox.taken.length;
      const reports = await Promise.all(isDouble ? [work(at), work(at)] : [work(at)]);
      const new_ = server.mail.mailbox.taken.slice(before).flatMap(({ to }) => to);
      const issues = new Map(reports.flat().map(({ issue }) => [`${issue.publication} ${issue.date}`, issue]));
      expect(new_.toSorted()).toEqual(
        [...issues.keys()]
          .flatMap(() => Array.from({ length: readers }, (_, index) => `p${index + 1}@example.org`))
          .sort(),
      );
      for (const { publication, date } of issues.values()) sent.push({ publication, date, at, isDouble });
    }

    expect(sent.map(({ publication, date }) => `${date} ${publication}`)).toEqual(
      expected.map(({ publication, date }) => `${date} ${publication}`),
    );
    for (const [index, { at }] of sent.entries()) {
      const due = expected[index]?.instant ?? 0;
      expect(at - due).toBeGreaterThanOrEqual(0);
      expect(at - due).toBeLessThan(6 * hour);
    }
    expect((await mailout('ledger verify', last)).out).toContain(`The ledger adds up: ${expected.length} sends.`);
    expect((await mailout('status --json', last)).out).not.toMatch(/"state": "(?!complete)/);

    const table = yearTable(expected, sent);
    const text = readFileSync(page, 'utf8');
    const [head = '', tail = ''] = text.split(/<!-- table -->[\s\S]*<!-- end -->/);
    const wanted = `${head}<!-- table -->\n\n${table}\n<!-- end -->${tail}`;
    if (process.env.MAILOUT_WRITE_DOCS) writeFileSync(page, wanted);
    else expect(text).toBe(wanted);
  },
  1_200_000,
);
