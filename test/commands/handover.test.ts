import { describe, expect, it } from 'vitest';
import { copyOfSample, type Project } from '../harness/project.js';

const thursday = '2021-03-18T12:00:00Z';
const page = async (project: Project, variables = {}) => (await project.mailout('handover', thursday, variables)).out;

/** The lines of a part of the page, from its heading to the next. */
function part(text: string, title: string): string {
  return text.split(/^## /m).find((one) => one.startsWith(title)) ?? '';
}

describe('the page for whoever takes over', () => {
  it('says what goes out when, by what, and when copy is due', async () => {
    const when = part(await page(copyOfSample()), 'What goes out when');
    expect(when).toContain(
      '| Monday Morning Mail-Out (monday-morning-mail-out) | Every week on Monday at 07:00; on the next working day after a bank holiday | 2 working days before | International Solidarity Officers’ network: 240 invented people | outbox |',
    );
    expect(when).toMatch(/\| Educate \(educate\) \| On the first Tuesday of every other month .* \| print copy \|/);
    expect(when).toMatch(/\| Global Matters \(global-matters\) \| Once a term, on Thursday of its school week 11 /);
    expect(when).toContain('Times are those of Europe/London.');
  });

  it('says who approves, and for how long that holds', async () => {
    const who = part(await page(copyOfSample()), 'Who approves');
    expect(who).toContain('- For up to 5,000 people: one approval, by somebody who did not write it.');
    expect(who).toContain('| Global Matters | Head of International, Communications lead |');
    expect(who).toContain('An approval holds for 72 hours');
    expect(who).not.toContain('Educate');
  });

  it('has the issues to come with their states', async () => {
    const issues = part(await page(copyOfSample()), 'The issues');
    expect(issues).toContain(
      '| Monday 22 March 2021, 07:00 | Monday Morning Mail-Out | 22 March 2021 | Thursday 18 March 2021 | open |',
    );
    expect(issues).toContain('moved off Easter Monday');
    expect(issues).toContain('There is no ledger here');
  });

  it('asks for what is owed: campaigns that have closed and do not say how they ended', async () => {
    const project = copyOfSample();
    project.write(
      'issues/items/fares.md',
      '---\ntitle: Free fares for pupils\nkind: action\npublications: [e-bulletin]\ndeadline: 2021-03-10T17:00\nactions: [{ do: sign, label: Sign, url: "https://www.example.org/fares" }]\n---\nSign it.\n',
    );
    const before = await page(project);
    expect(part(before, 'Outcomes owed')).toContain(
      '| Wednesday 10 March 2021 | Free fares for pupils | issues/items/fares.md |',
    );
    expect(part(before, 'Open deadlines')).not.toContain('Free fares');
    project.edit('issues/items/fares.md', (text) =>
      text.replace('actions:', 'outcome: { status: won, on: 2021-03-15, text: "Fares are free." }\nactions:'),
    );
    expect(part(await page(project), 'Outcomes owed')).not.toContain('Free fares');
    project.edit('issues/items/fares.md', (text) => text.replace('deadline: 2021-03-10', 'deadline: 2021-03-31'));
    expect(part(await page(project), 'Open deadlines')).toContain('Wednesday 31 March 2021 | Free fares');
  });

  it('says what goes stale, the first first, and what is over', async () => {
    const project = copyOfSample();
    const stale = part(await page(project), 'What goes stale');
    const days = [...stale.matchAll(/^\| \w+ (\d+ \w+ \d{4})/gm)].map(([, day = '']) => Date.parse(`${day} UTC`));
    expect(days.length).toBeGreaterThanOrEqual(2);
    expect(days).toEqual(days.toSorted((a, b) => a - b));
    expect(stale).toMatch(/School terms: the last one is .* \| Write the terms/);
    const late = (await project.mailout('handover', '2029-02-01T12:00:00Z')).out;
    expect(part(late, 'What goes stale')).toMatch(/\(over\) \| Bank holidays/);
  });

  it('names keys and never tells them, nor anybody’s address', async () => {
    const secret = 'SG.a-very-secret-key';
    const text = await page(copyOfSample(), { SENDGRID_API_KEY: secret, MAILOUT_KEY: 'b'.repeat(64) });
    expect(text).toContain('| SENDGRID\\_API\\_KEY | sends by SendGrid, and reads its lists | yes |');
    expect(text).toContain('| MAILOUT\\_SMTP | sends by a mail server | no |');
    expect(text).not.toContain(secret);
    expect(text).not.toContain('b'.repeat(64));
    expect(text).not.toMatch(/\S@\S/);
  });

  it('goes to a file, or to a program', async () => {
    const project = copyOfSample();
    const { code, out } = await project.mailout('handover --out handover.md', thursday);
    expect([code, out]).toEqual([0, 'handover.md is written.\n']);
    expect(project.read('handover.md')).toBe(await page(project));
    const facts = JSON.parse((await project.mailout('handover --json', thursday)).out);
    expect(facts).toMatchObject({ ok: true, zone: 'Europe/London', transport: 'outbox', mostLate: 6 });
  });

  it('cannot be written without mailout.yaml, and says what is wrong', async () => {
    const project = copyOfSample();
    project.edit('mailout.yaml', (text) => text.replace(/^zone:/m, 'zona:'));
    const { code, err } = await project.mailout('handover', thursday);
    expect([code, err]).toEqual([1, expect.stringMatching(/^mailout\.yaml:\d+:/)]);
  });
});
