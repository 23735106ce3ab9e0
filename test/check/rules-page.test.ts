import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { builtIns } from '../../src/check/built-in.js';
import { rules } from '../../src/check/rules.js';
import { rulesPage } from '../../src/check/rules-page.js';

const page = fileURLToPath(new URL('../../docs/rules.md', import.meta.url));
const fixtures = fileURLToPath(new URL('./fixtures', import.meta.url));

/** The rules that mend something: those whose fixture shows a file mended. To import them all would take seconds. */
function mendingRules(): ReadonlySet<string> {
  const files = readdirSync(fixtures, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const isMending = (file: string) => /^ +mended\b/m.test(readFileSync(`${fixtures}/${file}`, 'utf8'));
  return new Set(files.filter(isMending).map((file) => file.replace(/\.ts$/, '')));
}

it('docs/rules.md is what the rules say of themselves', () => {
  const text = rulesPage(mendingRules());
  // MAILOUT_WRITE_DOCS=1 writes it anew.
  if (process.env.MAILOUT_WRITE_DOCS) writeFileSync(page, text);
  expect(readFileSync(page, 'utf8')).toBe(text);
});

it('every rule has its heading, and every link to one leads there', () => {
  const text = rulesPage(new Set());
  const headings = [...text.matchAll(/^#### ([a-z0-9]+\/.+)$/gm)].map(([, id = '']) => id);
  expect(headings.sort()).toEqual([...rules, ...builtIns].map(({ id }) => id).sort());
  const anchors = new Set(headings.map((id) => id.replace('/', '')));
  for (const [, target = ''] of text.matchAll(/\]\(#([^)]+)\)/g)) expect(anchors).toContain(target);
});

it('says which rules mend what they find', () => {
  const text = rulesPage(new Set(['prose/typography']));
  expect([...text.matchAll(/^#### (.+)\n\n\*\*\w+\*\*, mended by `--fix`\. /gm)].map(([, id]) => id)).toEqual([
    'prose/typography',
  ]);
});
