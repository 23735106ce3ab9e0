import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editIn, isApart, matchesIn, type Passage, placeIn } from '../../src/check/passage.js';
import { itemFile, writing } from './subjects.js';

/** The passage that has some words, and the offset at which they begin in it. */
function find(text: string, words: string): { readonly passage: Passage; readonly at: number } {
  for (const passage of writing(text).passages) {
    const at = passage.text.indexOf(words);
    if (at !== -1) return { passage, at };
  }
  throw new Error(`No passage has “${words}”.`);
}

function placeOfWords(text: string, words: string): string {
  const { passage, at } = find(text, words);
  const { line, column } = placeIn(passage, at);
  return `${line}:${column}`;
}

/** The line and column at which words stand in a file. */
function writtenAt(text: string, words: string): string {
  const before = text.slice(0, text.indexOf(words)).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

describe('words lead back to where they were written', () => {
  const places: readonly (readonly [name: string, text: string, words: string])[] = [
    ['a paragraph', itemFile('', 'One line.\nAnother line with bananas in it.'), 'bananas'],
    ['behind bold, in the same paragraph', itemFile('', 'Some **bold words** and then bananas.'), 'bananas'],
    ['inside the words of a link', itemFile('', 'Read [about bananas](https://example.org) now.'), 'bananas'],
    ['a list', itemFile('', '- apples\n- pears and\n  bananas'), 'bananas'],
    ['a quote over two lines', itemFile('', '> first line\n> and bananas'), 'bananas'],
    ['a cell of a table', itemFile('', '| a | b |\n|---|---|\n| c | bananas |'), 'bananas'],
    ['behind an escape', itemFile('', 'Twice 3 \\* 4 bananas'), 'bananas'],
    ['a setting', itemFile('summary: Members eat bananas'), 'bananas'],
    ['a setting in quotes', itemFile('summary: "Members: they eat bananas"'), 'bananas'],
    ['a folded setting', itemFile('summary: >-\n  Members of the\n  union eat bananas'), 'bananas'],
    ['a literal setting', itemFile('wording: |\n  First.\n\n  Then bananas.'), 'bananas'],
    ['a plain setting over two lines', itemFile('summary: Members of the\n  union eat bananas'), 'bananas'],
    [
      'a body of a version',
      itemFile('versions:\n  weekly:\n    body: |\n      First.\n\n      Some bananas.'),
      'bananas',
    ],
    [
      'the label of an action',
      itemFile('actions: [{ do: read, label: About bananas, url: https://example.org }]'),
      'bananas',
    ],
  ];
  it.each(places)('in %s', (_name, text, words) => {
    expect(placeOfWords(text, words)).toBe(writtenAt(text, words));
  });

  it('whatever stands around them', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const piece = fc.oneof(
      word,
      word.map((one) => `**${one}**`),
      word.map((one) => `[${one}](https://example.org/${one})`),
      word.map((one) => `*${one}*,`),
      fc.constant('\\*'),
      fc.constant('&amp;'),
      fc.constant('“é”'),
    );
    const line = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(' '));
    const lines = fc.array(line, { minLength: 1, maxLength: 4 });
    const block = fc.oneof(
      lines.map((all) => all.join('\n')),
      lines.map((all) => all.map((one) => `- ${one}`).join('\n')),
      lines.map((all) => all.map((one) => `> ${one}`).join('\n')),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 3 }), fc.array(block, { maxLength: 3 }), line, (before, after, own) => {
        const text = itemFile('', [...before, `${own} zqxjk ${own}`, ...after].join('\n\n'));
        expect(placeOfWords(text, 'zqxjk')).toBe(writtenAt(text, 'zqxjk'));
        const { passage, at } = find(text, 'zqxjk');
        const edit = editIn(passage, { from: at, to: at + 5 }, 'mended');
        expect(edit && text.slice(0, edit.start) + edit.text + text.slice(edit.end)).toBe(
          text.replace('zqxjk', 'mended'),
        );
      }),
    );
  });
});

it('an edit is refused where the words were not written in one piece', () => {
  const { passage, at } = find(itemFile('', 'fish **and** chips'), 'fish and chips');
  expect(editIn(passage, { from: at, to: at + 14 }, 'peas')).toBeUndefined();
});

describe('what is no prose is passed over', () => {
  const apart: readonly (readonly [name: string, body: string])[] = [
    ['code', 'Type `bananas` here.'],
    ['an address shown as it is', 'See https://example.org/bananas for more.'],
    ['an address of mail', 'Write to bananas@example.org for more.'],
    ['a merge tag', 'Dear [[bananas|friend]], welcome.'],
    ['words in another language', 'The union [bananas](lang:tr) said so.'],
  ];
  it.each(apart)('%s', (_name, body) => {
    const { passage, at } = find(itemFile('', body), 'bananas');
    expect(isApart(passage, { from: at, to: at + 7 })).toBe(true);
    expect([...matchesIn(passage, /bananas/g)]).toEqual([]);
  });

  it('and nothing else', () => {
    const { passage } = find(itemFile('', 'Some bananas and `code`.'), 'bananas');
    expect([...matchesIn(passage, /bananas/g)]).toHaveLength(1);
  });
});

describe('links are found where they stand', () => {
  it('in running text, in actions, in settings and as references', () => {
    const text = itemFile(
      'actions: [{ do: sign, label: Sign it, url: https://example.org/sign }]\npartner: { name: CSC, url: "https://csc.example.org" }',
      'See [the report](https://example.org/report) and [a page][1].\n\n[1]: https://example.org/page',
    );
    const found = writing(text).links.map(({ url, text: words, place, range }) => [
      url,
      words,
      `${place.line}:${place.column}`,
      range && text.slice(range.from, range.to),
    ]);
    expect(found).toEqual([
      ['https://example.org/sign', 'Sign it', writtenAt(text, 'https://example.org/sign'), 'https://example.org/sign'],
      ['https://csc.example.org', 'CSC', writtenAt(text, 'https://csc'), 'https://csc.example.org'],
      [
        'https://example.org/report',
        'the report',
        writtenAt(text, 'https://example.org/report'),
        'https://example.org/report',
      ],
      ['https://example.org/page', 'a page', writtenAt(text, 'https://example.org/page'), 'https://example.org/page'],
    ]);
  });
});
