import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { builtIns } from '../../src/check/built-in.js';
import { rules } from '../../src/check/rules.js';
import { rulesPage } from '../../src/check/rules-page.js';

const page = fileURLToPath(new URL('../../docs/rules.md', import.meta.url));

it('docs/rules.md is what the rules say of themselves', () => {
  // MAILOUT_WRITE_DOCS=1 writes it anew.
  if (process.env.MAILOUT_WRITE_DOCS) writeFileSync(page, rulesPage());
  expect(readFileSync(page, 'utf8')).toBe(rulesPage());
});

it('every rule has its heading, and every link to one leads there', () => {
  const text = rulesPage();
  const headings = [...text.matchAll(/^#### ([a-z0-9]+\/.+)$/gm)].map(([, id = '']) => id);
  expect(headings.sort()).toEqual([...rules, ...builtIns].map(({ id }) => id).sort());
  const anchors = new Set(headings.map((id) => id.replace('/', '')));
  for (const [, target = ''] of text.matchAll(/\]\(#([^)]+)\)/g)) expect(anchors).toContain(target);
});
