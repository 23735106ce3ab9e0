import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readItem } from '../../src/content/read-item.js';
import { datesIn } from '../../src/importing/dates-in-words.js';
import { type DraftSettings, draftOf } from '../../src/importing/draft.js';
import { twinFinder } from '../../src/importing/likeness.js';
import { readText } from '../../src/importing/readers/read-text.js';
import { itemFile } from '../../src/scaffold/item-file.js';
import { settings } from './settings.js';

async function drafted(text: string, more: Partial<DraftSettings> = {}, found: object = {}) {
  const { found: all } = await readText({ bytes: new TextEncoder().encode(text), name: 'notes.txt' });
  const [first] = all;
  if (!first) throw new Error('Nothing was found.');
  return draftOf({ ...first, ...found }, { ...settings, ...more });
}

describe('a draft', () => {
  it.each<[string, string, object]>([
    [
      'a petition with a link',
      'Peru\n\nSign the petition: https://www.example.org/petition by 26 March 2027 at 5pm.',
      {
        kind: 'action',
        country: 'PE',
        deadline: '2027-03-26T17:00',
        actions: [{ do: 'sign', label: 'Add your name', url: 'https://www.example.org/petition' }],
      },
    ],
    ['one without', 'Peru\n\nSign the petition of their union today.', { kind: 'news' }],
    [
      'an event',
      'Film screening in Leeds\n\nOn 10 April 2027 at 6.30pm we show two films.',
      { kind: 'event', event: { starts: '2027-04-10T18:30' } },
    ],
    [
      'a call to apply',
      'Delegation to Cuba\n\nApply by 1 May 2027.',
      { kind: 'opportunity', campaign: 'cuba', country: 'CU', deadline: '2027-05-01' },
    ],
    ['a guide', 'A guide to assemblies\n\nTen pages for form tutors.', { kind: 'resource' }],
    ['two countries', 'News\n\nTeachers in Peru and Cuba met.', { kind: 'news', country: undefined }],
  ])('guesses what it is: %s', async (_, text, wanted) => {
    const { draft, remarks, guessed } = await drafted(text);
    expect(draft).toMatchObject(wanted);
    expect(draft.draft).toBe(true);
    expect(remarks.kind).toContain('Check it.');
    for (const name of guessed) expect(remarks[name]).toMatch(/Guessed|Check it/);
  });

  it('has the beginning of others’ text, and the way to the rest', async () => {
    const long = `${'A sentence of just seven words here. '.repeat(30)}`;
    const { draft, remarks } = await drafted(
      `Peru\n\n${long}\n\nMore.`,
      { isWhole: false },
      { url: 'https://partner.example.org/p', by: 'Partner', licence: 'CC BY 4.0' },
    );
    expect(draft.body.split(/\s+/).length).toBeLessThanOrEqual(60);
    expect(draft.actions).toEqual([{ do: 'read', label: 'Read all of it', url: 'https://partner.example.org/p' }]);
    expect(draft.partner).toEqual({ name: 'Partner', url: 'https://partner.example.org/p', licence: 'CC BY 4.0' });
    for (const words of ['17 March 2027', 'notes.txt', 'Licence: CC BY 4.0', 'somebody else’s'])
      expect(remarks.top).toContain(words);
  });

  it('can be read as an item, whatever it is made of', async () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom(
        'Sign the petition',
        'https://www.example.org/petition',
        'on 10 April 2027 at 6pm',
        'webinar',
        'Statement',
        'Ada Lovelace\nPresident',
        '---',
        '# x',
        'title: x',
        '[[first_name|you]]',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 8 }), fc.boolean(), async (pieces, isWhole) => {
        fc.pre(pieces.join('').trim() !== '');
        const { found } = await readText({ bytes: new TextEncoder().encode(pieces.join('\n\n')), name: 'x.txt' });
        for (const one of found) {
          const { draft, remarks } = draftOf(one, { ...settings, isWhole });
          const text = itemFile('issues/items/drafts/x.md', draft, remarks);
          const { value, findings } = readItem({ path: 'issues/items/drafts/x.md', text });
          expect(findings).toEqual([]);
          expect(value?.draft).toBe(true);
        }
      }),
    );
  });
});

describe('a text of a megabyte', () => {
  it.each([
    ['of dates', '26 March 2027 at 5pm '],
    ['of blanks', `a${' '.repeat(400_000)}b `],
    ['of headings', 'Heading\n\n'],
    ['of names', 'Ada Lovelace and '],
    ['of addresses', 'https://a.example/((((((( '],
    ['of one word', 'a'],
    ['of bullets', '- x\n'],
    ['of updates', '[Update 01/01/2027] '],
  ])('is a draft, or refused, in seconds: %s', async (_, piece) => {
    const started = performance.now();
    const text = piece.repeat(Math.floor((1 << 20) / piece.length));
    const { found } = await readText({ bytes: new TextEncoder().encode(text), name: 'x.txt' });
    for (const one of found.slice(0, 3)) draftOf(one, { ...settings, isWhole: false });
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe('dates in words', () => {
  it.each([
    ['by Friday 26th March 2027, at noon', ['2027-03-26']],
    ['26 March 2027 at 5.30pm', ['2027-03-26T17:30']],
    ['2027-03-26 12:00', ['2027-03-26T12:00']],
    ['03/04/2027 and 1 Sept 2027', ['2027-04-03', '2027-09-01']],
    ['31 February 2027, 26 March', []],
    ['1 May 2027 12am', ['2027-05-01T00:00']],
  ])('%s', (text, times) => {
    expect(datesIn(text).map(({ time }) => time)).toEqual(times);
  });
});

describe('what the pool has already', () => {
  const words = 'The police searched the offices of the teachers’ union in Lima on Monday night and took papers away.';
  const pool = [
    { id: 'peru', title: 'Peru: the union was searched', text: words, urls: ['https://www.example.org/peru/'] },
  ];
  it.each([
    ['the same page', 'Other', 'Other words', 'http://example.org/peru#top', { id: 'peru', isSame: true }],
    ['the same title', 'Peru – the union was searched!', 'Other words', undefined, { id: 'peru', isSame: false }],
    ['the same words', 'Lima', `${words} It went on.`, undefined, { id: 'peru', isSame: false }],
    ['the same title and words', 'Peru: the union was searched', words, undefined, { id: 'peru', isSame: true }],
    [
      'something else',
      'Chile',
      'Teachers there have won a rise of five per cent after a strike of six weeks.',
      'https://www.example.org/chile',
      undefined,
    ],
  ] as const)('%s', (_, title, text, url, twin) => {
    expect(twinFinder(pool)(title, text, url)).toEqual(twin && expect.objectContaining(twin));
  });
});
