import { describe, expect, it } from 'vitest';
import { copyOf, copyOfSample } from '../harness/project.js';

const folder = 'out/weekly/2027-03-22';

describe('mailout build', () => {
  it('builds the next issue of every publication and says where it is', async () => {
    const project = copyOf('newsletter');
    const { code, out, err } = await project.mailout('build');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/The Weekly Windfall +2027-03-22 +2 +3 +[\d.]+ KB +none/);
    expect(out).toContain(`open ${folder}/everyone-else.html`);
    expect(project.list(folder)).toEqual([
      'events/pruning-day.ics',
      'everyone-else.html',
      'everyone-else.txt',
      'manifest.json',
      'wales.html',
      'wales.txt',
    ]);
  });

  it('makes of an issue what its items say, for each group of readers', async () => {
    const project = copyOf('newsletter');
    await project.mailout('build');
    // Lines of a mail are short, so words may stand on two.
    const html = project.read(`${folder}/wales.html`).replaceAll('\n', ' ');
    for (const words of [
      'Sign for fair pay',
      'Closes Friday 26 March at 5pm',
      'https://www.example.org/fair-pay',
      'New hours in Welsh orchards',
      '[[first_name|friend]]',
      '[[unsubscribe_url]]',
    ]) {
      expect(html).toContain(words);
    }
    expect(project.read(`${folder}/everyone-else.html`)).not.toContain('Welsh');
    const text = project.read(`${folder}/everyone-else.txt`);
    for (const words of ['https://www.example.org/fair-pay\n', 'Pruning day in the old orchard', '[[unsubscribe_url]]'])
      expect(text).toContain(words);
    expect(text).not.toMatch(/[<{}]|Welsh|\[\[first_name\]\]/);
  });

  it('gives the same bytes every time and everywhere', async () => {
    const [one, other] = [copyOf('newsletter'), copyOf('newsletter')];
    const first = await one.mailout('build --json');
    expect((await other.mailout('build --json', '2027-03-20T03:00:00Z')).out).toBe(first.out);
    for (const file of one.list(folder)) expect(other.read(`${folder}/${file}`)).toBe(one.read(`${folder}/${file}`));
    expect(first.out + one.read(`${folder}/manifest.json`)).not.toContain(one.root);
  });

  it('prints one object with --json, and nothing else on stdout', async () => {
    const { out, err } = await copyOf('newsletter').mailout('build --json');
    const result = JSON.parse(out);
    expect(err).toBe('');
    expect(result).toMatchObject({
      ok: true,
      issues: [
        {
          publication: 'weekly',
          date: '2027-03-22',
          sendsAt: '2027-03-22T07:00',
          folder,
          items: ['fair-pay-petition', 'pruning-day', 'welsh-orchards'],
        },
      ],
      blocked: [],
      leftOut: [],
      findings: [],
    });
    expect(
      result.issues[0].editions.map(({ id, digest }: { id: string; digest: string }) => [id, digest.length]),
    ).toEqual([
      ['wales', 64],
      ['everyone-else', 64],
    ]);
  });

  it('gives the same for one publication as for all, and what does not concern it does not hold it up', async () => {
    const [all, one] = [copyOfSample(), copyOfSample()];
    await all.mailout('build --date 2021-03-22');
    one.edit('issues/items/cuba/cuba-literacy.md', (text) => text.replace('kind: ', 'kind '));
    expect((await one.mailout('build e-bulletin --date 2021-03-22')).code).toBe(0);
    for (const file of one.list('out')) expect(one.read(`out/${file}`)).toBe(all.read(`out/${file}`));
    expect((await one.mailout('build global-matters --date 2021-03-22')).code).toBe(1);
  });

  it('takes the day from --date, or from now on the clocks of the organisation', async () => {
    const project = copyOf('newsletter');
    const dateOf = async (args: string, now?: string) =>
      JSON.parse((await project.mailout(`build ${args} --json`, now)).out).issues[0].date;
    expect(await dateOf('--date 2027-02-01')).toBe('2027-02-01');
    expect(await dateOf('--date 2027-02-02')).toBe('2027-02-08');
    expect(await dateOf('', '2027-03-22T06:59:00Z')).toBe('2027-03-22');
    expect(await dateOf('', '2027-03-22T07:01:00Z')).toBe('2027-03-30');
    expect(await dateOf('', '2027-06-07T05:59:00Z')).toBe('2027-06-07');
    expect(await dateOf('', '2027-06-07T06:01:00Z')).toBe('2027-06-14');
  });

  it('says with --explain why each item is in or out', async () => {
    const project = copyOf('newsletter');
    project.edit('issues/items/pruning-day.md', (text) => text.replace('kind: event', 'draft: true\nkind: event'));
    const { out } = await project.mailout('build --explain');
    expect(out).toMatch(/in +fair-pay-petition +in “Act now”/);
    expect(out).toMatch(/out +pruning-day +it is a draft/);
  });

  it('writes elsewhere with --out', async () => {
    const project = copyOf('newsletter');
    expect((await project.mailout('build --out elsewhere')).code).toBe(0);
    expect(project.exists('elsewhere/weekly/2027-03-22/wales.html')).toBe(true);
    expect(project.exists('out')).toBe(false);
  });

  it('keeps the list of items with --keep, and then they have run', async () => {
    const project = copyOf('newsletter');
    project.write(
      'issues/weekly/2027-03-22/issue.md',
      '---\n# The one before Easter.\nsubject: Last before Easter\n---\nHello.\n',
    );
    await project.mailout('build --keep');
    expect(project.read('issues/weekly/2027-03-22/issue.md')).toBe(
      '---\n# The one before Easter.\nsubject: Last before Easter\nitems:\n  - fair-pay-petition\n  - pruning-day\n  - welsh-orchards\n---\nHello.\n',
    );
    const again = await project.mailout('build --json');
    expect(JSON.parse(again.out).issues[0].items).toHaveLength(3);
    const next = await project.mailout('build --date 2027-03-29');
    expect(next.code).toBe(1);
    expect(next.err).toContain('No item can run in this issue.');
  });
});

describe('a newsletter in two languages', () => {
  const inTwo = () => {
    const project = copyOf('newsletter');
    project.edit('mailout.yaml', (text) => `${text}  languages: [en, cy]\n`);
    project.edit('audiences/pickers.yaml', (text) =>
      text
        .replace('fields:', 'translations: { cy: { why: Rydych yn un ohonom. } }\nfields:')
        .concat('  languages: [en, cy]\n'),
    );
    project.edit(
      'issues/weekly/publication.yaml',
      (text) => `${text}translations:\n  cy: { title: Yr Wythnosol, sections: { news: { title: Newyddion } } }\n`,
    );
    project.write(
      'issues/translations/cy/pruning-day.md',
      '---\nof: 00000000\ntitle: Diwrnod tocio\nevent: { place: Giât 3 }\n---\nDewch â menig.\n',
    );
    return project;
  };

  it('has editions and files of its own for readers of each', async () => {
    const project = inTwo();
    const { code, err } = await project.mailout('build');
    expect({ code, err }).toMatchObject({
      code: 0,
      err: expect.stringContaining('issues/translations/cy/pruning-day.md'),
    });
    expect(project.list(folder)).toEqual([
      'cy.html',
      'cy.txt',
      'events/cy/pruning-day.ics',
      'events/pruning-day.ics',
      'everyone-else.html',
      'everyone-else.txt',
      'manifest.json',
      'wales-cy.html',
      'wales-cy.txt',
      'wales.html',
      'wales.txt',
    ]);
    const text = project.read(`${folder}/cy.txt`);
    for (const words of [
      'Yr Wythnosol\n',
      'Dydd Llun 22 Mawrth 2027',
      'Newyddion\n',
      'Diwrnod tocio\n',
      'Giât 3',
      'Dewch â menig.',
      'Rydych yn un ohonom.',
      'https://www.example.org/weekly/2027-03-22/events/cy/pruning-day.ics\n',
      // Nobody has translated it.
      'Sign for fair pay\n',
    ]) {
      expect(text).toContain(words);
    }
    expect(project.read(`${folder}/everyone-else.txt`)).toContain('2027-03-22/events/pruning-day.ics\n');
    expect(project.read(`${folder}/everyone-else.txt`)).not.toContain('Diwrnod');
    expect(project.read(`${folder}/events/cy/pruning-day.ics`)).toContain('SUMMARY:Diwrnod tocio');
    expect(project.read(`${folder}/events/pruning-day.ics`)).toContain('SUMMARY:Pruning day in the old orchard');
  });

  it.each([
    ['an event that is translated', []],
    ['one that nobody has translated', ['issues/translations']],
  ])('gives the same again, with every file named once: %s', async (_, removed) => {
    const project = inTwo();
    for (const path of removed) project.remove(path);
    const { issues } = JSON.parse((await project.mailout('build --json')).out);
    const names: string[] = issues[0].files.map(({ name }: { name: string }) => name);
    expect(names.toSorted()).toEqual(project.list(folder));
    const other = inTwo();
    for (const path of removed) other.remove(path);
    await other.mailout('build');
    for (const file of other.list(folder))
      expect(other.read(`${folder}/${file}`)).toBe(project.read(`${folder}/${file}`));
  });
});

it('a design without a link to unsubscribe builds nothing', async () => {
  const project = copyOf('newsletter');
  project.edit('templates/plain/body.mjml', (text) => text.replace('{{unsubscribe}}', '{{webVersion}}'));
  const { code, err } = await project.mailout('build');
  expect(code).toBe(1);
  expect(err).toContain('templates/plain/body.mjml:1:1');
  expect(err).toContain('This design has no link to unsubscribe');
  expect(project.exists('out')).toBe(false);
});

it('an issue that is too long is shortened by the rule of its publication, and says so to readers', async () => {
  const project = copyOf('newsletter');
  project.edit('issues/items/fair-pay-petition.md', (text) => text + '\nA long story. '.repeat(1500));
  project.edit('issues/weekly/publication.yaml', (text) => `${text}size: { limit: 20 }\n`);
  const whole = await project.mailout('build');
  expect(whole).toMatchObject({ code: 0, err: expect.stringContaining('The Weekly Windfall should stay below 20 KB') });
  project.edit('issues/weekly/publication.yaml', (text) =>
    text.replace('{ limit: 20 }', '{ limit: 20, shorten: [actions] }'),
  );
  const shortened = await project.mailout('build');
  expect({ code: shortened.code, isTooLong: shortened.err.includes(' KB') }).toEqual({ code: 0, isTooLong: false });
  const text = project.read(`${folder}/wales.txt`);
  expect(text).toContain('Read “Sign for fair pay” in full on the web:\n[[web_url]]');
  expect(text).not.toContain('A long story.');
});

describe('what an editor may get wrong', () => {
  it.each<[string, (project: ReturnType<typeof copyOf>) => void, string, string]>([
    [
      'an empty pool',
      (project) => project.remove('issues/items'),
      'issues/weekly/publication.yaml:1:1',
      'There are no items yet',
    ],
    [
      'a publication without its audience',
      (project) => project.edit('issues/weekly/publication.yaml', (text) => text.replace('pickers', 'pikers')),
      'issues/weekly/publication.yaml:2:11',
      'Did you mean “pickers”?',
    ],
    [
      'a publication without its template',
      (project) =>
        project.edit('issues/weekly/publication.yaml', (text) => text.replace('template: plain', 'template: plane')),
      'issues/weekly/publication.yaml:3:11',
      'Did you mean “plain”?',
    ],
    [
      'a publication that names no template',
      (project) => project.edit('issues/weekly/publication.yaml', (text) => text.replace('template: plain\n', '')),
      'issues/weekly/publication.yaml:1:1',
      '“template” is missing.',
    ],
    [
      'a broken line of YAML',
      (project) => project.edit('issues/items/pruning-day.md', (text) => text.replace('title:', 'title')),
      'issues/items/pruning-day.md:2:1',
      'This line has no colon',
    ],
    [
      'a half-written item',
      (project) => project.write('issues/items/new.md', '---\ntitle: New\nkind:\n---\n'),
      'issues/items/new.md:3:',
      '“kind” is missing.',
    ],
    [
      'two items with one id',
      (project) => project.write('issues/items/2026/pruning-day.md', project.read('issues/items/pruning-day.md')),
      'issues/items/pruning-day.md:1:1',
      'There is another item with the id “pruning-day”: issues/items/2026/pruning-day.md.',
    ],
    [
      'a date that is none',
      (project) =>
        project.edit('issues/items/fair-pay-petition.md', (text) => text.replace('2027-03-26', '2027-02-30')),
      'issues/items/fair-pay-petition.md:6:11',
      'This is not a date',
    ],
    [
      'a template that names a field that there is not',
      (project) => project.edit('templates/plain/item.mjml', (text) => text.replace('{{title}}', '{{titel}}')),
      'templates/plain/item.mjml:4:',
      'title',
    ],
    [
      'a template that MJML does not understand',
      (project) =>
        project.edit('templates/plain/item.mjml', (text) => text.replace('<mj-text', '<mj-text colour="red"')),
      'templates/plain/item.mjml:3:',
      'colour',
    ],
    [
      'an item of 10 MB',
      (project) => project.write('issues/items/huge.md', `---\ntitle: Huge\n---\n${'word '.repeat(2_000_000)}`),
      'issues/items/huge.md:1:1',
      'at most 256 KiB',
    ],
    [
      '1,000 nested quotes',
      (project) => project.edit('issues/items/fair-pay-petition.md', (text) => `${text}\n${'> '.repeat(1000)}deep\n`),
      'issues/items/fair-pay-petition.md:17:1',
      'nested more than 12 deep',
    ],
    [
      'a cycle of partials',
      (project) => {
        project.write('templates/plain/a.mjml', '{{> b}}\n');
        project.write('templates/plain/b.mjml', '{{> a}}\n');
        project.edit('templates/plain/item.mjml', (text) => `{{> a}}\n${text}`);
      },
      'templates/plain/',
      'a → b → a',
    ],
    [
      'raw HTML in an item',
      (project) => project.edit('issues/items/fair-pay-petition.md', (text) => `${text}\n<script>alert(1)</script>\n`),
      'issues/items/fair-pay-petition.md:17:1',
      'nothing runs in an email',
    ],
    [
      'a letter in the wrong encoding',
      (project) => project.write('issues/items/latin.md', Buffer.from('---\ntitle: Caf\u00e9\n---\n', 'latin1')),
      'issues/items/latin.md:2:11',
      'UTF-8',
    ],
    [
      'a choice that cannot hold',
      (project) => project.write('issues/weekly/2027-03-22/issue.md', '---\npinned: [prunning-day]\n---\n'),
      'issues/weekly/2027-03-22/issue.md:2:10',
      'Did you mean “pruning-day”?',
    ],
  ])('%s ends in words with a place, exit 1, and the last good output', async (_name, spoil, place, words) => {
    const project = copyOf('newsletter');
    await project.mailout('build');
    const good = project.read(`${folder}/wales.html`);
    const files = project.list('out');
    spoil(project);
    const { code, out, err } = await project.mailout('build');
    expect(err).toContain(place);
    expect(err).toContain(words);
    expect(err).not.toMatch(/\n\s+at /);
    expect(out).toContain('not built');
    expect(code).toBe(1);
    expect(project.read(`${folder}/wales.html`)).toBe(good);
    expect(project.list('out')).toEqual(files);
  });

  it.each([
    ['an unknown publication', 'build wekly', 'Did you mean “weekly”?'],
    ['a date that is none', 'build --date 2027-02-30', '--date 2027-03-22'],
    ['an option that there is not', 'build --expain', 'Did you mean --explain?'],
    ['a command that there is not', 'biuld', 'Did you mean build?'],
  ])('%s is a question of usage: exit 2', async (_name, args, words) => {
    const { code, err } = await copyOf('newsletter').mailout(args);
    expect(err).toContain(words);
    expect(code).toBe(2);
  });

  it('a workspace without a publication has nothing to build', async () => {
    const project = copyOf('newsletter');
    project.remove('issues');
    const { code, err } = await project.mailout('build');
    expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining('There is no publication yet') });
  });

  it('outside a workspace it says what one is', async () => {
    const project = copyOf('newsletter');
    project.remove('mailout.yaml');
    const { code, err } = await project.mailout('build');
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('There is no mailout.yaml here') });
  });

  it('all complaints come at once, in order of place', async () => {
    const project = copyOf('newsletter');
    project.edit('mailout.yaml', (text) => text.replace('nation:', 'nashun:'));
    project.edit('issues/items/fair-pay-petition.md', (text) =>
      text.replace('kind: action', 'kind: acton').replace('https://', 'htps://'),
    );
    project.edit('issues/items/pruning-day.md', (text) => text.replace('2027-04-10T16', '2027-04-09T16'));
    const { err } = await project.mailout('build');
    const places = [...err.matchAll(/^\S+:\d+:\d+$/gm)].map(([place]) => place);
    expect(places).toEqual([
      'issues/items/fair-pay-petition.md:3:7',
      'issues/items/fair-pay-petition.md:11:10',
      'issues/items/pruning-day.md:5:42',
      'mailout.yaml:6:1',
    ]);
    expect(err).toContain('4 errors');
  });

  it('one publication’s mistake does not hold up the others', async () => {
    const project = copyOf('newsletter');
    project.write('issues/other/publication.yaml', `${project.read('issues/weekly/publication.yaml')}limit: many\n`);
    const { code, out } = await project.mailout('build');
    expect(code).toBe(1);
    expect(out).toMatch(/The Weekly Windfall +2027-03-22/);
    expect(out).toMatch(/other +not built/);
  });

  it('what is in the way on the disk is told, and what was there stays', async () => {
    const project = copyOf('newsletter');
    project.write('out', 'a file where the folder should be');
    const { code, err } = await project.mailout('build');
    expect(code).toBe(1);
    expect(err).toContain('a file is in the way');
    expect(err).toContain('What was built there before is unchanged.');
    expect(project.read('out')).toBe('a file where the folder should be');
  });
});
