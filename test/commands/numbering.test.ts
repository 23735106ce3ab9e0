import { expect, it } from 'vitest';
import { copyOf, copyOfSample } from '../harness/project.js';

it('a numbered newsletter has its number in the subject, beside the date, in the text, and in the calendar', async () => {
  const project = copyOfSample();
  const file = 'issues/monday-morning-mail-out/publication.yaml';
  project.edit(file, (text) =>
    text.replace(/^subject: .*$/m, 'subject: "{title} {number}: {lead}"\nnumbering: { number: 412, of: 2021-03-22 }'),
  );
  const monday = '2021-03-26T12:00:00Z';
  expect((await project.mailout('build monday-morning-mail-out', monday)).code).toBe(0);
  const folder = 'out/monday-morning-mail-out/2021-03-29';
  const manifest = JSON.parse(project.read(`${folder}/manifest.json`));
  expect(manifest).toMatchObject({ number: 413, subject: expect.stringContaining('Mail-Out 413: ') });
  expect(project.read(`${folder}/everyone-else.html`)).toContain('Monday 29 March 2021 &middot; No. 413');
  expect(project.read(`${folder}/everyone-else.txt`)).toContain('Monday 29 March 2021\nNo. 413\n');
  const { out } = await project.mailout('calendar monday-morning-mail-out --until 2021-04-07', monday);
  expect(out).toContain('29 March 2021, no. 413');
  expect(out).toContain('6 April 2021, no. 414');
});

it('numbers and leaving out what is empty do not go together', async () => {
  const project = copyOf('newsletter');
  project.edit(
    'issues/weekly/publication.yaml',
    (text) => `${text.replace('at: 07:00', 'at: 07:00, if-empty: skip')}numbering: { number: 3, of: 2027-03-22 }\n`,
  );
  const { code, err } = await project.mailout('check');
  expect(code).toBe(1);
  expect(err + (await project.mailout('check')).out).toContain('leave gaps in the numbers');
});
