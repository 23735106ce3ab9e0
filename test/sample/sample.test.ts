import { describe, expect, it } from 'vitest';
import { copyOfSample, type Project } from '../harness/project.js';

type Built = {
  readonly publication: string;
  readonly channel: string;
  readonly date: string;
  readonly folder: string;
  readonly items: readonly string[];
  readonly editions: readonly { readonly id: string; readonly items: readonly string[]; readonly digest: string }[];
};

async function build(
  project: Project,
  args = '',
): Promise<{ readonly ok: boolean; readonly issues: Built[]; readonly findings: unknown[] }> {
  return JSON.parse((await project.mailout(`build --json ${args}`)).out);
}

/** Every email edition of the sample for March 2021. */
const editions = await (async () => {
  const project = copyOfSample();
  const { issues } = await build(project, '--date 2021-03-22');
  return issues
    .filter(({ channel }) => channel === 'email')
    .flatMap(({ publication, folder, editions: all }) =>
      all.map(({ id }) => ({
        name: `${publication} for ${id}`,
        html: project.read(`${folder}/${id}.html`),
        text: project.read(`${folder}/${id}.txt`),
      })),
    );
})();

describe('the sample workspace', () => {
  it('builds the next issue of all four publications for March 2021', async () => {
    const { issues, findings } = await build(copyOfSample(), '--date 2021-03-22');
    expect(findings).toEqual([]);
    expect(issues.map(({ publication, date, items }) => [publication, date, items.length])).toEqual([
      ['monday-morning-mail-out', '2021-03-22', 15],
      ['e-bulletin', '2021-03-24', 11],
      ['global-matters', '2021-03-25', 9],
      ['educate', '2021-05-04', 6],
    ]);
  });

  it.each(['2026-11-22', '2026-12-24', '2027-03-29', '2027-08-15', '2028-02-29', '2029-06-01', '2031-01-01'])(
    'builds for %s with at least five items in each issue',
    async (date) => {
      const { ok, issues } = await build(copyOfSample(), `--date ${date}`);
      expect(ok).toBe(true);
      expect(issues).toHaveLength(4);
      for (const { publication, items } of issues)
        expect([publication, items.length >= 5]).toEqual([publication, true]);
    },
  );

  it('is not held up by a broken translation where nothing is translated', async () => {
    const project = copyOfSample();
    project.write('issues/translations/cy/cuba-literacy.md', '---\ntitel: Ciwba\n---\n');
    expect((await project.mailout('build monday-morning-mail-out --date 2021-03-22')).code).toBe(0);
    const { code, err } = await project.mailout('build --date 2021-03-22');
    expect(code).toBe(1);
    expect(err).toContain('issues/translations/cy/cuba-literacy.md:2:1');
    expect(project.exists('out/e-bulletin/2021-03-24/manifest.json')).toBe(true);
    expect(project.exists('out/global-matters')).toBe(false);
  });

  it('has items of every kind, and more than thirty', async () => {
    const project = copyOfSample();
    const items = project.list('issues/items').map((path) => project.read(`issues/items/${path}`));
    expect(items.length).toBeGreaterThan(30);
    for (const kind of ['action', 'statement', 'news', 'resource', 'event', 'opportunity']) {
      expect(items.some((text) => text.includes(`\nkind: ${kind}\n`))).toBe(true);
    }
  });

  it('asks District Secretaries to tell members, and members to act', async () => {
    const project = copyOfSample();
    const { issues } = await build(project, '--date 2021-03-22');
    const page = (publication: string) => {
      const issue = issues.find((one) => one.publication === publication);
      return project.read(`${issue?.folder}/${issue?.editions.at(-1)?.id}.txt`);
    };
    expect(page('e-bulletin')).toContain('Yemen: ask members to sign by Friday');
    expect(page('monday-morning-mail-out')).toContain('Yemen: help stop the cut to UK aid');
  });
});

describe.each(editions)('the edition of $name', ({ html, text }) => {
  it('has its unsubscribe link and its sender in both parts, and one of each tag', () => {
    for (const part of [html, text]) {
      expect(part.match(/\[\[unsubscribe_url\]\]/g)).toHaveLength(1);
      expect(part).toContain('Education Workers’ Union');
      expect(part).toContain('Lantern House');
      expect(part.replace(/<style[\s\S]*?<\/style>/g, '')).not.toMatch(/\{\{|\}\}|undefined|\[object/);
    }
  });

  it('has a text part of 65 columns', () => {
    for (const line of text.split('\n')) {
      expect(line).toBe(line.trimEnd());
      if (!/https?:|mailto:|\[\[/.test(line)) expect([...line].length).toBeLessThanOrEqual(65);
    }
  });
});
