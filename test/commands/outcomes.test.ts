import { describe, expect, it } from 'vitest';
import { copyOf, type Project } from '../harness/project.js';

const petition = (settings: string) => `---
title: Fair pay for pickers
kind: action
publications: [weekly]
deadline: 2027-03-05T17:00
actions: [{ do: sign, label: Sign the petition, url: https://www.example.org/pay }]
${settings}---

Sign it.
`;

function workspace(settings = ''): Project {
  const project = copyOf('newsletter');
  project.write('issues/items/pay.md', petition(settings));
  project.write('issues/weekly/2027-03-01/issue.md', '---\nitems: [pay]\n---\n');
  return project;
}

const won = 'outcome: { status: won, on: 2027-03-10, text: They will be paid for waiting. }\n';

describe('mailout where', () => {
  it('tells where an item ran and will run, when it closed and what came of it', async () => {
    const { code, out } = await workspace(won).mailout('where pay');
    expect({ code, out }).toMatchInlineSnapshot(`
      {
        "code": 0,
        "out": "Fair pay for pickers
      issues/items/pay.md

      Ran
        The Weekly Windfall  Monday 1 March 2027

      Next
        The Weekly Windfall  Monday 22 March 2027  not in it: it ran in the issue of 1 March 2027

      Closes
        It closed Friday 5 March 2027, 17:00.

      What came of it
        Won, Wednesday 10 March 2027: They will be paid for waiting.
      ",
      }
    `);
  });

  it('knows an item by its file, and says why it is in no coming issue', async () => {
    const { code, out } = await workspace().mailout('where issues/items/pay.md --json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      ok: true,
      item: 'pay',
      named: [{ publication: 'weekly', date: '2027-03-01', isPast: true }],
      next: [{ publication: 'weekly', date: '2027-03-22', in: false }],
      closed: '2027-03-05T17:00',
    });
  });

  it('asks whether another item was meant', async () => {
    const { code, err } = await workspace().mailout('where pays');
    expect(code).toBe(2);
    expect(err).toContain('There is no item called “pays”.');
    expect(err).toContain('Did you mean “pay”?');
  });

  it('says what is wrong with the file of an item that cannot be read', async () => {
    const project = workspace();
    project.edit('issues/items/pay.md', (text) => text.replace('kind: action', 'kind: acton'));
    const { code, err } = await project.mailout('where pay');
    expect(code).toBe(1);
    expect(err).toContain('issues/items/pay.md:3:7');
  });
});

describe('mailout outcomes', () => {
  it('lists what closed with nothing written down, and where it ran', async () => {
    const { code, out } = await workspace().mailout('outcomes');
    expect({ code, out }).toMatchInlineSnapshot(`
      {
        "code": 0,
        "out": "Closed, and nothing is written down (1)
        Fair pay for pickers
          closed Friday 5 March 2027, 17:00; ran in The Weekly Windfall (Monday 1 March 2027)
          issues/items/pay.md
        Add to each: outcome: { status: won, lost or ongoing, on: 2027-03-26, text: What came of it. }
      ",
      }
    `);
  });

  it.each([
    ['a draft', 'draft: true\n'],
    ['what is still open', 'priority: low\n'],
  ])('leaves out %s', async (what, settings) => {
    const project = workspace(settings);
    if (what !== 'a draft') project.edit('issues/items/pay.md', (text) => text.replace('2027-03-05', '2027-04-05'));
    expect((await project.mailout('outcomes')).out).toBe('Readers are owed nothing.\n');
  });

  it('tells what is known and was not told, until the newsletter tells it', async () => {
    const project = workspace(won);
    const untold = async () => JSON.parse((await project.mailout('outcomes --json')).out).untold;
    expect(await untold()).toMatchObject([{ item: 'pay', ran: [{ publication: 'weekly', isTold: false }] }]);
    project.edit('issues/weekly/publication.yaml', (text) =>
      text.replace('sections:\n', 'sections:\n  - { id: next, title: What happened next, takes: { outcome: true } }\n'),
    );
    expect(await untold()).toMatchObject([{ ran: [{ isTold: true }] }]);
    const built = await project.mailout('build weekly --keep --json');
    expect(built.code).toBe(0);
    expect(project.read('issues/weekly/2027-03-22/issue.md')).toContain('pay');
    const { out } = await project.mailout('outcomes --json', '2027-03-23T12:00:00Z');
    expect(JSON.parse(out).untold).toEqual([]);
  });

  it('asks after what was ongoing', async () => {
    const { out } = await workspace(won.replace('won', 'ongoing')).mailout('outcomes');
    expect(out).toContain('7 days ago, Wednesday 10 March 2027: They will be paid for waiting.');
  });
});
