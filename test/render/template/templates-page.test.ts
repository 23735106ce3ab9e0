import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readTheme } from '../../../src/content/read-theme.js';
import { standardTheme } from '../../../src/model/design.js';
import { compileDesign } from '../../../src/render/template/compile.js';
import { issueShape, type TemplateView } from '../../../src/render/template/issue-shape.js';

const page = readFileSync('docs/templates.md', 'utf8');

const shared = Object.fromEntries(
  readdirSync('templates/shared').map((file) => {
    const path = `templates/shared/${file}`;
    return [file.replace(/\.mjml$/, ''), { file: path, text: readFileSync(path, 'utf8') }];
  }),
);

it('docs/templates.md has a new design that can be used as it stands', () => {
  const [, section = ''] = page.split('\n## Example: a new design\n');
  const [body = '', item = ''] = [...section.matchAll(/```handlebars\n([\s\S]*?)```/g)].map(([, text = '']) => text);
  const file = (name: string, text: string) => ({ file: `templates/notice-board/${name}.mjml`, text });
  const partials = { ...shared, item: file('item', item) };
  const design = { id: 'notice-board', body: file('body', body), partials, theme: standardTheme };
  const { findings, render } = compileDesign<TemplateView>(design, issueShape);
  expect(findings).toEqual([]);
  expect(render).toBeDefined();
});

it('docs/templates.md has a theme that can be read, in its colours too', () => {
  const text = /```yaml\n(logo:[\s\S]*?)```/.exec(page)?.[1] ?? '';
  const { value, findings } = readTheme({ path: 'templates/theme.yaml', text }, standardTheme);
  expect(findings).toEqual([]);
  expect(value?.colours.brand).toBe('#004d40');
});

it('docs/templates.md names every name and every shared partial', () => {
  const missing = [...new Set([...namesIn(issueShape), ...Object.keys(shared)])].filter(
    (name) => !new RegExp(`\`(?:\\{\\{> )?(?:[a-zA-Z]+\\.)*${name}[\`.}]`).test(page),
  );
  expect(missing).toEqual([]);
});

function namesIn(shape: unknown): string[] {
  if (Array.isArray(shape)) return namesIn(shape[0]);
  if (typeof shape !== 'object' || shape === null) return [];
  return Object.entries(shape).flatMap(([name, inner]) => [name, ...namesIn(inner)]);
}
