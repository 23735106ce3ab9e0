import { expect, it } from 'vitest';
import { roomOf } from '../../src/workspace/layout.js';

it.each([
  ['issues/translations/cy/yemen.md', { is: 'translation', lang: 'cy', item: 'yemen' }],
  ['issues/translations/zh-Hant/yemen.md', { is: 'translation', lang: 'zh-Hant', item: 'yemen' }],
  // Whose language is wrong is said by the reader, so it has to be read.
  ['issues/translations/2027-03-22/issue.md', { is: 'translation', lang: '2027-03-22', item: 'issue' }],
  ['issues/translations/yemen.md', { is: 'other' }],
  ['issues/translations/cy/human-rights/yemen.md', { is: 'other' }],
  ['issues/translations/cy/yemen.yaml', { is: 'other' }],
  ['issues/items/human-rights/yemen.md', { is: 'item' }],
  ['issues/items/translations/cy/yemen.md', { is: 'item' }],
  ['issues/weekly/2027-03-22/approvals/ada.yaml', { is: 'approval', publication: 'weekly', date: '2027-03-22' }],
  ['issues/weekly/2027-03-22/approvals/old/ada.yaml', { is: 'other' }],
  ['issues/items/x/approvals/ada.md', { is: 'item' }],
])('%s is %o', (path, room) => {
  expect(roomOf(path)).toEqual(room);
});
