import type { DraftSettings } from '../../src/importing/draft.js';

/** What is said about an import in tests. */
export const settings: DraftSettings = {
  publications: ['weekly'],
  isWhole: true,
  material: 'notes.txt',
  kind: 'text',
  day: '17 March 2027',
  campaigns: [
    { id: 'cuba', names: ['Cuba'] },
    { id: 'pay', names: ['Fair pay'] },
  ],
  countries: [
    { id: 'PE', names: ['Peru'] },
    { id: 'CU', names: ['Cuba'] },
  ],
  cleanLink: (url) => url,
};
