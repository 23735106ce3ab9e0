import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Found } from '../../src/importing/found.js';
import { wordsOf } from '../../src/importing/mdast-words.js';
import { readText } from '../../src/importing/readers/read-text.js';

const read = (text: string) => readText({ bytes: new TextEncoder().encode(text), name: 'notes.txt' });
const shapes = ({ body }: Found) =>
  body.children.map((node) =>
    node.type === 'list' ? `${node.ordered ? 'numbers' : 'bullets'} ${node.children.length}` : node.type,
  );

describe('a text of several things', () => {
  it('is split at its headings, where paragraphs have empty lines between them', async () => {
    const { found } = await read(`Stand with the teachers of Peru

Their union was searched by police in the night of 3 March. Lawyers were not let in.

We ask for three things:

  1. that they are set free
  2. that the papers are given back

Sign the call

A night of films

Come and see two films about schools in the Andes.`);
    expect(found.map(({ title, at }) => [title, at])).toEqual([
      ['Stand with the teachers of Peru', 'line 1'],
      ['A night of films', 'line 12'],
    ]);
    expect(found.map(shapes)).toEqual([['paragraph', 'paragraph', 'numbers 2', 'paragraph'], ['paragraph']]);
  });

  it('is split at its headings, where every paragraph is one line and nothing is between them', async () => {
    const { found } = await read(`Finding allies
Talk to whoever runs the library before you plan anything else this term.
- the pupils’ council
- parents
Money
A collection after the meeting pays for the hall.`);
    expect(found.map(({ title }) => title)).toEqual(['Finding allies', 'Money']);
    expect(found.map(shapes)).toEqual([['paragraph', 'bullets 2'], ['paragraph']]);
  });

  it('may be Markdown, split at its highest headings', async () => {
    const { found } = await read(
      '# News\n\n## Peru\n\nSee [them](https://www.example.org/p).\n\n### More\n\nText.\n\n## Chile\n\n<b>Bold</b> words.\n',
    );
    expect(found.map(({ title }) => title)).toEqual(['Peru', 'Chile']);
    expect(found.map(shapes)).toEqual([['paragraph', 'heading', 'paragraph'], ['paragraph']]);
    expect(JSON.stringify(found)).not.toContain('"html"');
  });

  it('has its signatures, updates and cut ends told apart from its words', async () => {
    const { found } = await read(`Statement on the closed schools

[Update 04/03/2027] The schools of the north are open again. We stand with those who are not paid.

Ada Lovelace & Grace Hopper
Joint General Secretaries

A vote in Lima

They voted last week, by a large majority, to goContinue reading “A vote in Lima”`);
    expect(found[0]).toMatchObject({
      signatories: [
        { name: 'Ada Lovelace', role: 'Joint General Secretaries' },
        { name: 'Grace Hopper', role: 'Joint General Secretaries' },
      ],
      updates: [{ on: '2027-03-04', text: 'The schools of the north are open again.' }],
    });
    expect(found[1]).toMatchObject({ title: 'A vote in Lima', isExcerpt: true });
    expect(JSON.stringify(found)).not.toContain('Continue reading');
  });

  it.each([
    ['an address in brackets', '(see https://www.example.org/a_(b)).', 'https://www.example.org/a_(b)'],
    ['one without https', 'www.example.org/x, and more', 'https://www.example.org/x'],
    ['one at the end', 'Sign at https://www.example.org/?a=b.', 'https://www.example.org/?a=b'],
  ])('has addresses as links: %s', async (_, text, url) => {
    const { found } = await read(text);
    expect(JSON.stringify(found)).toContain(`"url":${JSON.stringify(url)}`);
  });

  it('loses no line, whatever it is', async () => {
    const line = fc.oneof(
      fc.constantFrom(
        '',
        '-',
        '|',
        '- one',
        '2. two',
        'A heading',
        'Ada Lovelace',
        'President',
        '[Update 99/99/2027] X.',
        'A sentence, which goes on for a while and ends.',
      ),
      fc.string({ maxLength: 60 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 20 }), async (lines) => {
        const text = lines.filter((one) => !/^\s*#|Continue reading|Read more|\[\.\.\.\]|…/.test(one)).join('\n');
        fc.pre(text.trim() !== '');
        const { found, skipped } = await read(text);
        const kept = bare(
          found
            .map(
              (one) =>
                `${one.title ?? ''} ${wordsOf(one.body)} ${(one.signatories ?? []).map(({ name, role, organisation }) => `${name}${role ?? ''}${organisation ?? ''}`).join('')}`,
            )
            .concat(skipped.map(({ title }) => title ?? ''))
            .join(''),
        );
        for (const word of text.match(/\p{L}{3,}/gu) ?? [])
          if (!/^signed|^by$/i.test(word)) expect(kept).toContain(word);
      }),
    );
  });
});

function bare(text: string): string {
  return text.replace(/\s+/g, '');
}
