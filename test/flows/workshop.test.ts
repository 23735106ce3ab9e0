import { describe, expect, it } from 'vitest';
import { build } from '../../src/flows/build.js';
import { createWorkshop } from '../../src/flows/workshop.js';
import { readTree } from '../../src/workspace/read.js';
import { copyOf, copyOfSample } from '../harness/project.js';

describe('building again in the same process', () => {
  it('gives what a fresh build gives, whatever was changed in between', async () => {
    const kept = copyOfSample();
    const workshop = createWorkshop(kept.root, { isKept: true });
    const request = { publications: [], date: '2021-03-22', out: 'out', explain: false, keep: false };
    const world = (root: string) => ({ root, now: '2021-03-22T00:00:00Z', progress: () => {} });
    const changes: [string, (text: string) => string][] = [
      ['issues/items/human-rights/yemen-aid.md', (text) => `${text}\nOne more line.\n`],
      ['issues/items/human-rights/yemen-aid.md', (text) => text.replace('help stop', 'let us stop')],
      ['templates/shared/item-heading.mjml', (text) => text.replace('1.3', '1.35')],
      ['templates/theme.yaml', (text) => text.replace('#4a2378', '#123456')],
      ['templates/theme.yaml', (text) => text.replace('size: 16', 'size: 18')],
      ['mailout.yaml', (text) => text.replace('Lantern House', 'Lamp House')],
      ['issues/monday-morning-mail-out/2021-03-22/issue.md', (text) => text.replace('four days', 'three days')],
    ];
    for (const [path, change] of changes) {
      await build(request, world(kept.root), readTree(kept.root), undefined, workshop);
      const before = kept.read(path);
      kept.edit(path, change);
      expect(kept.read(path), path).not.toBe(before);
    }
    await build(request, world(kept.root), readTree(kept.root), undefined, workshop);

    const fresh = copyOfSample();
    for (const [path, change] of changes) fresh.edit(path, change);
    await build(request, world(fresh.root), readTree(fresh.root));
    expect(kept.list('out')).toEqual(fresh.list('out'));
    for (const file of fresh.list('out')) expect(kept.read(`out/${file}`)).toBe(fresh.read(`out/${file}`));
  });

  it('sees a change of any words, in any language', async () => {
    const setUp = () => {
      const project = copyOf('newsletter');
      project.edit('mailout.yaml', (text) => `${text}  languages: [en, cy]\n`);
      project.edit('audiences/pickers.yaml', (text) => `${text}  languages: [en, cy]\n`);
      project.edit('issues/weekly/publication.yaml', (text) => `${text}translations: { cy: { title: Un } }\n`);
      project.write('issues/translations/cy/pruning-day.md', '---\ntitle: Tocio\n---\nMenig.\n');
      return project;
    };
    const changes: [string, (text: string) => string][] = [
      ['issues/translations/cy/pruning-day.md', (text) => text.replace('Tocio', 'Tocio coed')],
      ['issues/translations/cy/pruning-day.md', (text) => text.replace('Menig', 'Menig a het')],
      ['issues/weekly/publication.yaml', (text) => text.replace('title: Un', 'title: Yr Un')],
      ['audiences/pickers.yaml', (text) => text.replace('fields:', 'translations: { cy: { why: Aelod. } }\nfields:')],
      ['issues/items/pruning-day.md', (text) => text.replace('T10:00', 'T11:00')],
      ['issues/weekly/publication.yaml', (text) => `${text}size: { limit: 10, shorten: [actions] }\n`],
      ['issues/items/fair-pay-petition.md', (text) => text + 'And so on. '.repeat(1000)],
    ];
    const request = { publications: [], date: '2027-03-22', out: 'out', explain: false, keep: false };
    const world = (root: string) => ({ root, now: '2027-03-17T12:00:00Z', progress: () => {} });
    const kept = setUp();
    const workshop = createWorkshop(kept.root, { isKept: true });
    for (const [path, change] of changes) {
      await build(request, world(kept.root), readTree(kept.root), undefined, workshop);
      const before = kept.read(path);
      kept.edit(path, change);
      expect(kept.read(path), path).not.toBe(before);
    }
    await build(request, world(kept.root), readTree(kept.root), undefined, workshop);

    const fresh = setUp();
    for (const [path, change] of changes) fresh.edit(path, change);
    await build(request, world(fresh.root), readTree(fresh.root));
    expect(kept.read('out/weekly/2027-03-22/cy.txt')).toMatch(/Yr Un\n.*Tocio coed\n.*Menig a het\./s);
    expect(kept.list('out')).toEqual(fresh.list('out'));
    for (const file of fresh.list('out')) expect(kept.read(`out/${file}`)).toBe(fresh.read(`out/${file}`));
  });
});
