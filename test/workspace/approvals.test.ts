import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approvalFile, readApprovals } from '../../src/workspace/approvals.js';
import { copyOf } from '../harness/project.js';

const fileOf = (name: string) => approvalFile('weekly', '2027-03-22', name);

describe('the file of an approval', () => {
  it('says whose it is', () => {
    expect(fileOf('Ada Lovelace')).toMatch(/^issues\/weekly\/2027-03-22\/approvals\/ada-lovelace-[0-9a-f]{6}\.yaml$/);
    expect(fileOf('Zoë Ní Bhriain')).toMatch(/\/zoe-ni-bhriain-[0-9a-f]{6}\.yaml$/);
    expect(fileOf('艾达')).toMatch(/\/[0-9a-f]{6}\.yaml$/);
  });

  it.each([
    ['Jo Ng', 'Jo-Ng'],
    ['Łukasz', 'Øukasz'],
    ['艾达', '李雷'],
    ['Ada', 'ada'],
    [`${'a'.repeat(50)}x`, `${'a'.repeat(50)}y`],
  ])('is another for %s than for %s', (one, other) => {
    expect(fileOf(one)).not.toBe(fileOf(other));
  });

  it('is the same however the letters of a name are put together', () => {
    expect(fileOf('Zoe\u0308')).toBe(fileOf('Zo\u00EB'));
  });

  it('never leads out of its folder', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('../../x', '/etc/x', 'con', '.', 'a\\b', 'a\0b'),
    );
    fc.assert(
      fc.property(name, (text) => {
        expect(fileOf(text)).toMatch(/^issues\/weekly\/2027-03-22\/approvals\/[a-z0-9-]{6,47}\.yaml$/);
      }),
    );
  });
});

describe('the approvals of an issue', () => {
  const read = (root: string) => readApprovals(root, 'weekly', '2027-03-22');

  it('are the files of their folder that are approvals, in order', () => {
    const { root, write } = copyOf('newsletter');
    expect(read(root)).toEqual([]);
    write(fileOf('Bea'), 'b');
    write(fileOf('Ada'), 'a');
    write('issues/weekly/2027-03-22/approvals/README.md', 'x');
    write('issues/weekly/2027-03-22/approvals/old.yaml/x', 'x');
    expect(read(root)).toEqual([
      { path: fileOf('Ada'), text: 'a' },
      { path: fileOf('Bea'), text: 'b' },
    ]);
  });

  it('are not taken for none where they cannot be read', () => {
    const { root, write } = copyOf('newsletter');
    write('issues/weekly/2027-03-22/approvals', 'a file');
    expect(() => read(root)).toThrow('cannot be read');
  });
});
