import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const project = new URL('..', import.meta.url);

/**
 * A copy of the sample workspace without readers' limits, so that each issue has one edition; without pictures, too,
 * unless asked for, since the mjml command prepares none.
 */
export function sampleWorkspace({ pictures = false } = {}) {
  const root = mkdtempSync(join(tmpdir(), 'mailout-bench-'));
  process.on('exit', () => rmSync(root, { recursive: true, force: true }));
  for (const part of ['mailout.yaml', 'audiences', 'issues', 'templates']) {
    cpSync(new URL(part, project), join(root, part), { recursive: true });
  }
  // A translation that describes a picture needs the picture.
  if (!pictures) rmSync(join(root, 'issues/translations'), { recursive: true });
  for (const file of itemsOf(root)) {
    const text = readFileSync(file, 'utf8');
    const open = text.replace(/^readers:.*\n( .*\n)*/m, '');
    writeFileSync(file, pictures ? open : open.replace(/^image:\n( .*\n)*/m, ''));
  }
  return root;
}

export function itemsOf(root) {
  const folder = join(root, 'issues/items');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** A workspace whose pool has so many items, made of the sample's, of which a few may run. */
export function bigWorkspace(count) {
  const root = sampleWorkspace();
  const texts = itemsOf(root).map((file) => readFileSync(file, 'utf8'));
  mkdirSync(join(root, 'issues/items/archive'));
  for (let number = texts.length; number < count; number += 1) {
    const text = texts[number % texts.length]
      .replace(/^runs:.*\n/m, '')
      .replace(
        /^kind: /m,
        `runs: { from: ${2000 + (number % 18)}-01-01, until: ${2000 + (number % 18)}-12-31 }\nkind: `,
      );
    writeFileSync(join(root, `issues/items/archive/item-${number}.md`), text);
  }
  return root;
}

/** A workspace whose pool has so many items that all may run in March 2021, each in words of its own. */
export function currentPool(count) {
  const root = sampleWorkspace();
  const texts = itemsOf(root)
    .map((file) => readFileSync(file, 'utf8'))
    .filter((text) => /^runs:.*2021/m.test(text));
  mkdirSync(join(root, 'issues/items/many'));
  for (let number = texts.length; number < count; number += 1) {
    const text = texts[number % texts.length].replace(/^title: "?/m, (start) => `${start}Number ${number}, `);
    writeFileSync(join(root, `issues/items/many/item-${number}.md`), text);
  }
  return root;
}
