import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { draftOf } from '../../src/importing/draft.js';
import type { Found } from '../../src/importing/found.js';
import { readMaterial } from '../../src/importing/read-material.js';
import { settings } from './settings.js';

/*
 * Real texts of the kind that editors paste, which lie beside the repository and not in it. What is in them is counted
 * here by simple means, and every single thing looked for in the drafts.
 */
const folder = fileURLToPath(new URL('../../../shared/seeds', import.meta.url));
const isHere = existsSync(folder);
if (!isHere) process.stderr.write('The seeds are not beside the repository: their tests are skipped.\n');
const files = isHere ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];

/** Things, headings, numbered entries, bullets, signatories and updates in each. */
const counts: Readonly<Record<string, readonly number[]>> = {
  '000': [13, 13, 4, 2, 6, 0],
  '001': [9, 9, 0, 0, 0, 1],
  '002': [15, 15, 0, 52, 0, 0],
};

describe.skipIf(!isHere)('the seeds become drafts', () => {
  it.each(files)('%s, with everything that is in it', async (name) => {
    const bytes = readFileSync(`${folder}/${name}`);
    const { kind, found, skipped } = await readMaterial({ bytes, name });
    expect({ kind, skipped }).toEqual({ kind: 'text', skipped: [] });
    const drafts = found.map((one) => ({ one, ...draftOf(one, settings) }));
    const all = drafts
      .map(({ draft, one }) => `${draft.title}\n${draft.body}\n${signedBy(one)}\n${updatesOf(one)}`)
      .join('\n');

    const lines = bytes
      .toString('utf8')
      .split('\n')
      .map((line) => line.trim());
    // Every word of the text is in a draft, in its order within its line; what marks entries and cells is no word.
    const missing = lines.filter(
      (line) => !bare(all).includes(bare(line.replace(/Continue reading.*$/, '').replace(/^\[Update [\d/]+\]/, ''))),
    );
    expect(missing).toEqual([]);

    const numbered = lines.filter((line) => /^\d+\.\s/.test(line)).length;
    const bullets = lines.filter((line) => /^[-•]\s+\S/.test(line)).length;
    const offices = lines.filter((line) => line === 'Joint General Secretaries').length;
    const updates = lines.filter((line) => line.startsWith('[Update ')).length;
    expect([
      found.length,
      found.filter(({ title }) => title !== undefined && lines.some((line) => bare(line) === bare(title))).length,
      numbered,
      bullets,
      offices * 2,
      updates,
    ]).toEqual(counts[name.slice(0, 3)]);
    expect(all.match(/^\d+\. /gm)?.length ?? 0).toBe(numbered);
    const cells = lines.filter(
      (line, at) => /^[^-|].{0,59}$/.test(line) && (lines[at - 1] === '|' || lines[at + 1] === '|'),
    ).length;
    expect(all.match(/^- /gm)?.length ?? 0).toBe(bullets + cells);
    expect(found.flatMap(({ signatories = [] }) => signatories)).toHaveLength(offices * 2);
    expect(found.flatMap((one) => one.updates ?? [])).toHaveLength(updates);
    // Addresses: of these texts, all are of mail, and stay words.
    expect(all.match(/[\w.]+@[\w.]+\w/g)?.length ?? 0).toBe(lines.join('\n').match(/[\w.]+@[\w.]+\w/g)?.length ?? 0);
  });
});

function signedBy({ signatories = [] }: Found): string {
  const roles = new Set(signatories.map(({ role }) => role));
  return `${signatories.map(({ name }) => name).join(' & ')}\n${signatories.map(({ name }) => name).join(' and ')}\n${[...roles].join('\n')}`;
}

function updatesOf({ updates = [] }: Found): string {
  return updates.map(({ text }) => text).join('\n');
}

/** Letters and digits alone: marks are written otherwise in Markdown. */
function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}
