import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appearances, hasBrowser, openBrowser, type Reader } from '../harness/browser.js';
import { type BuiltEdition, everyKindEditions, sampleEditions } from './editions.js';

const folder = mkdtempSync(join(tmpdir(), 'mailout-editions-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const editions = hasBrowser ? [...(await sampleEditions()), ...(await everyKindEditions())].map(kept) : [];

describe.skipIf(!hasBrowser)('an edition in a browser', () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await openBrowser();
  });
  afterAll(() => reader.close());

  it('is there in every design and language', () => {
    expect(editions.length).toBeGreaterThan(30);
  });

  it.each(editions)('can be read however one reads it: $name', async ({ name, file }) => {
    const found: Record<string, readonly string[]> = {};
    for (const appearance of appearances) {
      const { problems, inversions } = await reader.look(file, appearance);
      const all = [...problems, ...inversions];
      if (all.length > 0) found[appearance.name] = all;
      await reader.screenshot(file, appearance, name);
    }
    expect(found).toEqual({});
  });
});

/** An edition with all that stands beside it, where it stays until the browser has seen it. */
function kept({ name, path }: BuiltEdition): { readonly name: string; readonly file: string } {
  cpSync(dirname(path), join(folder, name), { recursive: true });
  return { name, file: join(folder, name, path.slice(dirname(path).length + 1)) };
}
