import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CalendarResult } from '../../../src/flows/calendar/look-at-calendar.js';
import { plannedStates } from '../../../src/model/planned-issue.js';
import { type SendGridServer, startSendGrid, testKey } from '../../fakes/sendgrid-server.js';
import type { Project } from '../../harness/project.js';
import { mailing } from '../send/mailing.js';

// The weekly newsletter goes out on Mondays at 07:00; copy is due two working days before.
const monday = '2027-03-22';
let server: SendGridServer;
beforeEach(async () => {
  server = await startSendGrid({}, { now: () => Date.parse('2027-03-22T07:05:00Z') });
});
afterEach(() => server.stop());

const env = () => ({ SENDGRID_API_KEY: testKey, MAILOUT_SENDGRID_URL: server.url });

function newsroom(): Project {
  const project = mailing(7);
  project.edit('issues/weekly/publication.yaml', (text) => `${text}copy-deadline: 2\n`);
  project.edit('mailout.yaml', (text) => `${text}approval: { rules: [{ approvers: 1, author-counts: true }] }\n`);
  return project;
}

async function stateOf(project: Project, now: string): Promise<string | undefined> {
  const { out } = await project.mailout('calendar --json', now, env());
  return (JSON.parse(out) as CalendarResult).issues.find(({ date }) => date === monday)?.state;
}

const wednesday = '2027-03-17T12:00:00Z';
const friday = '2027-03-19T12:00:00Z';
const atItsTime = '2027-03-22T07:05:00Z';
const tuesday = '2027-03-23T08:00:00Z';

const approve = (project: Project) => project.mailout(['approve', 'weekly', '--by', 'Ada'], friday, env());
const send = (project: Project) => project.mailout('send --due', atItsTime, env());

/** How an issue comes to a state, and when it is looked at. */
const ways: Readonly<Record<(typeof plannedStates)[number], (project: Project) => Promise<string>>> = {
  open: async () => wednesday,
  'copy-closed': async () => friday,
  built: async (project) => {
    await project.mailout('build', friday);
    return friday;
  },
  approved: async (project) => {
    await approve(project);
    return friday;
  },
  changed: async (project) => {
    await approve(project);
    project.edit('issues/items/fair-pay-petition.md', (text) => `${text}\nOne more word.\n`);
    return friday;
  },
  sent: async (project) => {
    await approve(project);
    await send(project);
    return tuesday;
  },
  sending: async (project) => {
    await approve(project);
    server.mail.faults = [{ from: 1, until: 'for-ever', kind: 'status', status: 401, body: '{"errors":[]}' }];
    await send(project);
    server.mail.faults = [];
    return atItsTime;
  },
  stopped: async (project) => {
    await approve(project);
    // The people of one edition have it, and those of the other do not.
    server.mail.faults = [{ from: 2, until: 'for-ever', kind: 'status', status: 401, body: '{"errors":[]}' }];
    await send(project);
    server.mail.faults = [];
    const { sends } = JSON.parse((await project.mailout('status --json', atItsTime, env())).out);
    await project.mailout(['cancel', sends[0].send.id, '--because', 'A mistake', '--by', 'Ada'], atItsTime, env());
    return tuesday;
  },
  missed: async (project) => {
    // There is a ledger, and nothing of this issue in it.
    await project.mailout('suppressions sync', friday, env());
    return tuesday;
  },
  'left-out': async (project) => {
    project.edit('issues/weekly/publication.yaml', (text) => text.replace('at: 07:00', 'at: 07:00, if-empty: skip'));
    for (const path of project.list('issues/items')) {
      project.edit(`issues/items/${path}`, (text) => text.replace('publications:', 'draft: true\npublications:'));
    }
    return tuesday;
  },
  over: async () => tuesday,
};

describe('how far an issue has come', () => {
  it.each(plannedStates)('%s', async (state) => {
    const project = newsroom();
    expect(await stateOf(project, await ways[state](project))).toBe(state);
  });

  it('is in the table, with what there is to know of dates', async () => {
    const project = newsroom();
    await approve(project);
    const { out, err, code } = await project.mailout('calendar', friday, env());
    expect([code, err]).toEqual([0, expect.any(String)]);
    const lines = out.split('\n');
    expect(lines[0]).toMatch(/^Goes out +Publication +Issue +Copy by +State$/);
    expect(lines.find((line) => line.startsWith('Mon 22 Mar'))).toMatch(
      /^Mon 22 Mar +07:00 +The Weekly Windfall +22 March 2027 +Thu 18 Mar +approved$/,
    );
    expect(lines.find((line) => line.startsWith('Tue 30 Mar'))).toContain('moved off Easter Monday');
    expect(out).toContain('Times are those of Europe/London.');
  });

  it('is in the year at a glance, a letter a week', async () => {
    const project = newsroom();
    const { out } = await project.mailout('calendar --year', friday, env());
    expect(out).toMatch(/The Weekly Windfall {2}[●○]{53}\n/);
    expect(out).toContain('▾ this week');
    const months = out.split('\n')[0]?.trim().split(/ +/);
    expect(months?.slice(0, 2)).toEqual(['Apr', 'May']);
    expect(months?.length).toBeGreaterThanOrEqual(11);
  });

  it.each([
    [['calendar', '--from', 'soon'], '“soon” is not a date'],
    [['calendar', '--until', '2027-02-30'], '“2027-02-30” is not a date'],
    [['calendar', 'weakly'], 'There is no publication called “weakly”'],
  ])('%j is refused in words', async (args, words) => {
    const { code, err } = await newsroom().mailout(args, friday);
    expect([code, err]).toEqual([2, expect.stringContaining(words)]);
  });
});

describe('what the calendar warns of', () => {
  const warned = async (change: (project: Project) => void, now = friday) => {
    const project = newsroom();
    change(project);
    return (await project.mailout('calendar', now)).err;
  };

  it('an item that closes before the next issue that could carry it', async () => {
    const err = await warned((project) =>
      project.edit('issues/items/fair-pay-petition.md', (text) => text.replace('2027-03-26T17:00', '2027-03-21T17:00')),
    );
    expect(err).toMatch(/^issues\/items\/fair-pay-petition\.md:6:/m);
    expect(err).toContain('closes 2027-03-21 at 17:00, and the next issue that could have it comes out on 2027-03-22');
  });

  it('terms that are missing, for a newsletter that goes by them', async () => {
    const err = await warned(
      (project) =>
        project.edit('issues/weekly/publication.yaml', (text) =>
          text.replace('at: 07:00', 'at: 07:00, in-holidays: skip'),
        ),
      '2027-04-20T12:00:00Z',
    );
    expect(err).toMatch(/^mailout\.yaml:\d+:/m);
    expect(err).toContain('term');
  });

  it('a term without its issue', async () => {
    const err = await warned((project) =>
      project.edit('issues/weekly/publication.yaml', (text) =>
        text.replace('every: week', 'every: term, term-week: 30'),
      ),
    );
    expect(err).toContain('term');
  });

  it('bank holidays that are not known yet', async () => {
    expect(await warned(() => {}, '2031-04-20T12:00:00Z')).toContain('bank holidays');
  });
});
