import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import type { Block, CopyDocument, Inline } from '../../../src/render/copy/copy.js';
import { copyDocument } from '../../../src/render/copy/copy-document.js';
import { copyMarkdown } from '../../../src/render/copy/copy-markdown.js';
import { plain } from '../../../src/render/copy/word-count.js';
import { nodesOf } from '../../../src/render/tree.js';
import { brief, inputOf, issue, item, magazine, markdown, parse, placed, urgent } from './sample.js';

it('reads well as it is', () => {
  const strike = item('strike', {
    title: 'Teachers are out',
    country: 'MM',
    campaign: 'rights',
    summary: 'Why they strike, and what they ask of us.',
    body: 'They **left** the [schools](https://example.org/s).\n\n## What now\n\n1. Write\n2. Speak:\n   - here\n   - there\n\n> Enough.\n\n| Town | Schools |\n| - | -: |\n| Yangon | 900 |\n',
    actions: [{ do: 'sign', label: 'Sign the petition', url: 'https://example.org/p_1', deadline: '2021-03-26T17:00' }],
    image: { src: 'images/march.jpg', alt: 'A march', credit: 'Ann' },
    partner: { name: 'Education International', url: 'https://ei-ie.org' },
  });
  const of = issue(
    [
      { section: urgent, items: [placed(strike)] },
      {
        section: { ...brief, intro: 'Short news.' },
        items: [placed(item('grants', { title: 'Grants' }), { length: 'brief' })],
      },
    ],
    { intro: markdown('Welcome.') },
  );
  expect(copyMarkdown(copyDocument(inputOf(of)))).toBe(`# Educate: Mar/Apr 2021

Copy for print, Monday 1 March 2021. National Gardeners Union. Questions to <international@union.example>.

| Item                   | Standfirst | Body | Boxes | Total |
| ---------------------- | ---------: | ---: | ----: | ----: |
| Introduction           |          0 |    1 |     0 |     1 |
| Teachers are out       |          9 |   15 |    19 |    43 |
| In brief: introduction |          2 |    0 |     0 |     2 |
| Grants                 |          0 |    0 |     0 |     0 |
| Total                  |         11 |   16 |    19 |    46 |

## Introduction

Welcome.

## Take action

### Teachers are out

Myanmar · Human and Trade Union Rights

*43 words: standfirst 9, body 15, boxes 19*

**Why they strike, and what they ask of us.**

They **left** the [schools](https://example.org/s).

#### What now

1. Write
2. Speak:
   - here
   - there

> Enough.

| Town   | Schools |
| ------ | ------: |
| Yangon |     900 |

> **Take action**
>
> **Sign the petition:** <https://example.org/p_1>
>
> Closes Friday 26 March at 5pm

Picture: images/march.jpg\\
Caption: A march\\
Credit: Ann

**Partner:** Education International, <https://ei-ie.org>

## In brief

Short news.

### Grants

*0 words*
`);
});

describe('read again', () => {
  it('has the words and the links of the copy, in order', () => {
    const doc = copyDocument(inputOf(magazine));
    const tree = parse(copyMarkdown(doc));
    expect(wordsOf(tree)).toEqual(
      expect.arrayContaining(doc.sections.flatMap(({ items }) => items.map(({ headline }) => headline))),
    );
    for (const copy of doc.sections.flatMap(({ items }) => items)) {
      const expected = [...copy.body.flatMap(linesOf), ...copy.boxes.flatMap(({ lines }) => lines.map(plain))];
      expect(wordsOf(tree)).toEqual(expect.arrayContaining(expected.map(flat)));
    }
    expect(linksOf(tree)).toEqual(linksIn([doc.contact, doc.sections]));
  });

  it('has every heading at its level', () => {
    const tree = parse(copyMarkdown(copyDocument(inputOf(magazine))));
    const headings = [...nodesOf(tree)]
      .filter((node) => node.type === 'heading')
      .map((node) => `${node.depth} ${textOf(node)}`);
    expect(headings).toEqual([
      '1 Educate: Mar/Apr 2021',
      '2 Introduction',
      '2 Take action',
      '3 Stand with teachers in Myanmar',
      '4 What they ask',
      '4 Notes',
      '2 Around the world',
      '3 Cuba: sixty years after the literacy campaign',
      '3 Cefnogwch athrawon',
      '2 In brief',
      '3 New pack on migration',
      '3 Grants for twinning',
    ]);
  });

  it('says what was typed, whatever marks of Markdown are in it', () => {
    const marks = fc.constantFrom(
      '*',
      '_',
      '`',
      '#',
      '>',
      '-',
      '+',
      '1.',
      '[',
      ']',
      '(',
      ')',
      '<',
      '&amp;',
      '|',
      '~',
      '\\',
      '!',
      ':',
      '@',
      '&',
      '---',
      'https://x.example',
      'www.x.example',
      ' ',
      'a',
      '“',
      'é',
      '漢',
      '😀',
    );
    const text = fc.oneof(
      fc.array(marks, { minLength: 1, maxLength: 12 }).map((parts) => parts.join('')),
      fc.string({ unit: 'grapheme', minLength: 1 }),
    );
    fc.assert(
      fc.property(
        fc.array(
          text.map(flat).filter((each) => each !== ''),
          { minLength: 6, maxLength: 6 },
        ),
        (texts) => {
          const [headline = '', standfirst = '', body = '', label = '', cell = '', caption = ''] = texts;
          const doc = docOf(headline, standfirst, label, caption, [
            { kind: 'paragraph', inlines: [words(body)] },
            { kind: 'bullets', entries: [[{ kind: 'paragraph', inlines: [words(body)] }]] },
            { kind: 'quote', blocks: [{ kind: 'paragraph', inlines: [words(body)] }] },
            { kind: 'table', table: { align: [null], rows: [[[words(cell)]], [[words(cell)]]] } },
          ]);
          expect(wordsOf(parse(copyMarkdown(doc))).slice(-12)).toEqual(
            [
              headline,
              '7 words',
              standfirst,
              body,
              body,
              body,
              cell,
              cell,
              label,
              label,
              'Picture: x.jpg',
              `Caption: ${caption}`,
            ].map(flat),
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  it('keeps links and marks wherever they stand in a line', () => {
    const leaf = fc.stringMatching(/^[a-z*_ .()[\]<]{1,6}$/).map(words);
    const marked = (kind: 'strong' | 'em', inside: fc.Arbitrary<Inline>): fc.Arbitrary<Inline> =>
      fc.record({ kind: fc.constant(kind), inlines: fc.array(inside, { minLength: 1, maxLength: 3 }) });
    const link = fc.record({
      kind: fc.constant('link' as const),
      url: fc.webUrl({ withQueryParameters: true, withFragments: true }),
      inlines: fc.array(leaf, { minLength: 1, maxLength: 2 }),
    });
    const inline = fc.oneof(
      leaf,
      link,
      marked('strong', fc.oneof(leaf, link, marked('em', leaf))),
      marked('em', fc.oneof(leaf, link, marked('strong', leaf))),
    );
    fc.assert(
      fc.property(fc.array(inline, { minLength: 1, maxLength: 4 }), (inlines) => {
        fc.pre(flat(plain(inlines)) !== '');
        const line: Inline[] = [words('Line: '), ...inlines, words('.')];
        const tree = parse(copyMarkdown(docOf('H', 'S', 'L', 'C', [{ kind: 'paragraph', inlines: line }])));
        const paragraph = tree.children.find((node) => textOf(node).startsWith('Line:'));
        expect(paragraph && flat(textOf(paragraph))).toBe(flat(plain(line)));
        expect(paragraph && linksOf(paragraph)).toEqual(linksIn(line));
      }),
      { numRuns: 150 },
    );
  });
});

function docOf(
  headline: string,
  standfirst: string,
  label: string,
  caption: string,
  body: readonly Block[],
): CopyDocument {
  const none = { standfirst: 0, body: 0, boxes: 0, total: 0 };
  const box = { kind: 'action', heading: label, lines: [[words(label)]] } as const;
  return {
    publication: 'P',
    organisation: 'O',
    contact: [words('C')],
    label: 'L',
    date: '2021-03-01',
    dateInWords: 'D',
    lang: 'en',
    sections: [
      {
        heading: 'S',
        items: [
          {
            id: 'i',
            headline,
            standfirst,
            body,
            boxes: [box],
            picture: { file: 'x.jpg', caption },
            addresses: [],
            words: { ...none, total: 7 },
          },
        ],
      },
    ],
    totals: [],
    total: none,
    findings: [],
  };
}

function words(text: string): Inline {
  return { kind: 'text', text };
}

/** The lines of a tree: what each heading, paragraph and cell reads. */
function wordsOf(tree: Root): string[] {
  return [...nodesOf(tree)]
    .filter(
      (node) =>
        node.type === 'heading' || node.type === 'paragraph' || node.type === 'tableCell' || node.type === 'code',
    )
    .flatMap((node) => textOf(node).split('\n').map(flat));
}

function textOf(node: Nodes): string {
  return [...nodesOf(node)].map((each) => (each.type === 'break' ? '\n' : 'value' in each ? each.value : '')).join('');
}

function linksOf(tree: Nodes): string[] {
  return [...nodesOf(tree)].flatMap((node) => (node.type === 'link' ? [node.url] : []));
}

/** The addresses of all links in plain data, in order. */
function linksIn(data: unknown): string[] {
  if (typeof data !== 'object' || data === null) return [];
  if ('kind' in data && data.kind === 'link' && 'url' in data) return [String(data.url)];
  return Object.values(data).flatMap(linksIn);
}

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'crosshead':
      return [plain(block.inlines)];
    case 'bullets':
    case 'numbers':
      return block.entries.flat().flatMap(linesOf);
    case 'quote':
      return block.blocks.flatMap(linesOf);
    case 'table':
      return block.table.rows.flat().map(plain);
    case 'picture':
      return [`Picture: ${block.picture.file}`];
    default:
      return [];
  }
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
