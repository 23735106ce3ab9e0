import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactBook } from '../../src/audience/contact-book.js';

const name = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes).toString('hex'));
/** Names that share all but their last digit, so that everything but a whole comparison takes them for one another. */
const twin = fc.integer({ min: 0, max: 15 }).map((digit) => `${'0'.repeat(31)}${digit.toString(16)}`);
const field = fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.replaceAll('\u0000', ''));
const contact = fc.record({
  person: fc.oneof(name, twin),
  address: fc.emailAddress(),
  fields: fc.array(field, { maxLength: 4 }),
});

describe('a book of contacts', () => {
  it('gives back what was put in, and of the same person the first', () => {
    fc.assert(
      fc.property(fc.array(contact, { maxLength: 60 }), fc.oneof(name, twin), (people, stranger) => {
        const book = contactBook();
        const first = new Map<string, unknown>();
        for (const { person, address, fields } of people) {
          book.add({ person, address, fields });
          if (!first.has(person)) first.set(person, { address, fields });
        }
        expect(book.size()).toBe(first.size);
        for (const [person, expected] of first) expect(book.find(person)).toEqual(expected);
        if (!first.has(stranger)) expect(book.find(stranger)).toBeUndefined();
      }),
    );
  });

  it('mixes nobody up when there are many', () => {
    const book = contactBook();
    const person = (index: number) => (index * 2654435761).toString(16).padStart(32, 'a');
    const people = Array.from({ length: 30_000 }, (_, index) => index);
    for (const index of people)
      book.add({ person: person(index), address: `p${index}@example.org`, fields: [`${index}`] });
    for (const index of people) {
      expect(book.find(person(index))).toEqual({ address: `p${index}@example.org`, fields: [`${index}`] });
    }
    expect(book.find('f'.repeat(32))).toBeUndefined();
  });

  it('takes a value that is longer than a page of its own', () => {
    const book = contactBook();
    const long = 'é'.repeat(1_000_000);
    book.add({ person: '1'.repeat(32), address: 'a@example.org', fields: [long, 'x'] });
    book.add({ person: '2'.repeat(32), address: 'b@example.org', fields: [] });
    expect(book.find('1'.repeat(32))?.fields).toEqual([long, 'x']);
    expect(book.find('2'.repeat(32))).toEqual({ address: 'b@example.org', fields: [] });
  });
});
