import { describe, expect, it } from 'vitest';
import { answering } from '../../fakes/prompts.js';
import { emptyFolder } from '../../harness/project.js';

const flags = ['--kind', 'district', '--name', 'Aireford District', '--contact', 'news@aireford.example.org'];

describe('mailout init', () => {
  it('makes a workspace of flags, and builds its first issue', async () => {
    const folder = emptyFolder();
    const { code, out, err } = await folder.mailout(['init', '--yes', ...flags]);
    expect(code).toBe(0);
    expect(out).toContain('District News  2027-03-22         1      2');
    expect(out).toContain('npx mailout new item');
    expect(err).toContain('files are written');
    expect(folder.list('.').filter((path) => !/^(?:templates\/.*mjml|out\/|\.mailout\/)/.test(path))).toEqual([
      '.gitignore',
      'audiences/members.yaml',
      'audiences/personas.yaml',
      'audiences/testers.yaml',
      'issues/district-news/publication.yaml',
      'issues/items/example-action.md',
      'issues/items/example-event.md',
      'mailout.yaml',
      'templates/theme.yaml',
    ]);
  });

  it('leaves nothing for a check to find, in any design, rhythm and nation, on any day', async () => {
    for (const [design, every, nation, now] of [
      ['weekly-digest', 'week', 'england-and-wales', '2027-03-17T12:00:00Z'],
      ['officer-bulletin', '2 weeks', 'scotland', '2026-07-30T12:00:00Z'],
      ['termly-magazine', 'term', 'northern-ireland', '2026-12-24T12:00:00Z'],
      ['weekly-digest', '2 months', 'england-and-wales', '2027-02-28T23:30:00Z'],
      ['officer-bulletin', 'month', 'scotland', '2027-10-31T01:30:00Z'],
    ] as const) {
      const folder = emptyFolder();
      const choice = [
        '--design',
        design,
        '--every',
        every,
        '--nation',
        nation,
        '--web',
        'https://www.aireford.example.org',
      ];
      expect((await folder.mailout(['init', '--yes', ...flags, ...choice], now)).code).toBe(0);
      const { code, out, err } = await folder.mailout('check', now);
      expect({ code, out, err }).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Nothing to mend') });
    }
  }, 120_000);

  it('asks, and lets more than one newsletter be named', async () => {
    const folder = emptyFolder();
    const somebody = answering([
      ['Who makes', 'a region'],
      ['called', 'Northern Network'],
      ['postal address', '1 High Street, Aireford, AB1 2CD'],
      ['email address', 'not one'],
      ['email address', 'news@north.example.org'],
      ['website', ''],
      ['bank holidays', 'Scotland'],
      ['colour', '#ffff00'],
      ['colour', '#0b4f9e'],
      ['Who reads', ''],
      ['newsletter called', 'Northern Lights'],
      ['How often', 'every month'],
      ['which day', 'Friday'],
      ['what time', '16:30'],
      ['What is it like', 'magazine'],
      ['another newsletter', true],
      ['newsletter called', 'Northern Notes'],
      ['How often', 'every week'],
      ['which day', 'Monday'],
      ['what time', ''],
      ['What is it like', 'digest'],
      ['another newsletter', false],
    ]);
    const { code, out } = await folder.mailout('init', undefined, {}, somebody);
    expect(somebody.left()).toEqual([]);
    expect(code).toBe(0);
    expect(out).toContain('Northern Lights');
    expect(folder.read('issues/northern-notes/publication.yaml')).toContain('every: week');
    expect(folder.read('mailout.yaml')).toContain('nation: scotland');
    expect(folder.read('templates/theme.yaml')).toContain('brand: "#0b4f9e"');
  });

  it('says at once all that is missing, and writes nothing', async () => {
    const folder = emptyFolder();
    const { code, err } = await folder.mailout('init --contact nobody --kind parish');
    expect(code).toBe(2);
    expect(err).toContain('there is no --name, --address');
    expect(err).toContain('--contact “nobody”: This is not an email address.');
    expect(err).toContain('--kind “parish”: there is no such one.');
    expect(folder.list('.')).toEqual([]);
  });

  it('refuses a colour that nobody can read, with one that can be', async () => {
    const { code, err } = await emptyFolder().mailout(['init', '--yes', ...flags, '--colour', '#ffff00']);
    expect(code).toBe(2);
    expect(err).toMatch(/--colour “#ffff00”: .*hard to read.*Use “#\w{6}”/);
  });

  it.each([
    ['a workspace', 'mailout.yaml', 'This folder is a workspace already.'],
    ['other files', 'thesis.docx', 'This folder is not empty: there is thesis.docx.'],
  ])('leaves a folder with %s alone', async (_, file, words) => {
    const folder = emptyFolder();
    folder.write(file, 'mine');
    const { code, err } = await folder.mailout(['init', '--yes', ...flags]);
    expect(code).toBe(2);
    expect(err).toContain(words);
    expect(folder.list('.')).toEqual([file]);
  });

  it('keeps what npm, git and a host have put there', async () => {
    const folder = emptyFolder();
    const there = { 'package.json': '{}', 'README.md': 'Mine', '.gitignore': 'node_modules/\nsecret' };
    for (const [path, text] of Object.entries(there)) folder.write(path, text);
    expect((await folder.mailout(['init', '--yes', ...flags])).code).toBe(0);
    expect(folder.read('README.md')).toBe('Mine');
    const ignored = folder.read('.gitignore');
    expect(ignored.startsWith('node_modules/\nsecret\nout/\n')).toBe(true);
    expect(ignored).toContain('audiences/private/');
    expect(ignored.match(/node_modules/g)).toHaveLength(1);
  });
});
