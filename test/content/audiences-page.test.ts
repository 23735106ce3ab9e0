import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { guardNames } from '../../src/audience/guards.js';
import { readAudience } from '../../src/content/read-audience.js';
import { readPersonas, readTesters } from '../../src/content/read-people.js';
import { suppressionReasons } from '../../src/model/suppression.js';
import { told } from './told.js';

const page = (name: string) => readFileSync(`docs/${name}`, 'utf8');

/** The examples of settings on a page. */
function examples(text: string): string[] {
  return [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, example = '']) => example);
}

const audiencesPage = page('audiences.md');

/** What the examples of single settings leave out. */
const rest = [
  'title: Members',
  'why: You are a member.',
  'fields: [{ name: first_name, fallback: friend }, { name: district, fallback: your district }]',
  '',
].join('\n');

describe('docs/audiences.md', () => {
  const sources = examples(audiencesPage).filter((example) => /^source:/m.test(example));

  it('has an example of every kind of source', () => {
    const kinds = sources.flatMap((example) => /kind: (\w+)/.exec(example)?.[1] ?? []);
    expect([...new Set(kinds)].sort()).toEqual(['csv', 'invented', 'postgres', 'sendgrid', 'xlsx']);
  });

  it.each(sources)('has an example that can be read: %s', (example) => {
    const text = example.startsWith('title:') ? example : `${rest}${example}`;
    const { value, findings } = readAudience('members', { path: 'audiences/members.yaml', text });
    expect(told(findings)).toEqual([]);
    expect(value?.people).toBeDefined();
  });

  it('tells every guard and every reason to suppress somebody, and no other', () => {
    const told = (heading: string) => {
      const [, below = ''] = audiencesPage.split(`\n## ${heading}\n`);
      const [section = ''] = below.split(/\n##+ /);
      const [table = ''] = section.split(/\n\n(?=[^|])/).filter((part) => part.includes('\n|---'));
      return [...table.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name]) => name).sort();
    };
    expect(told('Guards')).toEqual([...guardNames].sort());
    expect(told('Who must not be written to')).toEqual([...suppressionReasons].sort());
  });
});

describe.each(['audiences.md', 'files.md'])('docs/%s', (name) => {
  it.each([
    ['personas', readPersonas],
    ['testers', readTesters],
  ])('has an example of %s that can be read', (kind, read) => {
    const [example = ''] = examples(page(name)).filter((text) => text.startsWith(`${kind}:`));
    const { value, findings } = read({ path: `audiences/${kind}.yaml`, text: example });
    expect(told(findings)).toEqual([]);
    expect(value).toHaveLength(1);
  });
});

it('no page links to a page or a heading that is not there', () => {
  const anchors = (text: string) =>
    [...text.matchAll(/^#{1,4} (.*)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    );
  const broken = readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .flatMap((name) =>
      [...page(name).matchAll(/\]\(([\w./-]*)#([^)\s]+)\)/g)].flatMap(([link, file = '', anchor = '']) => {
        const target = `docs/${file || name}`;
        return existsSync(target) && anchors(readFileSync(target, 'utf8')).includes(anchor) ? [] : [`${name}: ${link}`];
      }),
    );
  expect(broken).toEqual([]);
});
