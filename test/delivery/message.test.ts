import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LetterParts, unsubscribeHeaders, valuesOf, wordsFor } from '../../src/delivery/message.js';
import { Fault } from '../../src/model/fault.js';
import { type FieldValues, slotValue } from '../../src/model/merge-slots.js';
import { byLink, edition, reader, sampleLetter } from './transports/sample.js';

function wordsOf(values: FieldValues, change: Partial<LetterParts> = {}) {
  const letter = sampleLetter(change);
  return wordsFor(letter, (slot) => slotValue(slot, valuesOf(letter, reader(1, values))));
}

describe('the words of a letter', () => {
  it('have a reader’s values in the places of tags, each as it must be written there', () => {
    const { subject, text, html } = wordsOf({ first_name: 'Ada & Bo', branch: 'Hull <1>' });
    expect(subject).toBe('News for Ada & Bo');
    expect(text).toContain('Dear Ada & Bo of Hull <1>,');
    expect(text).toContain('https://union.example/?b=Hull%20%3C1%3E\n');
    expect(text).toContain('Unsubscribe: https://union.example/unsubscribe?r=token_1-AbC&l=news\n');
    expect(html).toContain('Dear Ada &amp; Bo of Hull &lt;1&gt;');
    expect(html).toContain('<a href="https://union.example/unsubscribe?r=token_1-AbC&amp;l=news">');
  });

  it('have the fallback where there is no value or a blank one', () => {
    for (const values of [{}, { first_name: '' }, { first_name: ' \t' }, { first_name: undefined }]) {
      expect(wordsOf(values).subject).toBe('News for friend');
    }
  });

  it('have what all readers share, and tags of no declared field stay as they are', () => {
    const shared = { web_url: 'https://union.example/a&b' };
    const own = { ...edition, text: 'See [[web_url|]] and [[other|]]', mergeFields: ['web_url'] };
    expect(wordsOf({ web_url: 'https://evil.example', other: 'x' }, { edition: own, shared }).text).toBe(
      'See https://union.example/a&b and [[other|]]',
    );
  });

  it('never have more lines in the subject than one, or another reader’s tags filled in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
        const { subject } = wordsOf({ first_name: name });
        expect(subject).not.toMatch(/[\r\n\u0085\u2028\u2029\p{Control}]/u);
        expect(subject).not.toMatch(/\p{Surrogate}/u);
      }),
    );
    expect(wordsOf({ first_name: '[[branch|x]]', branch: 'Hull' }).subject).toBe('News for [[branch|x]]');
  });

  it('have the reader’s own link to unsubscribe, whatever her values say', () => {
    expect(wordsOf({ unsubscribe_url: 'https://evil.example' }).text).not.toContain('evil');
  });
});

describe('the headers of a letter', () => {
  it('name the list (RFC 2919), quoted where its name has to be', () => {
    expect(sampleLetter().headers['List-Id']).toBe('Weekly news <weekly.union.example>');
    const list = { name: 'News, "weekly" (all) \\', id: 'weekly.union.example' };
    expect(sampleLetter({ list }).headers['List-Id']).toBe('"News, \\"weekly\\" (all) \\\\" <weekly.union.example>');
  });

  it('let a reader unsubscribe with one click (RFC 8058), by link first and by mail', () => {
    const token = 'a b/$&';
    expect(unsubscribeHeaders(sampleLetter(), { token })).toEqual({
      'List-Unsubscribe':
        '<https://union.example/unsubscribe?r=a%20b%2F%24%26&l=news>, <mailto:unsubscribe@union.example?subject=a%20b%2F%24%26>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
  });

  it('are the provider’s where its group unsubscribes: two would contradict one another', () => {
    expect(unsubscribeHeaders(sampleLetter({ unsubscribe: { by: 'group', group: 1 } }), reader(1))).toEqual({});
  });

  const sender = { name: 'The Union', address: 'news@union.example' };
  it.each<[string, Partial<LetterParts>, string]>([
    ['a line end in the subject', { edition: { ...edition, subject: 'A\r\nBcc: x@example.org' } }, 'delivery/subject'],
    ['a line end in the sender’s name', { sender: { ...sender, name: 'A\nB' } }, 'delivery/sender'],
    ['a comma in the sender’s name', { sender: { ...sender, name: 'Union, The' } }, 'delivery/sender'],
    ['no address of a sender', { sender: { ...sender, address: 'union' } }, 'delivery/sender'],
    ['an address in other letters', { sender: { ...sender, address: 'néws@union.example' } }, 'delivery/sender'],
    ['no address for replies', { sender: { ...sender, replyTo: 'a b@c.example' } }, 'delivery/sender'],
    ['a list that is no host', { list: { name: 'News', id: 'weekly' } }, 'delivery/list'],
    ['a list with a line end', { list: { name: 'News\r\nX: y', id: 'weekly.union.example' } }, 'delivery/list'],
    ['an id for complaints with a space', { feedbackId: 'a b' }, 'delivery/list'],
    ['a link without a token', { unsubscribe: { by: 'link', link: 'https://u.example/' } }, 'delivery/unsubscribe'],
    [
      'a link with two',
      { unsubscribe: { by: 'link', link: 'https://u.example/{token}{token}' } },
      'delivery/unsubscribe',
    ],
    ['a link without TLS', { unsubscribe: { by: 'link', link: 'http://u.example/{token}' } }, 'delivery/unsubscribe'],
    [
      'a link with a comma',
      { unsubscribe: { by: 'link', link: 'https://u.example/a,{token}' } },
      'delivery/unsubscribe',
    ],
    ['an address that is none', { unsubscribe: { ...byLink, mailto: 'u@union.example' } }, 'delivery/unsubscribe'],
  ])('cannot have %s', (_, change, code) => {
    let caught: unknown;
    try {
      sampleLetter(change);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(Fault);
    expect(caught).toMatchObject({ details: { code, exit: 2 } });
  });
});
