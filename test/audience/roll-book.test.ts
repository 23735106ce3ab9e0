import { describe, expect, it } from 'vitest';
import type { Recipient } from '../../src/audience/recipients.js';
import { rollBook } from '../../src/audience/roll-book.js';

const wales = { nations: 'wales' };
const england = { nations: 'england' };

const recipient = (
  row: number,
  facets: Recipient['facets'],
  fields: string[],
  address = 'a@example.org',
): Recipient => ({
  row,
  address,
  key: address,
  person: '',
  facets,
  fields,
});

const editions = [
  { id: 'wales', needed: ['district'] },
  { id: 'scotland', needed: [] },
  { id: 'everyone-else', needed: [] },
];

describe('a roll book', () => {
  it('counts who reads which edition, also those that nobody reads', () => {
    const asked: unknown[] = [];
    const book = rollBook(['first_name', 'district'], editions, (reader) => {
      asked.push(reader);
      return reader.nations === 'wales' ? 'wales' : 'everyone-else';
    });
    expect([2, 3, 4].map((row) => book.enter(recipient(row, row === 3 ? england : wales, ['Jo', 'Leeds'])))).toEqual([
      'wales',
      'everyone-else',
      'wales',
    ]);
    expect(book.editions()).toEqual({ wales: 2, scotland: 0, 'everyone-else': 1 });
    expect(asked).toEqual([wales, england]);
  });

  it('knows who has nothing for a field that her own edition prints without a fallback', () => {
    const book = rollBook(['first_name', 'district'], editions, (reader) =>
      reader.nations === 'wales' ? 'wales' : 'everyone-else',
    );
    book.enter(recipient(2, wales, ['', 'Gwent']));
    book.enter(recipient(3, wales, ['Jo', '']));
    book.enter(recipient(4, england, ['Al', '']));
    expect([...book.blank()]).toEqual([['district', { count: 1, firstRows: [3] }]]);
  });

  it('tells addresses at which somebody can be from others', () => {
    const book = rollBook([], editions, () => 'scotland');
    book.enter(recipient(2, {}, []));
    book.enter(recipient(3, {}, [], 'jo@union.org.uk'));
    expect(book.reserved()).toEqual({ count: 1, firstRows: [2] });
    expect(book.real()).toEqual({ count: 1, firstRows: [3] });
  });
});
