import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadEdition } from '../../../src/model/workbench.js';
import { compared } from '../../../src/preview/compare/compared.js';
import { markAround, markStyle } from '../../../src/preview/compare/marked.js';

const names = { one: 'for Wales', other: 'for everyone else' };

function edition(body: string, more: Partial<ReadEdition> = {}): ReadEdition {
  const html = `<!doctype html><html><head><title>t</title><style>p{color:red}</style></head><body>${body}</body></html>`;
  return { subject: 'Olives', preheader: 'And more', html, text: body, lang: 'en-GB', ...more };
}

const item = (title: string, body: string) =>
  `<hr><div><p>Petition · ${title.split(':')[0]}</p><h3>${title}</h3><div>${body}</div></div>`;

const differences = (one: string, other: string) => compared(edition(one), edition(other), names).differences;

/** What is marked in it, each with what is said of it. */
function marksIn(html: string): readonly string[] {
  return [...html.matchAll(/<(ins|del) class="mo-compared">(.*?)<\/\1>/gs)].map(([, , inside = '']) =>
    inside.replaceAll(/<span class="mo-said"[^>]*>|<\/span>/g, ''),
  );
}

/** What there was before it was marked. */
function unmarked(html: string): string {
  let text = html.replace(markStyle, '');
  for (const element of ['ins', 'del'] as const)
    for (const said of ['only here', 'different here', 'in another place'])
      text = text.replaceAll(markAround(element, said)[0], '').replaceAll(markAround(element, said)[1], '');
  return text;
}

describe('an editor is told', () => {
  const olives = item('Olives: help with the harvest', '<p>Come to the grove on Sunday and bring a basket.</p>');
  const nurseries = item('Nurseries: open letter', '<p>Sign the letter for nurseries in Wales.</p>');
  const walk = item('Walk: along the coast', '<p>We meet at noon by the lighthouse.</p>');

  it('which items only one has, by their titles and by nothing else', () => {
    expect(differences(olives + nurseries + walk, olives + walk)).toEqual([
      'Only for Wales: ‘Nurseries: open letter’.',
    ]);
    expect(differences(olives, olives + nurseries + walk)).toEqual([
      'Only for everyone else: ‘Nurseries: open letter’.',
      'Only for everyone else: ‘Walk: along the coast’.',
    ]);
  });

  it('which stand in another place', () => {
    expect(differences(olives + nurseries + walk, walk + olives + nurseries)).toEqual([
      '‘Walk: along the coast’ stands in another place.',
    ]);
  });

  it('which words of an item differ, and where', () => {
    expect(differences(walk, walk.replace('noon', 'midday'))).toEqual([
      'In ‘Walk: along the coast’: for Wales ‘noon’, for everyone else ‘midday’.',
    ]);
    expect(differences(walk.replace('by the', 'early by the'), walk)).toEqual([
      'Only for Wales, in ‘Walk: along the coast’: ‘early’.',
    ]);
    expect(differences(walk, walk.replace('</p></div>', '</p><p>Bring tea &amp; cake!</p></div>'))).toEqual([
      'Only for everyone else, in ‘Walk: along the coast’: ‘Bring tea & cake!’',
    ]);
  });

  it('that a title has changed, where the item is the same', () => {
    expect(differences(walk, walk.replace('<h3>Walk: along', '<h3>Walk: by'))).toEqual([
      'For Wales ‘along’, for everyone else ‘by’.',
    ]);
  });

  it('where a link or a picture is another one', () => {
    const link = (to: string) => `<p><a href="https://example.org/?a&amp;${to}">Sign it</a></p>`;
    expect(differences(link('b'), link('c'))).toEqual([
      '‘Sign it’ leads for Wales to https://example.org/?a&b and for everyone else to https://example.org/?a&c.',
    ]);
    expect(differences(link('b'), '<p>Sign it</p>')).toEqual([
      '‘Sign it’ leads for Wales to https://example.org/?a&b and for everyone else nowhere.',
    ]);
    expect(differences('<p><img src="a.png" alt="A tree"></p>', '<p><img src="b.png" alt="A tree"></p>')).toEqual([
      'It is another picture, described in the same words: ‘A tree’.',
    ]);
  });

  it('how the lines of the inbox differ', () => {
    expect(
      compared(edition('', { preheader: '' }), edition('', { subject: 'Oil?' }), { one: 'now', other: 'as approved' })
        .differences,
    ).toEqual([
      'The subject differs: now ‘Olives’, as approved ‘Oil?’',
      'The preheader differs: now nothing, as approved ‘And more’.',
    ]);
  });

  it('of a translation which links it has of its own, and not that every word is another', () => {
    const both = compared(
      edition('<p>Darllenwch <a href="https://example.org/1">hwn</a></p>', { lang: 'cy' }),
      edition('<p>Read <a href="https://example.org/2">this</a></p>'),
      names,
    );
    expect(both.differences).toEqual([
      'The language differs: for Wales Welsh, for everyone else English. Words are not compared, links and pictures are.',
      'Only for Wales: ‘https://example.org/1’.',
      'Only for everyone else: ‘https://example.org/2’.',
    ]);
    expect(both.one).not.toContain('<ins');
  });

  it('nothing of what readers do not see', () => {
    const one = edition('<!-- a --><style>p{}</style><div style="display:none">a&#8203;</div><p>words&nbsp;</p>');
    const other = edition(
      '<!-- b --><style>a{}</style><div style="display: none">b</div><p class="x">words</p>&#8203;',
    );
    expect(compared(one, other, names)).toEqual({ one: one.html, other: other.html, differences: [] });
  });
});

describe('a mark', () => {
  it('is around words and pictures, and says in words what it means', () => {
    const one = edition('<p title="bold">a <b>bold new</b> word <img src="x.png" alt="bold > new"></p>');
    const { one: marks, other } = compared(one, edition('<p title="bold">a word</p>'), names);
    expect(marksIn(marks)).toEqual(['(only here: bold new)', '(only here: <img src="x.png" alt="bold > new">)']);
    expect(marks).toContain(
      '<p title="bold">a <b><ins class="mo-compared"><span class="mo-said" lang="en-GB">(only here: ',
    );
    expect(marks).toContain(`${markStyle}</head>`);
    expect(other).not.toContain('mo-compared');
  });

  it('is on each side of a tag, and never around one', () => {
    const { one, other } = compared(
      edition('<p>go and see <b>this</b> thing</p>'),
      edition('<p>go and see <b>that</b> book</p>'),
      names,
    );
    expect(marksIn(one)).toEqual(['(different here: this)', '(different here: thing)']);
    expect(marksIn(other)).toEqual(['(different here: that)', '(different here: book)']);
  });
});

it('each edition is what it was without its marks, and has none beside itself', () => {
  const part = fc.constantFrom(
    ...[
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      'one',
      'two ',
      ' three',
      '&amp;',
      '<a href="x y">',
      '</a>',
      '<!--',
      '-->',
      '<br>',
    ],
    ...['>', '<', '\n', '<h2>', '</h2>', '<div>', '</div>', '<td', ' alt="', '"', '<img src="a" alt="one">', '</head>'],
    ...['<h3>two</h3>', '<p>one two three</p>', '<title>', '</title>', '<script>', '&nbsp;', '<svg>', '<div hidden>'],
  );
  const body = fc.array(part, { maxLength: 40 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(body, body, (a, b) => {
      const [one, other] = [edition(a), edition(b)];
      const both = compared(one, other, names);
      expect([unmarked(both.one), unmarked(both.other)]).toEqual([one.html, other.html]);
      expect(both.differences.length > 0).toBe(both.one !== one.html || both.other !== other.html);
      expect(compared(one, one, names)).toEqual({ one: one.html, other: one.html, differences: [] });
    }),
    { numRuns: 500 },
  );
});

describe('editions of the sample', () => {
  const read = (name: string) => {
    const html = readFileSync(new URL(`../../golden/2021-${name}.html`, import.meta.url), 'utf8');
    return { ...edition(''), html };
  };

  it('differ by the item that one of them has', () => {
    const [wales, others] = [read('monday-morning-mail-out-wales'), read('monday-morning-mail-out-everyone-else')];
    const both = compared(wales, others, names);
    expect(both.differences).toEqual([
      'Only for Wales, in ‘In this issue’: ‘Wales: global citizenship in your curriculum’.',
      'Only for Wales: ‘Wales: global citizenship in your curriculum’.',
    ]);
    expect(unmarked(both.one)).toBe(wales.html);
    expect(both.other).toBe(others.html);
  });

  it('are compared while somebody waits, be there nothing in common', () => {
    const [one, other] = [read('e-bulletin-wales'), read('global-matters-everyone-else')];
    const long = (html: string, times: number) =>
      html.replace('</body>', html.slice(html.indexOf('<body'), -14).repeat(times));
    const began = performance.now();
    const both = compared({ ...one, html: long(one.html, 4) }, { ...other, html: long(other.html, 4) }, names);
    expect(performance.now() - began).toBeLessThan(5000);
    expect(both.differences.length).toBeGreaterThan(20);
  });
});
