import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { consents, contributionFields } from '../../src/model/contribution.js';
import { contributionForm } from '../../src/scaffold/contribution-form.js';
import { copyOf } from '../harness/project.js';

const notes = `Peru: the union was searched

Police searched the offices of the teachers’ union in Lima on Monday night, and took papers away with them.

Sign the petition: https://www.example.org/peru?utm_source=mail&id=3 by 26 March 2027.

A night of films

Come and see two films about schools in the Andes, and talk about them afterwards with one of those who made them.
`;

describe('mailout import', () => {
  it('makes drafts of a text, says what is guessed, and no issue takes them', async () => {
    const project = copyOf('newsletter');
    project.write('notes.txt', notes);
    const { code, out, err } = await project.mailout('import notes.txt --publication weekly');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Wrote 2 drafts:');
    expect(out).toContain(
      'issues/items/drafts/peru-the-union-was-searched.md – action; guessed: kind, deadline, country',
    );
    const draft = project.read('issues/items/drafts/peru-the-union-was-searched.md');
    expect(draft).toContain('# Imported on 17 March 2027 from notes.txt (text, line 1).');
    expect(draft).toContain('# Guessed from “Peru”. Check it.\ncountry: PE');
    expect(draft).toContain('https://www.example.org/peru?id=3');
    expect(draft).not.toContain('utm_source');
    const built = await project.mailout('build weekly --explain');
    expect(built.out).toMatch(/out +peru-the-union-was-searched +it is a draft/);
    project.edit('issues/items/drafts/peru-the-union-was-searched.md', (text) => text.replace(/^draft: true\n/m, ''));
    expect((await project.mailout('build weekly --explain')).out).toMatch(/in +peru-the-union-was-searched/);
  });

  it('names what the pool has already, and imports nothing twice', async () => {
    const project = copyOf('newsletter');
    project.write('notes.txt', notes);
    await project.mailout('import notes.txt');
    const again = await project.mailout('import notes.txt');
    expect(again.code).toBe(1);
    expect(again.out).toContain('The pool has it already: “Peru: the union was searched”');
    expect(project.list('issues/items/drafts')).toHaveLength(2);
    const third = await project.mailout('import notes.txt --again --only 2 --dry-run --json');
    expect(JSON.parse(third.out)).toMatchObject({
      ok: true,
      drafts: [{ number: 2, path: 'issues/items/drafts/a-night-of-films-2.md', twin: { id: 'a-night-of-films' } }],
      skipped: [{ title: 'Peru: the union was searched', why: 'You did not ask for it (--only).' }],
    });
    expect(project.list('issues/items/drafts')).toHaveLength(2);
  });

  it('writes nowhere but into the folder of drafts, whatever a title says', async () => {
    const project = copyOf('newsletter');
    const before = project.list('.');
    project.write('notes.md', '# ../../../etc/passwd\n\nText.\n\n# C:\\windows\n\nText.\n\n# \u202E.md\n\nText.\n');
    expect((await project.mailout('import notes.md')).code).toBe(0);
    const fresh = project.list('.').filter((path) => !before.includes(path) && path !== 'notes.md');
    expect(fresh.filter((path) => !path.startsWith('.mailout/'))).toEqual([
      'issues/items/drafts/c-windows.md',
      'issues/items/drafts/etc-passwd.md',
      'issues/items/drafts/md.md',
    ]);
  });

  it.each(readdirSync(fixtures()))('reads what another program made: %s', async (name) => {
    const project = copyOf('newsletter');
    const { code, out, err } = await project.mailout(['import', `${fixtures()}/${name}`, '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { drafts } = JSON.parse(out);
    expect(drafts.length).toBeGreaterThan(0);
    for (const { path } of drafts) {
      const text = project.read(path);
      expect(text).toContain('draft: true');
      expect(text.slice(text.indexOf('\n---\n') + 5).trim()).not.toBe('');
      expect(text).not.toMatch(/<script|onerror|javascript:|unsubscribe/i);
    }
    expect((await project.mailout('check')).err).not.toMatch(/content\/(?!item-length|placeholder)[\w-]+\n.*drafts/);
  });

  it.each([
    [
      'a billion laughs',
      'feed.xml',
      '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><rss version="2.0"><channel><title>x</title><item><title>&b;</title></item></channel></rss>',
    ],
    ['fifty megabytes', 'page.html', `<!doctype html><html><body>${'<p>x</p>'.repeat(6_500_000)}</body></html>`],
    [
      'a hundred thousand elements in one another',
      'page.html',
      `<!doctype html><html><body>${'<div>'.repeat(100_000)}x</body></html>`,
    ],
    ['a broken archive', 'notes.docx', 'PK\u0003\u0004 and nothing more'],
  ])('writes nothing at all of %s', async (_, name, content) => {
    const project = copyOf('newsletter');
    const before = project.list('.');
    project.write(name, content);
    const { code, out, err } = await project.mailout(`import ${name}`);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toMatch(/^Stopped: .+\n {2}.+\n$/);
    expect(project.list('.').filter((path) => !path.startsWith('.mailout/') && path !== name)).toEqual(before);
  });

  it('takes words from markup that would do something, and nothing else', async () => {
    const project = copyOf('newsletter');
    const evil =
      '<script>alert(1)</script><img src=x onerror=alert(2)><a href="javascript:alert(3)">here</a><iframe srcdoc="x"></iframe><svg><script>alert(4)</script></svg><p>Read [[first_name]] and {{this}}.</p>';
    project.write(
      'feed.xml',
      `<rss version="2.0"><channel><title>x</title><item><title>One &lt;b&gt;</title><link>javascript:alert(5)</link><description><![CDATA[${evil}]]></description></item></channel></rss>`,
    );
    expect((await project.mailout('import feed.xml --publication weekly')).code).toBe(0);
    const [path = ''] = project.list('issues/items/drafts');
    const draft = project.read(`issues/items/drafts/${path}`);
    expect(draft).toContain('Read');
    expect(draft).not.toMatch(/alert|<(?:script|img|iframe|svg)|javascript:/);
  });

  it('refuses addresses of the own network, files that are not there, and numbers that are none', async () => {
    const server = createServer((_request, response) => response.end('secret')).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const at = server.address();
    const port = typeof at === 'object' && at ? at.port : 0;
    const project = copyOf('newsletter');
    const inside = await project.mailout(`import http://127.0.0.1:${port}/`);
    expect(inside.code).toBe(1);
    expect(inside.err).not.toContain('secret');
    server.close();
    expect((await project.mailout('import nothing.txt')).err).toContain(
      'nothing.txt cannot be read: there is no such file.',
    );
    project.write('notes.txt', notes);
    expect((await project.mailout('import notes.txt --only two')).code).toBe(2);
    expect(project.exists('issues/items/drafts')).toBe(false);
  });
});

function fixtures(): string {
  return fileURLToPath(new URL('../importing/fixtures', import.meta.url));
}

const answers: Readonly<Record<keyof typeof contributionFields, string>> = {
  title: 'A school in Lima needs books',
  text: 'They lost their library in the flood. Write to jo@member.example or to office@example.org.\n\n### My own heading\n\nMore.',
  link: 'See https://www.example.org/books?utm_source=x',
  deadline: '2 April 2027, 5pm',
  country: 'Peru',
  name: 'Jo Bloggs, ISO for Aireford',
};

function sentIn(change: Partial<Record<keyof typeof contributionFields, string>> = {}, ticked = 'X'): string {
  const parts = Object.entries(contributionFields).map(
    ([name, { heading }]) => `### ${heading}\n\n${{ ...answers, ...change }[name as keyof typeof answers]}\n`,
  );
  return `${parts.join('\n')}\n### Before you send it\n\n${consents.map((one) => `- [${ticked}] ${one}\n`).join('')}`;
}

describe('mailout import --form', () => {
  it('makes a draft of what somebody sent in, with her consent and without addresses of people', async () => {
    const project = copyOf('newsletter');
    project.write('issue.md', sentIn());
    const { code, out } = await project.mailout('import --form issue.md --publication weekly');
    expect(code).toBe(0);
    expect(out).toContain('Dear Jo,\n\nThank you. An editor is working on this');
    expect(out).not.toContain('jo@member.example');
    const draft = project.read('issues/items/drafts/a-school-in-lima-needs-books.md');
    for (const words of [
      'country: PE',
      'deadline: 2027-04-02T17:00',
      'draft: true',
      'consent: Jo Bloggs, ISO for Aireford, by the form, 2027-03-17',
      'url: https://www.example.org/books }',
      'office@example.org',
      '### My own heading',
    ])
      expect(draft).toContain(words);
    expect(draft).not.toContain('jo@member.example');
    expect((await project.mailout('check')).err).not.toContain('Error');
  });

  it.each([
    ['without consent', sentIn({}, ' '), 'not all ticked'],
    ['without a text', sentIn({ text: '_No response_' }), 'There is no answer to “What should readers know?”'],
    ['that is no form', 'Hello', 'There is no answer to “What is it about?”'],
  ])('returns one %s, with a reply', async (_, text, reason) => {
    const project = copyOf('newsletter');
    project.write('issue.md', text);
    const { code, out } = await project.mailout('import --form issue.md');
    expect(code).toBe(1);
    expect(out).toContain(reason);
    expect(out).toContain('We cannot use it yet');
    expect(project.exists('issues/items/drafts')).toBe(false);
  });

  it('returns one for an editor’s reason', async () => {
    const project = copyOf('newsletter');
    project.write('issue.md', sentIn());
    const { code, out } = await project.mailout(['import', '--form', 'issue.md', '--return', 'We had it last week']);
    expect(code).toBe(0);
    expect(out).toContain('- We had it last week.');
    expect(project.exists('issues/items/drafts')).toBe(false);
  });

  it('knows the headings of the forms that init ci writes', () => {
    for (const { text } of [contributionForm('github'), contributionForm('gitlab')])
      for (const { heading } of Object.values(contributionFields)) expect(text).toContain(heading);
  });
});
