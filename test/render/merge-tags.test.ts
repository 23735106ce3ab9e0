import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { declaredFields, fieldsIn, mergeTags, unknownTags, withFallbacks } from '../../src/render/merge-tags.js';

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
