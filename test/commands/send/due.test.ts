import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SendGridServer, startSendGrid, testKey } from '../../fakes/sendgrid-server.js';
import type { Project } from '../../harness/project.js';
import { mailing } from './mailing.js';

// The weekly newsletter goes out on Monday 22 March 2027 at 07:00 in London, which is still on winter time then.
const friday = '2027-03-19T15:00:00Z';
const inTime = '2027-03-22T07:11:00Z';

let server: SendGridServer;
beforeEach(async () => {
  server = await startSendGrid({}, { now: () => Date.parse(inTime) });
});
afterEach(() => server.stop());

const env = (more: Record<string, string> = {}) => ({
  SENDGRID_API_KEY: testKey,
  MAILOUT_SENDGRID_URL: server.url,
  ...more,
});
const took = () => server.mail.mailbox.taken.flatMap(({ to }) => to);

function newsroom(): Project {
  const project = mailing(7);
  project.edit('mailout.yaml', (text) => `${text}approval: { rules: [{ approvers: 1, author-counts: true }] }\n`);
  return project;
}

/** A second newsletter, an hour later, to the same people. */
function withEveningNews(project: Project): void {
  const weekly = project.read('issues/weekly/publication.yaml');
  project.write(
    'issues/evening/publication.yaml',
    weekly.replace('The Weekly Windfall', 'The Evening Windfall').replace('07:00', '08:00'),
  );
  for (const path of project.list('issues/items')) {
    project.edit(`issues/items/${path}`, (text) => text.replace('[weekly]', '[weekly, evening]'));
  }
}

const approve = (project: Project, publication = 'weekly', at = friday) =>
  project.mailout(['approve', publication, '--by', 'Ada'], at, env());
const job = (project: Project, at: string, flags: readonly string[] = [], variables = env()) =>
  project.mailout(['send', '--due', ...flags], at, variables);

describe('what a scheduled job sends', () => {
  it('is what was approved, at its time and not before, and once however many jobs there are', async () => {
    const project = newsroom();
    expect((await approve(project)).code).toBe(0);
    const early = await job(project, '2027-03-22T06:59:00Z');
    expect([early.code, early.out, took()]).toEqual([
      0,
      'Nothing is due. Next: The Weekly Windfall, 2027-03-22 at 07:00 (Europe/London).\n',
      [],
    ]);
    const first = await job(project, inTime);
    expect(first.code).toBe(0);
    expect(first.out).toContain('Complete. weekly, 2027-03-22');
    for (const later of [
      '2027-03-22T07:11:30Z',
      '2027-03-22T09:00:00Z',
      '2027-03-23T07:00:00Z',
      '2027-03-27T07:00:00Z',
    ]) {
      const again = await job(project, later);
      expect([again.code, again.out]).toEqual([0, expect.stringMatching(/^Nothing is due\. Next: /)]);
    }
    expect(took()).toHaveLength(7);
    expect(new Set(took()).size).toBe(7);
  });

  it('is sent once by two jobs at the same moment', async () => {
    const project = newsroom();
    await approve(project);
    const jobs = await Promise.all([job(project, inTime), job(project, inTime), job(project, inTime)]);
    expect(jobs.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(took()).toHaveLength(7);
    expect(new Set(took()).size).toBe(7);
  });

  it('goes on where a job before was broken off', async () => {
    const project = newsroom();
    await approve(project);
    server.mail.faults = [{ from: 1, until: 'for-ever', kind: 'status', status: 401, body: '{"errors":[]}' }];
    expect((await job(project, inTime)).code).toBe(4);
    server.mail.faults = [];
    expect((await job(project, '2027-03-22T07:26:00Z')).code).toBe(0);
    expect(new Set(took()).size).toBe(7);
    expect(took()).toHaveLength(7);
  });

  it('is nothing that was taken back by hand', async () => {
    const project = newsroom();
    project.edit('mailout.yaml', (text) => text.replace('delivery: {', 'delivery: { hold: 60,'));
    await approve(project);
    expect(await job(project, inTime)).toMatchObject({ code: 0 });
    const { sends } = JSON.parse((await project.mailout('status --json', inTime, env())).out);
    const cancel = ['cancel', sends[0].send.id, '--because', 'A mistake', '--by', 'Ada'];
    const taken = await project.mailout(cancel, '2027-03-22T07:15:00Z', env());
    expect(taken.err + taken.out).toContain('aken back');
    const again = await job(project, '2027-03-22T07:26:00Z');
    expect([again.code, again.out]).toEqual([0, expect.stringMatching(/^Nothing is due/)]);
  });

  it('is in the order of the times, and one that cannot go keeps no other back', async () => {
    const project = newsroom();
    withEveningNews(project);
    await approve(project, 'evening');
    const { code, out } = await job(project, '2027-03-22T08:05:00Z');
    expect(code).toBe(3);
    expect(out).toMatch(/^Not sent: The Weekly Windfall, 2027-03-22\.[\s\S]*Complete\. evening, 2027-03-22/);
    expect(took()).toHaveLength(7);
  });

  it('can be narrowed to some newsletters, and looked at beforehand', async () => {
    const project = newsroom();
    withEveningNews(project);
    await approve(project);
    await approve(project, 'evening');
    const at = '2027-03-22T08:05:00Z';
    const seen = await job(project, at, ['--dry-run']);
    expect([seen.code, seen.out]).toEqual([
      0,
      'The Weekly Windfall, 2027-03-22 would go out now, to 7 people.\n\nThe Evening Windfall, 2027-03-22 would go out now, to 7 people.\n',
    ]);
    expect(took()).toEqual([]);
    await job(project, at, ['evening']);
    expect(took()).toHaveLength(7);
    const left = JSON.parse((await job(project, at, ['--dry-run', '--json'])).out);
    expect(
      left.sends.map(({ issue, came }: { issue: { publication: string }; came: string }) => [issue.publication, came]),
    ).toEqual([['weekly', 'ready']]);
  });
});

describe('who must act is named', () => {
  it('where nobody has approved it', async () => {
    const project = newsroom();
    project.edit('issues/weekly/publication.yaml', (text) => `${text}approvers: [Grace Hopper, Ada]\n`);
    const { code, out } = await job(project, inTime);
    expect(code).toBe(3);
    expect(out).toContain('Not sent: The Weekly Windfall, 2027-03-22. One approval is missing.');
    expect(out).toContain('To be done by Grace Hopper or Ada.');
    expect(out).toContain('mailout approve weekly --date 2027-03-22');
    expect(took()).toEqual([]);
  });

  it('where it was changed after it was approved', async () => {
    const project = newsroom();
    await approve(project);
    project.edit('issues/items/fair-pay-petition.md', (text) => `${text}\nOne more word.\n`);
    const { code, out } = await job(project, inTime);
    expect([code, took()]).toEqual([3, []]);
    expect(out).toContain('One approval is missing');
  });

  it('where something is wrong with it', async () => {
    const project = newsroom();
    const git = (...args: string[]) => execFileSync('git', args, { cwd: project.root });
    git('init', '-q');
    git('config', 'user.name', 'Katherine Johnson');
    git('config', 'user.email', 'kj@union.example');
    project.edit('issues/items/fair-pay-petition.md', (text) => text.replace(/^title: .*$/m, 'titel: Fair pay'));
    git('add', 'issues', 'audiences/pickers.yaml', 'templates', 'mailout.yaml');
    git('commit', '-qm', 'One');
    const { code, out, err } = await job(project, inTime);
    expect(code).toBe(3);
    expect(err).toContain('issues/items/fair-pay-petition.md:2:1');
    expect(out).toContain('Not sent: The Weekly Windfall, 2027-03-22.');
    expect(out).toContain('To be mended by Katherine Johnson.');
  });

  it('where its time is too long ago, for half a day; then a watch tells', async () => {
    const project = newsroom();
    await approve(project);
    const late = await job(project, '2027-03-22T13:05:00Z');
    expect(late.code).toBe(3);
    expect(late.out).toContain('Its time was 2027-03-22 at 07:00, and that is too long ago');
    expect((await job(project, '2027-03-23T00:50:00Z')).code).toBe(3);
    expect((await job(project, '2027-03-23T01:05:00Z')).code).toBe(0);
    expect(took()).toEqual([]);
    const watched = await project.mailout('watch', '2027-03-23T14:00:00Z', env());
    expect([watched.code, watched.out]).toEqual([1, expect.stringContaining('mailout send weekly --date 2027-03-22')]);
  });

  it('a workspace may allow more lateness', async () => {
    const project = newsroom();
    project.edit('mailout.yaml', (text) => text.replace('delivery: {', 'delivery: { most-late: 12,'));
    await approve(project);
    expect((await job(project, '2027-03-22T13:05:00Z')).code).toBe(0);
    expect(took()).toHaveLength(7);
  });
});

describe('a job that is not set up as it should be', () => {
  it('has no key: nobody would get it, so it fails', async () => {
    const project = newsroom();
    await approve(project);
    const { code, err } = await job(project, inTime, [], { CI: 'true' } as never);
    expect([code, err]).toEqual([4, expect.stringContaining('no key to send it with')]);
    const idle = await job(project, friday, [], { CI: 'true' } as never);
    expect(idle.code).toBe(0);
  });

  it('has no ledger that lasts', async () => {
    const project = newsroom();
    await approve(project);
    const { code, out } = await job(project, inTime, [], env({ CI: 'true' }));
    expect([code, out]).toEqual([3, expect.stringContaining('the ledger would be a file on it')]);
    expect(took()).toEqual([]);
  });

  it('asks for something that is about one issue', async () => {
    const { code, err } = await job(newsroom(), inTime, ['--date', '2027-03-22']);
    expect([code, err]).toEqual([2, expect.stringContaining('--date is about one issue')]);
    const none = await newsroom().mailout('send', inTime, env());
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('No newsletter is named')]);
  });

  it('cannot read when one newsletter goes out: the others go, and it fails', async () => {
    const project = newsroom();
    withEveningNews(project);
    await approve(project);
    project.edit('issues/evening/publication.yaml', (text) => text.replace('monday', 'mondays'));
    const { code, err } = await job(project, inTime);
    expect([code, err]).toEqual([1, expect.stringContaining('issues/evening/publication.yaml:5:')]);
    expect(took()).toHaveLength(7);
  });
});

describe('a watch', () => {
  const watch = (project: Project, at: string, flags: readonly string[] = []) =>
    project.mailout(['watch', ...flags], at, env());

  it('is content where everything of the past week went', async () => {
    const project = newsroom();
    await approve(project);
    await job(project, inTime);
    const { code, out } = await watch(project, '2027-03-23T09:00:00Z');
    expect([code, out]).toEqual([0, expect.stringMatching(/2027-03-22 {2}07:00 {2}The Weekly Windfall {2}sent/)]);
  });

  it('gives an issue the time that it may be late', async () => {
    const project = newsroom();
    expect((await watch(project, '2027-03-22T12:00:00Z')).out).toContain('The Weekly Windfall');
    expect((await watch(project, '2027-03-22T12:00:00Z')).out).not.toContain('2027-03-22  07:00');
    const { code, out } = await watch(project, '2027-03-22T13:30:00Z');
    expect([code, out]).toEqual([1, expect.stringMatching(/2027-03-22 {2}07:00 {2}The Weekly Windfall {2}missing/)]);
  });

  it('a rehearsal does not count', async () => {
    const project = newsroom();
    const out = ['--transport', 'outbox'];
    await project.mailout(['approve', 'weekly', '--by', 'Ada', ...out], friday, env());
    expect((await job(project, inTime, out)).code).toBe(0);
    expect((await watch(project, '2027-03-23T09:00:00Z')).code).toBe(1);
  });

  it('tells of a send that never came to an end', async () => {
    const project = newsroom();
    await approve(project);
    server.mail.faults = [{ from: 1, until: 'for-ever', kind: 'status', status: 401, body: '{"errors":[]}' }];
    await job(project, inTime);
    const { code, out } = await watch(project, '2027-03-23T09:00:00Z', ['weekly']);
    expect([code, out]).toEqual([5, expect.stringMatching(/has not come to an end: mailout status [\w-]+/)]);
  });

  it('says which newsletter it does not know', async () => {
    expect((await watch(newsroom(), friday, ['weakly'])).code).toBe(2);
  });
});

describe('a newsletter that leaves out what is empty', () => {
  const diary = () => {
    const project = newsroom();
    project.edit('issues/weekly/publication.yaml', (text) => text.replace('at: 07:00', 'at: 07:00, if-empty: skip'));
    for (const path of project.list('issues/items')) project.remove(`issues/items/${path}`);
    project.write(
      'issues/items/harvest.md',
      '---\ntitle: Harvest supper\nkind: news\npublications: [weekly]\nruns: { from: 2027-03-28, until: 2027-04-06 }\nsummary: Supper in the packing shed.\n---\nSupper in the packing shed, with [songs](https://www.example.org/songs).\n',
    );
    return project;
  };

  it('is told of as such, and nobody is alarmed', async () => {
    const project = diary();
    const built = await project.mailout('build weekly', friday);
    expect([built.code, built.out]).toEqual([
      0,
      expect.stringMatching(/The Weekly Windfall {2}2027-03-22: no items, left out/),
    ]);
    const { code, out } = await job(project, inTime);
    expect([code, out, took()]).toEqual([0, 'The Weekly Windfall, 2027-03-22 has no items, and is left out.\n', []]);
    const late = await job(project, '2027-03-22T20:00:00Z');
    expect([late.code, late.out]).toEqual([0, expect.stringMatching(/^Nothing is due/)]);
    const watched = await project.mailout('watch', '2027-03-23T09:00:00Z', env());
    expect([watched.code, watched.out]).toEqual([0, expect.stringContaining('left out: no items')]);
    const calendar = JSON.parse((await project.mailout('calendar --json', '2027-03-24T09:00:00Z', env())).out);
    expect(
      calendar.issues.map(({ date, state }: { date: string; state: string }) => [date, state]).slice(0, 2),
    ).toEqual([
      ['2027-03-22', 'left-out'],
      ['2027-03-30', 'open'],
    ]);
    const byHand = await project.mailout('send weekly', inTime, env());
    expect([byHand.code, byHand.err]).toEqual([1, expect.stringContaining('so it is left out')]);
  });

  it('comes out when there is something again', async () => {
    const project = diary();
    await approve(project, 'weekly', '2027-03-29T15:00:00Z');
    expect((await job(project, '2027-03-30T06:05:00Z')).code).toBe(0);
    expect(took()).toHaveLength(7);
  });

  it('that does not say so has somebody see to it', async () => {
    const project = diary();
    project.edit('issues/weekly/publication.yaml', (text) => text.replace(', if-empty: skip', ''));
    const { code, err } = await job(project, inTime);
    expect([code, err]).toEqual([3, expect.stringContaining('No item can run in this issue')]);
  });
});

describe('real people', () => {
  const live = () => {
    const project = newsroom();
    project.edit('audiences/pickers.yaml', (text) => text.replace('environment: test\n', 'environment: live\n'));
    project.edit('audiences/private/pickers.csv', (text) => text.replaceAll('@example.org', '@union.test'));
    return project;
  };

  it('who have said no meanwhile are not written to: the lists are read first', async () => {
    const project = live();
    await project.mailout('suppressions sync', friday, env());
    await approve(project);
    server.account.lists.unsubscribes = [{ email: 'p3@union.test', created: Date.parse(friday) / 1000 }];
    // An approval holds while the number of people is about the same, and seven less one is not.
    project.edit('issues/weekly/publication.yaml', (text) => text);
    const { code } = await job(project, inTime);
    expect([code, took()]).toEqual([3, []]);
    await approve(project, 'weekly', '2027-03-22T07:20:00Z');
    expect((await job(project, '2027-03-22T07:26:00Z')).code).toBe(0);
    expect(took()).toHaveLength(6);
    expect(took()).not.toContain('p3@union.test');
  });

  it('are not written to where the lists cannot be read', async () => {
    const project = live();
    await project.mailout('suppressions sync', '2027-03-18T15:00:00Z', env());
    await project.mailout(['approve', 'weekly', '--by', 'Ada'], '2027-03-18T16:00:00Z', env());
    project.edit('mailout.yaml', (text) => text.replace('approval: {', 'approval: { hours: 240,'));
    await project.mailout(['approve', 'weekly', '--by', 'Ada'], '2027-03-18T16:00:00Z', env());
    server.scopes.length = 0;
    server.scopes.push('/v3/mail');
    const { code, out } = await job(project, inTime);
    expect(code).toBe(3);
    expect(out).toContain('have not been read in the last 24 hours');
    expect(took()).toEqual([]);
  });
});
