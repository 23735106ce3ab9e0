import { expect, it } from 'vitest';
import { fingerprint, readTree } from '../../src/workspace/read.js';
import { copyOf } from '../harness/project.js';

const folder = 'issues/weekly/2027-03-22';

it('a build does not depend on who approved it', () => {
  const { root, write } = copyOf('newsletter');
  const before = readTree(root);
  write(`${folder}/approvals/ada-123456.yaml`, 'by: Ada\n');
  write(`${folder}/approvals/bea-123456.yaml`, 'x'.repeat(300_000));
  expect(readTree(root)).toEqual(before);
  write(`${folder}/issue.md`, '---\n---\n');
  expect(fingerprint(readTree(root).files, [])).not.toBe(fingerprint(before.files, []));
});

it('says of an approval whose name ends in .yml that it is not read', () => {
  const { root, write } = copyOf('newsletter');
  write(`${folder}/approvals/ada.yml`, 'by: Ada\n');
  expect(readTree(root).findings).toMatchObject([{ rule: 'workspace/yml' }]);
});
