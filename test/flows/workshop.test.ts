import { describe, expect, it } from 'vitest';
import { build } from '../../src/flows/build.js';
import { createWorkshop } from '../../src/flows/workshop.js';
import { readTree } from '../../src/workspace/read.js';
import { copyOfSample } from '../harness/project.js';

describe('building again in the same process', () => {
  it('gives what a fresh build gives, whatever was changed in between', async () => {
    const kept = copyOfSample();
    const workshop = createWorkshop(kept.root, { isKept: true });
    const request = { publications: [], date: '2021-03-22', out: 'out', explain: false, keep: false };
    const world = (root: string) => ({ root, now: '2021-03-22T00:00:00Z', progress: () => {} });
    const changes: [string, (text: string) => string][] = [
      ['issues/items/human-rights/yemen-aid.md', (text) => `${text}\nOne more line.\n`],
      ['issues/items/human-rights/yemen-aid.md', (text) => text.replace('help stop', 'let us stop')],
      ['templates/shared/item-heading.mjml', (text) => text.replace('20px', '21px')],
      ['templates/theme.yaml', (text) => text.replace('#4a2378', '#123456')],
      ['mailout.yaml', (text) => text.replace('Lantern House', 'Lamp House')],
      ['issues/monday-morning-mail-out/2021-03-22/issue.md', (text) => text.replace('four days', 'three days')],
    ];
    for (const [path, change] of changes) {
      await build(request, world(kept.root), readTree(kept.root), undefined, workshop);
      kept.edit(path, change);
    }
    await build(request, world(kept.root), readTree(kept.root), undefined, workshop);

    const fresh = copyOfSample();
    for (const [path, change] of changes) fresh.edit(path, change);
    await build(request, world(fresh.root), readTree(fresh.root));
    expect(kept.list('out')).toEqual(fresh.list('out'));
    for (const file of fresh.list('out')) expect(kept.read(`out/${file}`)).toBe(fresh.read(`out/${file}`));
  });
});
