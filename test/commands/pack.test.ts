import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postLength } from '../../src/render/pack/captions.js';
import { findProgram } from '../harness/programs.js';
import { copyOf, copyOfEveryKind, copyOfSample, keptCopyOf, type Project } from '../harness/project.js';

const issue = 'pack monday-morning-mail-out --date 2021-03-22';
const folder = 'out/packs/monday-morning-mail-out-2021-03-22';

/** All text of a file: of a Word file, every part and where it links to. */
function textOf(project: Project, path: string): string {
  const bytes = readFileSync(join(project.root, path));
  if (!path.endsWith('.docx')) return path.endsWith('.png') || path.endsWith('.jpg') ? '' : bytes.toString('utf8');
  return Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join('\n');
}

const allText = (project: Project) =>
  project
    .list('out/packs')
    .map((path) => textOf(project, `out/packs/${path}`))
    .join('\n');

describe('mailout pack', () => {
  it('writes an issue for documents, websites, meetings and posts, without what is not for everybody', async () => {
    const project = copyOfSample();
    const { code, out, err } = await project.mailout(issue);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('13 items, 12 files');
    expect(out).toContain('Wales: global citizenship in your curriculum: it is for some readers only');
    const files = project.list(folder).filter((path) => !path.startsWith('images/'));
    expect(files).toEqual([
      'about.json',
      'captions.md',
      'meeting-report.docx',
      'meeting-report.md',
      ...['docx', 'html', 'md', 'txt'].map((end) => `monday-morning-mail-out-2021-03-22.${end}`),
    ]);
    const [markdown = '', text = '', html = ''] = ['md', 'txt', 'html'].map((end) =>
      project.read(`${folder}/monday-morning-mail-out-2021-03-22.${end}`),
    );
    for (const words of ['Yemen: help stop the cut to UK aid', 'Not after 26 March 2021', 'Item yemen-aid, version ']) {
      for (const shape of [markdown, html]) expect(shape).toContain(words);
      expect(text.replace(/\s+/g, ' ')).toContain(words);
    }
    expect(html).not.toContain('Wales: global');
  });

  it('is the same twice, and takes the place of an older one as a whole', async () => {
    const project = copyOfSample();
    await project.mailout(issue);
    const before = project
      .list(folder)
      .map((path) => readFileSync(join(project.root, folder, path)).toString('base64'));
    project.write(`${folder}/old.txt`, 'old');
    await project.mailout(issue);
    expect(project.exists(`${folder}/old.txt`)).toBe(false);
    expect(
      project.list(folder).map((path) => readFileSync(join(project.root, folder, path)).toString('base64')),
    ).toEqual(before);
  });

  it('says of each item how long it holds, on which terms, and when its links were looked at', async () => {
    const project = copyOf('newsletter');
    project.edit('mailout.yaml', (text) => `${text}licence: CC BY-NC 4.0\n`);
    const url = 'https://www.example.org/fair-pay';
    project.write(
      '.mailout/cache/links.json',
      JSON.stringify({
        version: 1,
        links: { [url]: { at: Date.parse('2027-03-16T08:00:00Z'), state: { is: 'open', redirects: 0 } } },
      }),
    );
    expect((await project.mailout('pack fair-pay-petition')).code).toBe(0);
    const about = JSON.parse(project.read('out/packs/fair-pay-petition/about.json'));
    expect(about.items).toMatchObject([
      {
        item: 'fair-pay-petition',
        version: expect.stringMatching(/^[0-9a-f]{8}$/),
        licence: 'CC BY-NC 4.0',
        until: '2027-03-26',
        lastChecked: '2027-03-16',
      },
    ]);
    project.edit('issues/items/fair-pay-petition.md', (text) => text.replace('three years', 'four years'));
    await project.mailout('pack fair-pay-petition');
    expect(JSON.parse(project.read('out/packs/fair-pay-petition/about.json')).items[0].version).not.toBe(
      about.items[0].version,
    );
  });

  it('has a report that takes a minute, and posts that fit', async () => {
    const project = copyOfSample();
    await project.mailout(issue);
    const report = project.read(`${folder}/meeting-report.md`).replace(/^#.*$/m, '');
    const count = report.split(/\s+/).filter(Boolean).length;
    expect(count).toBeGreaterThan(90);
    expect(count).toBeLessThanOrEqual(150);
    const posts = [...project.read(`${folder}/captions.md`).matchAll(/Short .*:\n\n> (.*)\n/g)].map(
      ([, post = '']) => post,
    );
    expect(posts.length).toBeGreaterThanOrEqual(10);
    for (const post of posts) expect(postLength(post)).toBeLessThanOrEqual(280);
    expect(project.read(`${folder}/captions.md`)).toContain('A teacher at a small blackboard in a tent');
  });

  it.each([
    [
      'sensitive',
      (text: string) => text.replace('kind: action', 'kind: action\nsensitive: true'),
      'it is marked as sensitive',
    ],
    ['a draft', (text: string) => text.replace('kind: action', 'kind: action\ndraft: true'), 'it is a draft'],
    ['over', (text: string) => text.replace('deadline: 2027-03-26', 'deadline: 2027-03-10'), 'it has closed'],
    [
      'for some',
      (text: string) => text.replace('kind: action', 'kind: action\nreaders: { nations: [wales] }'),
      'it is for some readers only',
    ],
  ])('refuses what is %s', async (_, change, why) => {
    const project = copyOf('newsletter');
    project.edit('issues/items/fair-pay-petition.md', change);
    const { code, err } = await project.mailout('pack fair-pay-petition');
    expect(code).toBe(3);
    expect(err).toContain(why);
    expect(project.exists('out/packs')).toBe(false);
  });

  it('has the words that a newsletter has for an item, if that is asked for', async () => {
    const project = copyOf('newsletter');
    project.edit('issues/items/fair-pay-petition.md', (text) =>
      text.replace('kind: action', 'kind: action\nversions: { weekly: { title: Pickers want pay } }'),
    );
    await project.mailout('pack fair-pay-petition --as weekly');
    expect(project.read('out/packs/fair-pay-petition/fair-pay-petition.md')).toContain('### Pickers want pay');
    expect((await project.mailout('pack fair-pay-petitoin')).err).toContain('Did you mean “fair-pay-petition”?');
  });
});

const planted = `---
title: Orchards, for [[first_name|you]]
kind: action
publications: [weekly]
summary: Write to planted.one@example.org, [[first_name]].
ask: Ask planted.one@example.org to come, [[first_name|friend]].
actions:
  - { do: sign, label: Sign now, url: "https://www.example.org/sign?utm_source=mail&id=7&fbclid=abc" }
  - { do: read, label: Read, url: "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.example.org%2Fsafe%3Fmc_eid%3Dxyz&data=05%7Cplanted" }
---

Dear [[first_name|friend]], look at [this](https://www.example.org/a?mc_eid=abc123&utm_medium=x&page=2).

See https://www.example.org/bare?utm_campaign=spring and mail planted.two@example.org.

[Your page](https://www.example.org/me?email=planted.three%40example.org) and [count](https://example.us1.list-manage.com/track/click?u=1&id=2&e=3).

You get this as a member. [Unsubscribe](https://www.example.org/u/9f8e7d) or [view this email in your browser](https://www.example.org/v/9f8e7d).

- [Manage your preferences](https://www.example.org/preferences?token=9f8e7d)
- A good point
`;

describe('nothing of a reader is in a pack', () => {
  it.each(['pack orchards', 'pack weekly'])('%s', async (command) => {
    const project = copyOf('newsletter');
    project.write('issues/items/orchards.md', planted);
    expect((await project.mailout(command)).code).toBe(0);
    const text = allText(project);
    expect(text).toContain('https://www.example.org/sign?id=7');
    expect(text).toContain('https://www.example.org/safe');
    expect(text).toContain('page=2');
    expect(text).toContain('A good point');
    expect(text).toContain('office@example.org');
    for (const secret of [
      'planted',
      'utm_',
      'fbclid',
      'mc_eid',
      '9f8e7d',
      'list-manage',
      'safelinks',
      '[[',
      '{token}',
    ]) {
      expect(text.toLowerCase()).not.toContain(secret);
    }
    expect(text).not.toMatch(/unsubscribe|preferences/i);
  });

  it('of the sample, and of every kind of item in every language', async () => {
    for (const [project, command] of [
      [copyOfSample(), issue],
      [copyOfEveryKind(), 'pack magazine'],
    ] as const) {
      const names = project
        .list('issues')
        .filter((path) => path.endsWith('publication.yaml'))
        .map((path) => path.split('/')[0]);
      const wanted = names.includes('magazine') || command === issue ? [command] : names.map((name) => `pack ${name}`);
      for (const one of wanted) expect([0, 3]).toContain((await project.mailout(one)).code);
      const text = allText(project);
      expect(text.length).toBeGreaterThan(1000);
      expect(text).not.toMatch(/utm_|\[\[|unsubscribe|\{token\}/i);
    }
  });
});

const soffice = findProgram('soffice');

describe('the files of a pack', () => {
  let project: ReturnType<typeof keptCopyOf>;
  beforeAll(async () => {
    project = keptCopyOf('newsletter');
    project.write('issues/items/orchards.md', planted);
    await project.mailout('pack weekly');
  });
  afterAll(() => project.discard());

  it('are HTML to paste, with nothing that depends on the place', async () => {
    const html = project.read('out/packs/weekly-2027-03-22/weekly-2027-03-22.html');
    expect(html).not.toMatch(/<(?:script|style|h1|html|body|img)\b|\s(?:class|style|id|on\w+)=/i);
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: { 'long-title': 'off', 'no-trailing-whitespace': 'off' },
    });
    const { results } = await validator.validateString(
      `<!DOCTYPE html>\n<html lang="en"><head><title>x</title></head><body><h1>x</h1>\n${html}</body></html>\n`,
    );
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual(
      [],
    );
  });

  it.skipIf(soffice === undefined)('open in LibreOffice, with every heading', () => {
    const place = mkdtempSync(join(tmpdir(), 'mailout-pack-'));
    for (const name of ['weekly-2027-03-22', 'meeting-report']) {
      const file = join(project.root, `out/packs/weekly-2027-03-22/${name}.docx`);
      spawnSync(soffice ?? '', [
        `-env:UserInstallation=file://${place}/profile`,
        '--headless',
        '--convert-to',
        'txt:Text',
        '--outdir',
        place,
        file,
      ]);
    }
    const text = readFileSync(join(place, 'weekly-2027-03-22.txt'), 'utf8');
    for (const heading of ['The Weekly Windfall', 'Act now', 'Sign for fair pay', 'Orchards, for you'])
      expect(text).toContain(heading);
    expect(readFileSync(join(place, 'meeting-report.txt'), 'utf8')).toContain('A report from Orchard Workers');
    rmSync(place, { recursive: true, force: true });
  });
});
