import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Length } from '../../../src/model/publication.js';
import type { Block, Box, CopyDocument, CopyItem, Inline } from '../../../src/render/copy/copy.js';
import { type CopyInput, copyDocument } from '../../../src/render/copy/copy-document.js';
import { plain } from '../../../src/render/copy/word-count.js';
import { inputOf, issue, item, magazine, markdown, placed, world } from './sample.js';

type Given = NonNullable<Parameters<typeof item>[1]>;

describe('an item', () => {
  test.each<[Length, { standfirst?: string; body: string[]; boxes: string[]; picture: boolean; partner: boolean }]>([
    [
      'full',
      {
        standfirst: 'Teachers are out.',
        body: ['On Monday they left the schools.', 'Nobody came back.'],
        boxes: ['action', 'update', 'outcome', 'pull-quote', 'signatories'],
        picture: true,
        partner: true,
      },
    ],
    ['summary', { body: ['Teachers are out.'], boxes: ['action', 'update', 'outcome'], picture: true, partner: true }],
    ['brief', { body: [], boxes: ['action'], picture: false, partner: false }],
  ])('at %s length', (length, expected) => {
    const copy = one(strike, { length });
    expect({
      ...(copy.standfirst ? { standfirst: copy.standfirst } : {}),
      body: copy.body.map(reads),
      boxes: copy.boxes.map(({ kind }) => kind),
      picture: copy.picture !== undefined,
      partner: copy.partner !== undefined,
    }).toEqual(expected);
  });

  it('without a summary gives its first paragraph at summary length, links and all', () => {
    const copy = one(
      { body: '## First\n\nThey [left][1].\n\nNobody came.\n\n[1]: https://example.org\n' },
      { length: 'summary' },
    );
    expect(copy.body.map(reads)).toEqual(['They left.']);
    expect(copy.addresses).toEqual([{ words: 'left', url: 'https://example.org' }]);
  });

  test.each([
    ['repeats how the body begins', 'They left the schools.', undefined],
    ['was cut from the body', 'They left the …', undefined],
    ['says something of its own', 'A strike.', 'A strike.'],
  ])('has a standfirst only if its summary is new: it %s', (_, summary, standfirst) => {
    expect(one({ summary, body: 'They *left* the\nschools. Nobody came.' }).standfirst).toBe(standfirst);
  });

  test.each<[Given, string | undefined]>([
    [{ country: 'MM', campaign: 'rights' }, 'Myanmar · Human and Trade Union Rights'],
    [{ country: 'YE' }, 'Yemen'],
    [{ country: 'CU', campaign: 'cuba' }, 'Cuba'],
    [{ country: 'ZZ', campaign: 'unheard-of' }, undefined],
    [{}, undefined],
  ])('has a kicker of country and campaign: %j', (given, kicker) => {
    expect(one(given).kicker).toBe(kicker);
  });

  test.each([
    ['cy', 'cy'],
    ['en-GB', undefined],
    ['en', undefined],
  ])('in %s names its language only where it is another: %s', (lang, expected) => {
    expect(one({ lang }).lang).toBe(expected);
  });

  it('whose body was not parsed is a bug of the caller', () => {
    const of = issue([{ section: world, items: [placed(item('lost'))] }]);
    expect(() => copyDocument(inputOf(of, { bodies: new Map() }))).toThrow(/lost/);
  });
});

describe('the body', () => {
  const blocksOf = (body: string): readonly Block[] => one({ body }).body;

  it('has pictures out of their lines, with caption and credit', () => {
    expect(blocksOf('Before ![A banner](b.jpg "Ann") after.\n\n![Alone](https://example.org/c.jpg)')).toEqual([
      { kind: 'paragraph', inlines: [words('Before '), words(' after.')] },
      { kind: 'picture', picture: { file: 'b.jpg', caption: 'A banner', credit: 'Ann' } },
      { kind: 'picture', picture: { file: 'https://example.org/c.jpg', caption: 'Alone' } },
    ]);
  });

  it('has crossheads of one level, numbers from their start, and task boxes', () => {
    expect(blocksOf('# A\n\n#### B\n\n7. one\n8. two\n\n- [x] done\n- [ ] open\n').map(reads)).toEqual([
      'crosshead A',
      'crosshead B',
      '7: one | two',
      '•: ☑ done | ☐ open',
    ]);
  });

  it('has footnotes at its end, numbered by first mention', () => {
    const body = 'One.[^b] Two.[^a] Again.[^b]\n\n[^a]: Second note.\n[^b]: First note.\n[^c]: Never cited.\n';
    expect(blocksOf(body).map(reads)).toEqual([
      'One.[1] Two.[2] Again.[1]',
      'crosshead Notes',
      '1: First note. | Second note.',
    ]);
  });

  it('keeps the address of a link whose words are a picture, and the words of one that cannot be opened', () => {
    expect(blocksOf('[![Alt](p.png)](https://example.org/p) [here](somewhere)')[0]).toEqual({
      kind: 'paragraph',
      inlines: [
        { kind: 'link', url: 'https://example.org/p', inlines: [words('https://example.org/p')] },
        words(' '),
        words('here'),
      ],
    });
  });

  it('has no mark in another of its kind', () => {
    expect(blocksOf('**a __b *c*__**')).toEqual([
      {
        kind: 'paragraph',
        inlines: [{ kind: 'strong', inlines: [words('a '), words('b '), { kind: 'em', inlines: [words('c')] }] }],
      },
    ]);
  });

  it('joins the lines of the source', () => {
    expect(blocksOf('one\ntwo').map(reads)).toEqual(['one two']);
  });

  it('lists the addresses that print would lose, each once', () => {
    const body =
      '[here](https://a.example), https://b.example and [here](https://a.example), <c@d.example>\n\n> - [there](https://e.example/x)';
    expect(one({ body }).addresses).toEqual([
      { words: 'here', url: 'https://a.example' },
      { words: 'there', url: 'https://e.example/x' },
    ]);
  });
});

describe('box-outs', () => {
  const sign = { do: 'sign', label: 'Sign the petition', url: 'https://example.org/p' } as const;

  test.each<[string, Given, [string, ...string[]][]]>([
    ['an action', { actions: [sign] }, [['Take action', 'Sign the petition: https://example.org/p']]],
    [
      'an action with a deadline of its own',
      { actions: [{ ...sign, deadline: '2021-03-26T17:00' }], deadline: '2021-05-01' },
      [['Take action', 'Sign the petition: https://example.org/p', 'Closes Friday 26 March at 5pm']],
    ],
    [
      'an action under the deadline of the item',
      { actions: [{ ...sign, label: 'Will you sign?' }], deadline: '2021-04-30' },
      [['Take action', 'Will you sign? https://example.org/p', 'Closes Friday 30 April']],
    ],
    ['a deadline without an action', { deadline: '2021-04-30' }, [['Deadline', 'Closes Friday 30 April']]],
    [
      'an address of mail',
      { actions: [{ do: 'write', label: 'Write', url: 'mailto:a@b.example' }] },
      [['Take action', 'Write: a@b.example']],
    ],
    [
      'an event',
      {
        event: {
          starts: '2021-04-24T10:00',
          ends: '2021-04-24T16:00',
          place: 'Leeds',
          online: 'https://example.org/e',
        },
      },
      [['When and where', 'When: Saturday 24 April, 10am to 4pm', 'Where: Leeds', 'Online: https://example.org/e']],
    ],
    [
      'an event on another clock',
      { event: { starts: '2021-04-24T10:00', zone: 'America/Port_of_Spain' } },
      [['When and where', 'When: Saturday 24 April at 10am (Port of Spain time)']],
    ],
    [
      'an event on our clock',
      { event: { starts: '2021-04-24', zone: 'Europe/London' } },
      [['When and where', 'When: Saturday 24 April']],
    ],
    ['an outcome still to come', { outcome: { status: 'lost', on: '2021-03-02', text: 'Not yet.' } }, []],
    [
      'an action without an address that print could give',
      { actions: [{ do: 'read', label: 'Read on (in Welsh)', url: '[[web_url]]' }] },
      [['Find out more', 'Read on (in Welsh):']],
    ],
    [
      'a statement',
      {
        statement: {
          excerpt: 'Enough.',
          signatories: [{ name: 'Ann', role: 'President', organisation: 'MTF' }, { name: 'Bo' }],
        },
      },
      [
        ['Pull quote', 'Enough.'],
        ['Signed by', 'Ann, President, MTF', 'Bo'],
      ],
    ],
    [
      'news and outcome',
      {
        updates: [
          { on: '2021-02-01', text: 'The army is out.' },
          { on: '2021-02-23', text: 'The strike has begun.' },
          { on: '2021-03-02', text: 'Not known yet.' },
        ],
        outcome: { status: 'won', on: '2021-02-26', text: 'They are free.' },
      },
      [
        ['Update, 23 February', 'The strike has begun.'],
        ['Update, 1 February', 'The army is out.'],
        ['Won, 26 February 2021', 'They are free.'],
      ],
    ],
  ])('%s', (_, given, expected) => {
    expect(one(given).boxes.map(boxReads)).toEqual(expected);
  });
});

describe('merge tags', () => {
  it('give way to their fallbacks, with a warning at the place of each', () => {
    const doc = copyOf(
      {
        title: 'For [[first_name|you]]',
        summary: 'Hello [[first_name|friend]]!',
        body: 'One line\nand [[region|your region]], [[region|yours]].',
        actions: [{ do: 'sign', label: 'Sign, [[first_name|all]]', url: 'https://example.org/?r=[[region|uk]]' }],
      },
      {},
    );
    const [copy] = itemsOf(doc);
    expect(copy?.headline).toBe('For you');
    expect(copy?.standfirst).toBe('Hello friend!');
    expect(copy?.body.map(reads)).toEqual(['One line and your region, yours.']);
    expect(copy?.boxes.map(boxReads)).toEqual([['Take action', 'Sign, all: https://example.org/?r=uk']]);
    expect(doc.findings.map(({ place, severity, rule }) => [rule, severity, place?.line, place?.column])).toEqual([
      ['render/merge-tag-in-print', 'warning', 2, 8],
      ['render/merge-tag-in-print', 'warning', 3, 10],
      ['render/merge-tag-in-print', 'warning', 11, 5],
      ['render/merge-tag-in-print', 'warning', 11, 29],
      ['render/merge-tag-in-print', 'warning', 7, 12],
      ['render/merge-tag-in-print', 'warning', 1, 1],
    ]);
    expect(doc.findings[1]?.words).toBe(
      '“For [[first_name|you]]”: [[first_name|friend]] cannot be filled in print, so “friend” is printed instead.',
    );
    expect(doc.findings[1]?.place?.file).toBe('issues/items/only.md');
  });

  it('without a fallback take the one of the audience', () => {
    const fields = [{ name: 'first_name', fallback: 'colleague' }];
    expect(one({ body: 'Dear [[first_name]],' }, {}, { fields }).body.map(reads)).toEqual(['Dear colleague,']);
  });

  it('without any words to fall back to close the gap', () => {
    expect(one({ body: 'Dear [[first_name|]], and [[region|]] so on.' }).body.map(reads)).toEqual(['Dear, and so on.']);
  });

  it('that are addresses of the mail leave only words, and say why', () => {
    const doc = copyOf({ body: 'Read it [on the web]([[web_url]]).' }, {});
    expect(itemsOf(doc)[0]?.body.map(reads)).toEqual(['Read it on the web.']);
    expect(itemsOf(doc)[0]?.addresses).toEqual([]);
    expect(doc.findings[0]?.words).toContain('is an address of the mail');
    expect(doc.findings[0]?.words).toContain('nothing is printed');
  });

  it('are told from brackets that only look like one', () => {
    const doc = copyOf({ body: 'See [[annex]] and [[Note 1]].' }, {});
    expect(itemsOf(doc)[0]?.body.map(reads)).toEqual(['See [[annex]] and [[Note 1]].']);
    expect(doc.findings).toEqual([]);
  });

  it('are found in the intro, in its own file', () => {
    const of = issue([], { intro: markdown('Dear [[first_name|friend]],', 'issues/educate/2021-03-01/issue.md', 1) });
    const { findings, intro } = copyDocument(inputOf(of));
    expect(intro?.map(reads)).toEqual(['Dear friend,']);
    expect(findings[0]?.place).toEqual({ file: 'issues/educate/2021-03-01/issue.md', line: 1, column: 6 });
    expect(findings[0]?.words).toContain('The introduction');
  });

  it('point to the version that words the item for print', () => {
    const source = {
      file: 'issues/items/only.md',
      at: { 'versions.educate.title': [9, 5], 'versions.educate.actions.1.url': [14, 3] },
    } as const;
    const actions = ['a', 'b'].map(
      (path) => ({ do: 'sign', label: path, url: `https://example.org/[[x|${path}]]` }) as const,
    );
    const [, open] = actions;
    const own = item('only', { source, versions: { educate: { title: '[[x|y]]', actions } } });
    const doc = copyDocument(
      inputOf(issue([{ section: world, items: [placed(own, { title: '[[x|y]]', actions: open ? [open] : [] })] }])),
    );
    expect(doc.findings.map(({ place }) => place?.line)).toEqual([9, 14]);
  });

  it('never reach the page, wherever they stand', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/);
    const fallback = fc.stringMatching(/^[A-Za-z ,.]{0,12}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fallback), { minLength: 1, maxLength: 4 }), (tags) => {
        const text = tags.map(([field, other]) => `a [[${field}|${other}]] b`).join(' ');
        const doc = copyOf(
          {
            title: text,
            summary: text,
            body: `${text}\n\n- **${text}**`,
            updates: [{ on: '2021-02-01', text }],
            actions: [{ do: 'sign', label: text, url: `https://example.org/${text.replaceAll(' ', '')}` }],
          },
          {},
        );
        expect(JSON.stringify(doc.sections)).not.toMatch(/\[\[[a-z]/);
        expect(doc.findings).toHaveLength(tags.length * 7);
      }),
    );
  });
});

describe('word counts', () => {
  it('keep standfirst, body and boxes apart, and leave the headline out', () => {
    const copy = one({
      title: 'Five words that never count',
      summary: 'Two words',
      body: '## One more\n\nThree *more* words – [link](https://example.org).\n\n| a | b |\n| - | - |\n| 1 | c d |\n\n![Cap tion](x.jpg "By Ann")',
      actions: [{ do: 'donate', label: 'Give now', url: 'https://example.org/a/b', deadline: '2021-03-26' }],
      image: { src: 'images/not counted.jpg', alt: 'A caption here', credit: 'Bo' },
      partner: { name: 'Education International', url: 'https://ei-ie.org' },
    });
    // boxes: "Donate", "Give now: https://…", "Closes Friday 26 March"; "Cap tion", "By Ann"; "A caption here", "Bo"; partner
    expect(copy.words).toEqual({ standfirst: 2, body: 11, boxes: 1 + 3 + 4 + 4 + 4 + 4, total: 33 });
  });

  it('add up to the total of the issue, line by line', () => {
    const doc = copyDocument(inputOf(magazine));
    const items = itemsOf(doc);
    expect(doc.totals.map(({ title }) => title)).toEqual([
      'Introduction',
      'Stand with teachers in Myanmar',
      'Around the world: introduction',
      'Cuba: sixty years after the literacy campaign',
      'Cefnogwch athrawon',
      'New pack on migration',
      'Grants for twinning',
    ]);
    expect(doc.total.total).toBe(doc.totals.reduce((sum, { words: { total } }) => sum + total, 0));
    // "Welcome to the international pages." and the section's "What sister unions are doing, and how you can help."
    expect(doc.total.total).toBe(items.reduce((sum, each) => sum + each.words.total, 0) + 5 + 10);
    expect(doc.total.total).toBe(doc.total.standfirst + doc.total.body + doc.total.boxes);
  });
});

it('names the issue, leaves empty sections out and changes nothing that it was given', () => {
  const given = { ...magazine, sections: [...magazine.sections, { section: { ...world, title: 'Empty' }, items: [] }] };
  const input = inputOf(given);
  const before = JSON.stringify([...input.bodies]);
  const doc = copyDocument(input);
  expect(doc).toMatchObject({
    publication: 'Educate',
    organisation: 'National Gardeners Union',
    label: 'Mar/Apr 2021',
    date: '2021-03-01',
    dateInWords: 'Monday 1 March 2021',
    lang: 'en',
  });
  expect(doc.sections.map(({ heading }) => heading)).toEqual(['Take action', 'Around the world', 'In brief']);
  expect(JSON.stringify([...input.bodies])).toBe(before);
  expect(copyDocument(input)).toEqual(doc);
});

const strike: Given = {
  summary: 'Teachers are out.',
  body: 'On Monday they left the schools.\n\nNobody came back.',
  actions: [{ do: 'sign', label: 'Sign', url: 'https://example.org' }],
  updates: [{ on: '2021-02-01', text: 'Still out.' }],
  outcome: { status: 'won', on: '2021-02-02', text: 'Won.' },
  statement: { excerpt: 'Out!', signatories: [{ name: 'Ann' }] },
  image: { src: 'a.jpg', alt: 'A march' },
  partner: { name: 'EI' },
};

function copyOf(given: Given, placement: Parameters<typeof placed>[1], input: Partial<CopyInput> = {}): CopyDocument {
  const only = placed(item('only', given), placement);
  return copyDocument(inputOf(issue([{ section: { ...world, title: 'Section' }, items: [only] }]), input));
}

function one(given: Given, placement: Parameters<typeof placed>[1] = {}, input: Partial<CopyInput> = {}): CopyItem {
  const [copy] = itemsOf(copyOf(given, placement, input));
  if (!copy) throw new Error('no item');
  return copy;
}

function itemsOf(doc: CopyDocument): CopyItem[] {
  return doc.sections.flatMap(({ items }) => items);
}

function words(text: string): Inline {
  return { kind: 'text', text };
}

function boxReads({ heading, lines }: Box): string[] {
  return [heading, ...lines.map(plain)];
}

/** A block in a line, for comparing. */
function reads(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return plain(block.inlines);
    case 'crosshead':
      return `crosshead ${plain(block.inlines)}`;
    case 'bullets':
      return `•: ${block.entries.map((entry) => entry.map(reads).join(' ')).join(' | ')}`;
    case 'numbers':
      return `${block.start}: ${block.entries.map((entry) => entry.map(reads).join(' ')).join(' | ')}`;
    default:
      return block.kind;
  }
}
