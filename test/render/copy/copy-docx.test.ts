import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { standardTheme } from '../../../src/model/design.js';
import type { CopyDocument } from '../../../src/render/copy/copy.js';
import { copyDocument } from '../../../src/render/copy/copy-document.js';
import { copyDocx } from '../../../src/render/copy/copy-docx.js';
import { findProgram } from '../../harness/programs.js';
import { brief, inputOf, issue, item, magazine, placed, world } from './sample.js';
import { readWord, tags, textOf, type WordFile, type WordParagraph, xml } from './word-file.js';

const doc = copyDocument(inputOf(magazine));
let word: WordFile;
beforeAll(async () => {
  word = readWord(await copyDocx(doc, standardTheme));
});

describe('the Word file of a whole issue', () => {
  it('is set in the type and colours of the theme', async () => {
    const type = { text: "'Gill Sans',Arial,sans-serif", headings: '"Iowan Old Style",serif', size: 16 };
    const theme = { ...standardTheme, type, colours: { ...standardTheme.colours, brand: '#1a2b3c', link: '#3c2b1a' } };
    const { parts } = readWord(await copyDocx(doc, theme));
    const styles = parts.get('word/styles.xml');
    for (const set of ['w:ascii="Gill Sans"', 'w:ascii="Iowan Old Style"', 'w:val="1A2B3C"', 'w:val="3C2B1A"'])
      expect(styles).toContain(set);
    expect(styles).not.toContain(standardTheme.colours.brand.slice(1).toUpperCase());
  });

  it('has its headings in Word’s own styles, so that they are the outline', () => {
    const outline = word.paragraphs.filter(({ style }) => /^(Title|Heading \d)$/.test(style));
    expect(outline.map(({ style, text }) => `${style}: ${text}`)).toEqual([
      'Title: Educate',
      'Heading 1: Introduction',
      'Heading 1: Take action',
      'Heading 2: Stand with teachers in Myanmar',
      'Heading 3: What they ask',
      'Heading 3: Notes',
      'Heading 1: Around the world',
      'Heading 2: Cuba: sixty years after the literacy campaign',
      'Heading 2: Cefnogwch athrawon',
      'Heading 1: In brief',
      'Heading 2: New pack on migration',
      'Heading 2: Grants for twinning',
    ]);
  });

  it('has a word count under every headline, and the kicker above', () => {
    const found = word.paragraphs.flatMap(({ style }, at) =>
      style === 'Heading 2' ? [around(word.paragraphs, at)] : [],
    );
    expect(found).toEqual([
      [
        'Kicker: Myanmar · Human and Trade Union Rights',
        expect.stringMatching(/^Word Count: \d+ words: standfirst 16, body \d+, boxes \d+$/),
      ],
      ['Kicker: Cuba · Quality Education for All', expect.stringMatching(/^Word Count: 62 words: /)],
      [expect.anything(), 'Word Count: 1 word: body 1'],
      [expect.anything(), 'Word Count: 5 words: boxes 5'],
      [expect.anything(), 'Word Count: 5 words: boxes 5'],
    ]);
  });

  it('has the totals at the front', () => {
    const [front] = tags(xml(word.parts, 'word/document.xml'), 'w:tbl');
    const rows = front ? tags(front, 'w:tr').map((row) => tags(row, 'w:tc').map(textOf)) : [];
    expect(rows).toHaveLength(doc.totals.length + 2);
    expect(rows[0]).toEqual(['Item', 'Standfirst', 'Body', 'Boxes', 'Total']);
    expect(rows[2]).toEqual(['Stand with teachers in Myanmar', ...counts(doc, 1)]);
    expect(rows.at(-1)).toEqual([
      'Total',
      ...[doc.total.standfirst, doc.total.body, doc.total.boxes, doc.total.total].map(String),
    ]);
  });

  it('has every link of the copy, and spells out the addresses that print would lose', () => {
    const found = word.paragraphs.flatMap(({ links }) => links);
    const spelled = doc.sections.flatMap(({ items }) =>
      items.flatMap(({ addresses }) => addresses.map(({ url }) => url)),
    );
    expect(spelled).toHaveLength(1);
    expect(found.toSorted()).toEqual([...linksIn([doc.contact, doc.sections]), ...spelled].toSorted());
    expect(found).toContain('https://www.ei-ie.org/en/petition?c=mm&l=en#sign');
    expect(word.paragraphs.find(({ text }) => text.startsWith('Addresses of the links'))?.text).toBe(
      'Addresses of the links:\ncivil disobedience movement – https://en.wikipedia.org/wiki/Civil_Disobedience_Movement_(Myanmar)',
    );
  });

  it('has real lists, each counting from its own start', () => {
    const lists = word.paragraphs.filter(({ list }) => list);
    expect(lists.map(({ list, text }) => `${list}: ${text}`)).toEqual([
      expect.stringMatching(/^list (\d+), level 0, decimal from 1: Write to your MP$/),
      expect.stringMatching(/level 0, decimal from 1: Speak in your group:$/),
      expect.stringMatching(/level 1, bullet from 1: on Monday$/),
      expect.stringMatching(/level 1, bullet from 1: at the branch meeting, with$/),
      expect.stringMatching(/level 0, decimal from 1: Share the video$/),
      expect.stringMatching(/level 0, decimal from 1: Figures of the MTF, February 2021.$/),
      expect.stringMatching(/level 0, decimal from 3: Nélida$/),
      expect.stringMatching(/level 0, decimal from 3: Jorge$/),
    ]);
    const ids = lists.map(({ list }) => list?.split(',')[0]);
    expect(ids[0]).toBe(ids[4]);
    expect(new Set(ids).size).toBe(4);
  });

  it.each([
    [
      'Standfirst',
      [
        'Education workers are among thousands on strike against the coup. Their unions ask for our voices.',
        'A day of talks with those who taught and those who learnt.',
      ],
    ],
    ['Section Intro', ['What sister unions are doing, and how you can help.']],
    ['Quote', ['We are not afraid.', '— a teacher in Yangon']],
    ['Picture File', ['Picture: images/banner.jpg', 'Picture: images/myanmar-march.jpg']],
    ['caption', ['A banner', 'Teachers in green longyis march through Mandalay.']],
    ['Credit', ['Credit: A. Photographer', 'Credit: MTF']],
    ['Partner', ['Partner: Education International (CC BY-NC 4.0), https://www.ei-ie.org']],
    ['Code', ['line one\nline two']],
    [
      'Box Heading',
      [
        'Take action',
        'Donate',
        'Update, 23 February',
        'Where it stands, 26 February 2021',
        'Pull quote',
        'Signed by',
        'When and where',
        'Take part',
        'Download',
        'Deadline',
      ],
    ],
  ])('has %s in a style of its own', (style, texts) => {
    expect(word.paragraphs.filter((each) => each.style === style).map(({ text }) => text)).toEqual(texts);
  });

  it('has each box-out in a box', () => {
    const boxed = word.paragraphs.filter(({ style }) => style.startsWith('Box '));
    expect(boxed.every(({ inTable }) => inTable)).toBe(true);
    expect(boxed.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        'Sign the petition: https://www.ei-ie.org/en/petition?c=mm&l=en#sign',
        'Closes Friday 26 March at 5pm',
        'Ravi Sen, Joint General Secretary',
      ]),
    );
  });

  it('has the tables of the items', () => {
    const cells = word.paragraphs.filter(({ style }) => style === 'Table Text').map(({ text }) => text);
    expect(cells.slice(-9)).toEqual([
      'Region',
      'On strike',
      'Schools',
      'Mandalay',
      '12,000',
      '410',
      'Yangon & delta',
      '31,500',
      '900',
    ]);
  });

  it('keeps bold, emphasis and struck words', () => {
    const runs = tags(xml(word.parts, 'word/document.xml'), 'w:r');
    const marked = (mark: string): string[] => runs.filter((run) => tags(run, mark).length > 0).map(textOf);
    expect(marked('w:b')).toContain('Within days');
    expect(marked('w:i')).toContain('led');
    expect(marked('w:strike')).toEqual(['old']);
  });

  it('has the publication in its header and page numbers in its footer', () => {
    expect(textOf(xml(word.parts, 'word/header1.xml'))).toBe('Educate: Mar/Apr 2021\tCopy for print');
    const footer = xml(word.parts, 'word/footer1.xml');
    expect(textOf(footer)).toBe('National Gardeners Union\tPage  of ');
    expect(
      tags(footer, 'w:instrText').map(({ children }) =>
        children.map((each) => ('data' in each ? each.data : '')).join(''),
      ),
    ).toEqual(['PAGE', 'NUMPAGES']);
  });

  it('is A4 with margins of 2 cm, in British English', () => {
    const body = xml(word.parts, 'word/document.xml');
    expect(tags(body, 'w:pgSz')[0]?.attribs).toMatchObject({ 'w:w': '11906', 'w:h': '16838' });
    expect(tags(body, 'w:pgMar')[0]?.attribs).toMatchObject({
      'w:top': '1134',
      'w:right': '1134',
      'w:bottom': '1134',
      'w:left': '1134',
    });
    const [defaults] = tags(xml(word.parts, 'word/styles.xml'), 'w:docDefaults');
    expect(defaults && tags(defaults, 'w:lang')[0]?.attribs).toEqual({ 'w:val': 'en-GB' });
    expect(word.paragraphs.find(({ text }) => text === 'Crynodeb.')?.languages).toEqual(['cy-GB']);
  });

  it('says whose it is, and when in the time of the issue', () => {
    const core = word.parts.get('docProps/core.xml') ?? '';
    for (const said of [
      '<dc:title>Educate: Mar/Apr 2021<',
      '<dc:creator>National Gardeners Union<',
      '<dc:language>en-GB<',
    ]) {
      expect(core).toContain(said);
    }
    expect(core.match(/2021-03-01T00:00:00Z/g)).toHaveLength(2);
  });
});

describe('what Word needs to open a file', () => {
  it('is there: well-formed parts, and every style, relationship and list that is used', () => {
    expectSound(word);
  });

  it('is there whatever is typed', async () => {
    const odd = 'a\u0000\u000b\ud800 <b> & "c" ]]> \ufffe😀 \u202e';
    const deep = Array.from({ length: 11 }, (_, level) => `${'  '.repeat(level)}- l${level}`).join('\n');
    const strange = item('odd', {
      title: odd,
      summary: odd,
      country: 'ZZ',
      body: `${deep}\n\n- \n\n1. > quoted\n\n> - listed\n\n|a|b|\n|-|-|\n|c|\n\n[l](<https://example.org/a b?q="c"&d=é>)`,
      actions: [{ do: 'read', label: odd, url: 'https://example.org/"<>' }],
      image: { src: odd, alt: odd, credit: odd },
    });
    const odder = copyDocument(
      inputOf(issue([{ section: { ...world, title: odd }, items: [placed(strange)] }], { label: odd })),
    );
    const file = readWord(await copyDocx(odder, standardTheme));
    expectSound(file);
    expect(file.paragraphs.filter(({ style }) => style === 'Heading 2').map(({ text }) => text)).toEqual([
      'a <b> & "c" ]]> 😀 \u202e',
    ]);
    expect(file.paragraphs.flatMap(({ links }) => links)).toContain('https://example.org/a%20b?q=%22c%22&d=é');
  });

  it('is there for an issue with nothing in it', async () => {
    const file = readWord(await copyDocx(copyDocument(inputOf(issue([]))), standardTheme));
    expectSound(file);
    expect(file.paragraphs[0]?.text).toBe('Educate');
  });
});

it('sets right-to-left languages from the right, for the issue or for one item', async () => {
  const arabic = item('arabic', { title: 'تضامن', lang: 'ar', body: 'مرحبا **بكم**' });
  const items = [placed(arabic), placed(item('english', { title: 'English' }))];
  const english = readWord(await copyDocx(copyDocument(inputOf(issue([{ section: brief, items }]))), standardTheme));
  const bidi = (file: WordFile, start: string): boolean | undefined =>
    file.paragraphs.find(({ text }) => text.startsWith(start))?.bidi;
  expect([bidi(english, 'مرحبا'), bidi(english, 'English'), bidi(english, 'Educate')]).toEqual([true, false, false]);
  expect(english.paragraphs.find(({ text }) => text.startsWith('مرحبا'))?.languages).toEqual(['ar']);

  const whole = readWord(
    await copyDocx(copyDocument(inputOf(issue([{ section: brief, items }], { lang: 'ar' }))), standardTheme),
  );
  expect(whole.paragraphs.every((each) => each.bidi)).toBe(true);
  expect(tags(xml(whole.parts, 'word/document.xml'), 'w:bidiVisual').length).toBeGreaterThan(0);
  expect(whole.parts.get('word/styles.xml')).toContain('<w:lang w:val="ar" w:bidi="ar"/>');
});

describe('the bytes', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it('are the same on any day, with any luck, in any time zone', async () => {
    const at = async (
      now: string,
      random: number,
      timeZone: string,
    ): Promise<{ bytes: Uint8Array; offset: number }> => {
      vi.useFakeTimers({ now: new Date(now), toFake: ['Date'] });
      vi.spyOn(Math, 'random').mockImplementation(() => (random = (random * 16_807) % 1));
      process.env.TZ = timeZone;
      return { bytes: await copyDocx(doc, standardTheme), offset: new Date(2021, 6, 1).getTimezoneOffset() };
    };
    const first = await at('2021-03-01T08:00:00Z', 0.123456789, 'Europe/London');
    const second = await at('2033-12-31T23:59:59Z', 0.987654321, 'Pacific/Kiritimati');
    expect(first.offset).not.toBe(second.offset);
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
  });

  it('change with the copy', async () => {
    const other = { ...doc, label: 'May/Jun 2021' };
    expect(
      Buffer.from(await copyDocx(other, standardTheme)).equals(Buffer.from(await copyDocx(doc, standardTheme))),
    ).toBe(false);
  });
});

describe('another reader of Word files', () => {
  const soffice = findProgram('soffice');

  it.skipIf(!soffice)(
    'LibreOffice, where it is installed, reads all of the copy in order',
    { timeout: 120_000 },
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'copy-'));
      try {
        writeFileSync(join(folder, 'copy.docx'), await copyDocx(doc, standardTheme));
        const profile = `-env:UserInstallation=file://${folder}/profile`;
        const run = spawnSync(
          soffice ?? '',
          [profile, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, 'copy.docx'],
          { cwd: folder },
        );
        expect(run.status).toBe(0);
        const text = readFileSync(join(folder, 'copy.txt'), 'utf8');
        let from = 0;
        for (const { text: expected } of word.paragraphs.filter((each) => each.text !== '')) {
          const found = text.indexOf(expected.split('\n')[0] ?? '', from);
          expect(found, `${expected} after ${text.slice(Math.max(from - 60, 0), from)}`).toBeGreaterThanOrEqual(from);
          from = found;
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
});

function around(paragraphs: readonly WordParagraph[], at: number): string[] {
  return [at - 1, at + 1].map((each) => `${paragraphs[each]?.style}: ${paragraphs[each]?.text}`);
}

function counts({ totals }: CopyDocument, row: number): string[] {
  const words = totals[row]?.words;
  return words ? [words.standfirst, words.body, words.boxes, words.total].map(String) : [];
}

/** The addresses of all links in plain data. */
function linksIn(data: unknown): string[] {
  if (typeof data !== 'object' || data === null) return [];
  if ('kind' in data && data.kind === 'link' && 'url' in data) return [String(data.url)];
  return Object.values(data).flatMap(linksIn);
}

function expectSound({ parts, paragraphs }: WordFile): void {
  for (const [name, part] of parts) {
    expect(part, name).not.toMatch(/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the controls are what must not be there
    expect(part, name).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd-\uffff]/);
  }
  expect(paragraphs.filter(({ style }) => style === 'undefined style')).toEqual([]);
  expect(paragraphs.filter(({ list }) => list?.includes('undefined'))).toEqual([]);
  expect(
    paragraphs.flatMap(({ links }) => links).filter((link) => !/^(https?|mailto):/.test(link) || /\s/.test(link)),
  ).toEqual([]);
  const ids = tags(xml(parts, 'word/_rels/document.xml.rels'), 'Relationship').map(({ attribs }) => attribs.Id);
  expect(ids).toEqual(ids.map((_, at) => `rId${at + 1}`));
  const used = [...(parts.get('word/document.xml') ?? '').matchAll(/ r:id="([^"]+)"/g)].map(([, id]) => id);
  expect(used.filter((id) => !ids.includes(id))).toEqual([]);
}
