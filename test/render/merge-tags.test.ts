import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  declaredFields,
  fieldsIn,
  filledHtml,
  filledText,
  mergeTags,
  unknownTags,
  withFallbacks,
  withFallbackText,
} from '../../src/render/merge-tags.js';

const fields = [{ name: 'first_name', fallback: 'friend' }, { name: 'branch' }];
const declared = declaredFields({ fields });

describe('merge tags', () => {
  it.each([
    ['Dear [[first_name]],', [{ name: 'first_name', index: 5, text: '[[first_name]]' }]],
    [
      '[[first_name|dear friend]]',
      [{ name: 'first_name', fallback: 'dear friend', index: 0, text: '[[first_name|dear friend]]' }],
    ],
    ['[[a|]]', [{ name: 'a', fallback: '', index: 0, text: '[[a|]]' }]],
    ['[[[a]]]', [{ name: 'a', index: 1, text: '[[a]]' }]],
  ])('reads %j', (text, tags) => {
    expect(mergeTags(text)).toEqual(tags);
  });

  it.each([
    '[first_name]',
    '[[First]]',
    '[[1st]]',
    '[[a b]]',
    '[[a|b|c]]',
    '[[]]',
    '{{first_name}}',
    '[[a',
    '[[a|[b]]]',
  ])('leaves %j as typed', (text) => {
    expect(mergeTags(text)).toEqual([]);
    expect(
      withFallbacks(text, [
        { name: 'a', fallback: 'x' },
        { name: 'first_name', fallback: 'y' },
      ]),
    ).toBe(text);
  });

  it('counts the fields of the audience and those that mailout fills', () => {
    const texts = ['[[web_url]] [[first_name|x]]', '[[unsubscribe_url]] [[first_name]] [[surname]]'];
    expect(fieldsIn(texts, declared)).toEqual(['first_name', 'unsubscribe_url', 'web_url']);
    expect(texts.flatMap((text) => unknownTags(text, declared)).map(({ name }) => name)).toEqual(['surname']);
  });

  it('gives a tag the declared fallback unless it has its own', () => {
    expect(withFallbacks('[[first_name]] [[first_name|you]] [[first_name|]] [[branch]] [[other]]', fields)).toBe(
      '[[first_name|friend]] [[first_name|you]] [[first_name|]] [[branch]] [[other]]',
    );
  });

  it('takes a declared fallback literally', () => {
    expect(withFallbacks('[[a]]', [{ name: 'a', fallback: "$& $1 $'" }])).toBe("[[a|$& $1 $']]");
  });

  it('writes the declared fallback in the form of the text', () => {
    const escaped = (text: string) => text.replaceAll('&', '&amp;');
    expect(withFallbacks('R&D [[a]]', [{ name: 'a', fallback: 'B&B' }], escaped)).toBe('R&D [[a|B&amp;B]]');
  });

  it('changes no text without tags, and is done once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('[[', ']]', 'first_name', '|', 'x', ' ')).map((parts) => parts.join('')),
        (text) => {
          const once = withFallbacks(text, fields);
          expect(withFallbacks(once, fields)).toBe(once);
          if (mergeTags(text).length === 0) expect(once).toBe(text);
        },
      ),
    );
  });
});

describe('a text for somebody about whom nothing is known', () => {
  it.each([
    ['Dear [[first_name]]', 'Dear friend'],
    ['Dear [[first_name|colleague]]', 'Dear colleague'],
    ['Dear [[first_name|]]!', 'Dear !'],
    ['[[branch]] news', ' news'],
    ['Dear [[surname]] [[surname|you]]', 'Dear [[surname]] you'],
  ])('%j is %j', (text, seen) => {
    expect(withFallbackText(text, fields)).toBe(seen);
  });
});

describe('a text for one reader', () => {
  const html = (text: string, values = {}) => filledHtml(text, values, declared);
  const plain = (text: string, values = {}) => filledText(text, values, declared);
  const address = 'https://x.example/?a=1&b=2';

  it.each([
    [
      'her value, as text',
      'Dear [[first_name|friend]]',
      { first_name: 'Siân & Co <x>' },
      'Dear Siân &amp; Co &lt;x&gt;',
    ],
    ['the fallback, which is escaped already', '[[first_name|A &amp; B]]', {}, 'A &amp; B'],
    ['the fallback for what is blank', '[[first_name|friend]]', { first_name: '  ' }, 'friend'],
    ['nothing where there is no fallback', '[[branch]].', {}, '.'],
    ['what is no field of hers as typed', '[[surname|x]] [[a b]]', { surname: 'Jones' }, '[[surname|x]] [[a b]]'],
    ['nothing that a value only inherits', '[[constructor|x]]', {}, '[[constructor|x]]'],
    [
      'a part of an address as one',
      '<a href="https://y.example/?n=[[first_name|A &amp; B]]">x</a>',
      { first_name: 'Siân & Co/x"' },
      '<a href="https://y.example/?n=Si%C3%A2n%20%26%20Co%2Fx%22">x</a>',
    ],
    [
      'the fallback in an address as a part of one, too',
      '<a href="https://y.example/?n=[[first_name|A &amp; B]]">x</a>',
      {},
      '<a href="https://y.example/?n=A%20%26%20B">x</a>',
    ],
    [
      'a whole address as it is',
      '<a href="[[unsubscribe_url]]">x</a>',
      { unsubscribe_url: address },
      '<a href="https://x.example/?a=1&amp;b=2">x</a>',
    ],
  ])('in HTML has %s', (_, text, values, filled) => {
    expect(html(text, values)).toBe(filled);
  });

  it.each([
    ['her value on one line', 'Dear [[first_name|friend]]', { first_name: 'Siân\r\nBcc: x' }, 'Dear Siân Bcc: x'],
    ['the fallback', 'Dear [[first_name|friend]] & co', {}, 'Dear friend & co'],
    [
      'a part of an address as one',
      'https://y.example/?n=[[first_name]]',
      { first_name: 'A & B' },
      'https://y.example/?n=A%20%26%20B',
    ],
    ['a whole address as it is', 'Read:\n[[web_url]]\n', { web_url: address }, `Read:\n${address}\n`],
    [
      'words after an address as words',
      'https://y.example [[first_name]]',
      { first_name: 'A & B' },
      'https://y.example A & B',
    ],
  ])('in plain text has %s', (_, text, values, filled) => {
    expect(plain(text, values)).toBe(filled);
  });

  it('is never changed by a value in anything but its words', () => {
    const value = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('"><script>', '$&', '[[branch]]', '&amp;', "' onclick=", '%', '\u2028', ']]'),
    );
    const text = '<p title="x">Dear [[first_name]]</p><a href="https://y.example/?n=[[branch]]&amp;m=2">[[branch]]</a>';
    fc.assert(
      fc.property(value, value, (first_name, branch) => {
        const filled = html(text, { first_name, branch });
        expect(filled.replace(/>[^<]*</g, '><').replace(/n=[^&"]*/, 'n=')).toBe(
          '<p title="x"></p><a href="https://y.example/?n=&amp;m=2"></a>',
        );
        const [, query = ''] = /n=([^&"]*)/.exec(filled) ?? [];
        expect(decodeURIComponent(query)).toBe(branch.trim());
      }),
    );
  });
});
