import { describe, expect, it } from 'vitest';
import { withItems } from '../../src/content/kept-choices.js';
import { parseMarkdown } from '../../src/content/markdown.js';
import { readChoices } from '../../src/content/read-choices.js';
import { told } from './told.js';

const path = 'issues/weekly/2027-03-22/issue.md';
const bilingual = `---
lang: en
translations:
  cy:
    subject: Wythnos o afalau
    intro: |
      Bore da.

      Mae <b>un</b> peth.
---
Good morning.
`;
const read = (text: string) => readChoices('weekly', '2027-03-22', { path, text });

describe('an issue in two languages', () => {
  it('has its words in both, with their places', () => {
    const { value, findings } = read(bilingual);
    expect(told(findings)).toEqual([]);
    expect(value).toMatchObject({
      lang: 'en',
      intro: { text: 'Good morning.\n' },
      translations: {
        cy: {
          subject: 'Wythnos o afalau',
          intro: { text: 'Bore da.\n\nMae <b>un</b> peth.\n', place: { file: path, line: 7, column: 7 }, indent: 6 },
        },
      },
    });
    const intro = value?.translations.cy?.intro;
    expect(intro && parseMarkdown(intro).findings[0]?.place).toEqual({ file: path, line: 9, column: 11 });
  });

  it('keeps them when its list of items is written into it', () => {
    const kept = read(withItems({ path, text: bilingual }, ['one'])).value;
    expect(kept).toMatchObject({ items: ['one'], translations: read(bilingual).value?.translations as object });
  });

  it('has none if it says none', () => {
    expect(read('---\nsubject: A week\n---\n').value?.translations).toEqual({});
  });

  it.each([
    ['lang: English', '2:7 This is not a language code. Write it like en, cy or zh-Hant.'],
    ['translations: { cymraeg: {} }', '2:17 “cymraeg”: This is not a language code. Write it like en, cy or zh-Hant.'],
    [
      'translations: { cy: { title: W } }',
      '2:23 There is no setting called “title” here. There is: subject, preheader, intro.',
    ],
    ['translations: { cy: { intro: "" } }', '2:30 This is empty.'],
  ])('%s is a finding', (settings, finding) => {
    expect(told(read(`---\n${settings}\n---\n`).findings)).toEqual([finding]);
  });
});
