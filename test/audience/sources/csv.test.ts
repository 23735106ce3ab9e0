import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvSettings, openCsv, openCsvFile } from '../../../src/audience/sources/csv.js';
import { Fault } from '../../../src/model/fault.js';
import { readCsv } from './read-all.js';

const people = [
  ['email', 'name', 'region'],
  ['jo@example.org', 'Siân O’Neill', 'london'],
  ['al@example.org', 'Ng, Al', 'north west'],
  ['mo@example.org', 'محمد 🌹 "Mo"', ''],
];

function csv(rows: readonly (readonly string[])[], delimiter = ',', newline = '\n'): string {
  const cell = (text: string) => (/[",;\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(cell).join(delimiter) + newline).join('');
}

const mark = '\uFEFF';
const utf16le = (text: string) => Buffer.from(text, 'utf16le');
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

async function tableOf(
  file: string | Uint8Array,
  settings?: CsvSettings,
  size?: number,
): Promise<(readonly string[])[]> {
  const { columns, rows, refused, fault } = await readCsv(file, settings, size);
  if (fault) throw fault;
  expect(refused).toEqual([]);
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 2));
  return [columns, ...rows.map(({ values }) => values)];
}

async function faultOf(file: string | Uint8Array, settings?: CsvSettings): Promise<string | undefined> {
  return (await readCsv(file, settings)).fault?.details.code.replace('audience/csv-', '');
}

describe('real exports', () => {
  const exports: [string, string | Uint8Array, CsvSettings?][] = [
    ['plain UTF-8', csv(people)],
    ['Excel, “CSV UTF-8 (comma delimited)”', mark + csv(people, ',', '\r\n')],
    ['Excel where the list separator is a semicolon', mark + csv(people, ';', '\r\n')],
    ['Excel, “Unicode text”: UTF-16 with tabs', utf16le(mark + csv(people, '\t', '\r\n'))],
    ['a line sep=; at the top', `sep=;\r\n${csv(people, ';', '\r\n')}`],
    ['a line "sep=," at the top', `"sep=,"\n${csv(people)}`],
    ['a line sep=\\t at the top', `sep=\\t\n${csv(people, '\t')}`],
    ['a line sep= with a tab at the top', `sep=\t\n${csv(people, '\t')}`],
    ['Numbers: no newline at the end', csv(people).trimEnd()],
    [
      'Outlook: every cell quoted',
      people.map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`)}\r\n`).join(''),
    ],
    ['an old Mac: carriage returns only', csv(people, ',', '\r')],
    ['two files put together: mixed line breaks', csv(people.slice(0, 2), ',', '\r\n') + csv(people.slice(2))],
    ['UTF-16LE without a mark', utf16le(csv(people))],
    ['UTF-16BE without a mark', utf16be(csv(people, ';', '\r\n'))],
    ['UTF-16BE with a mark', utf16be(mark + csv(people))],
    ['an encoding that is declared, too', utf16be(csv(people)), { encoding: 'utf-16be' }],
    ['a delimiter that is declared', csv(people, ';'), { delimiter: ';' }],
  ];

  it.each(exports)('%s', async (_, file, settings) => {
    // In pieces of any size: a letter, a line break or a quoted cell may be cut anywhere.
    for (const size of [1, 2, 3, 5, 64, 1 << 16]) expect(await tableOf(file, settings, size)).toEqual(people);
  });

  it('Windows-1252 where the audience declares it', async () => {
    const bytes = Buffer.concat([
      Buffer.from('email,name\njo@example.org,Ren'),
      Buffer.from([0xe9, 0x20, 0x80, 0x92, 0x9f, 0x8c]),
      Buffer.from('\n'),
    ]);
    expect(await tableOf(bytes, { encoding: 'windows-1252' })).toEqual([
      ['email', 'name'],
      ['jo@example.org', 'René €’ŸŒ'],
    ]);
  });

  it('gives the names of columns trimmed and composed', async () => {
    const { columns } = await readCsv('\u00A0email , pre\u0301nom,"first\nname",\njo@example.org,Jo,Jo,\n');
    expect(columns).toEqual(['email', 'prénom', 'first name', '']);
  });

  it('counts empty lines and lines of delimiters as rows', async () => {
    const { rows, refused } = await readCsv('email,name\n\njo@example.org,Jo\n,\n\n');
    expect(refused).toEqual([]);
    expect(rows.map(({ number, values }) => [number, ...values])).toEqual([
      [2, '', ''],
      [3, 'jo@example.org', 'Jo'],
      [4, '', ''],
      [5, '', ''],
    ]);
  });

  it('reads a file of one column, and one without people', async () => {
    expect(await tableOf('email\njo@example.org\n')).toEqual([['email'], ['jo@example.org']]);
    expect(await tableOf('email,name')).toEqual([['email', 'name']]);
  });

  it('takes a quotation mark in the middle of a cell as it is', async () => {
    expect(await tableOf('email,name\njo@example.org,Jo "Jojo" Ng\n')).toEqual([
      ['email', 'name'],
      ['jo@example.org', 'Jo "Jojo" Ng'],
    ]);
  });

  it('keeps line breaks in quoted cells, addresses and commas in them too', async () => {
    const note = 'Lives in Leeds, Yorkshire\nWork: jo@work.example.org\nsince 2019, and more, and so on';
    expect(
      await tableOf(
        csv([
          ['email', 'note', 'name'],
          ['jo@example.org', note, 'Jo'],
        ]),
      ),
    ).toEqual([
      ['email', 'note', 'name'],
      ['jo@example.org', note, 'Jo'],
    ]);
  });
});

describe('a row that cannot be read', () => {
  it('is refused when it has too few or too many cells, and the others are given', async () => {
    const { rows, refused } = await readCsv(
      'email,name\na@example.org,A\nb@example.org\nc@example.org,C,,\nd@example.org,D\n',
    );
    expect(rows.map(({ number }) => number)).toEqual([2, 5]);
    expect(refused.map(({ number, reason }) => [number, reason])).toEqual([
      [3, 'cells'],
      [4, 'cells'],
    ]);
    expect(refused[0]?.words).toBe('The row has 1 cell, but the first row names 2 columns.');
  });

  it('is refused when a letter of it was lost, or is no letter', async () => {
    const { rows, refused, fault } = await readCsv(
      'email,name\na@example.org,Ren\uFFFD\nb@example.org,B\nc@example.org,\0C\n',
    );
    expect(fault).toBeUndefined();
    expect(rows.map(({ number }) => number)).toEqual([3]);
    expect(refused.map(({ number, reason }) => [number, reason])).toEqual([
      [2, 'unreadable'],
      [4, 'unreadable'],
    ]);
  });

  it('is told without what is in it', async () => {
    const { refused } = await readCsv('email,name\nsecret@example.org\nsecret@example.org,\uFFFDsecret\n');
    expect(refused).toHaveLength(2);
    expect(JSON.stringify(refused)).not.toContain('secret');
  });
});

describe('what is in doubt stops the reading', () => {
  const latin1 = (text: string) => Buffer.from(text, 'latin1');
  const faults: [string, string, string | Uint8Array, CsvSettings?][] = [
    ['an empty file', 'empty', ''],
    ['only a mark', 'no-header', mark],
    ['an empty first row', 'no-header', '\n\nemail,name\n'],
    ['a first row of delimiters', 'no-header', ',,\n'],
    ['people without a header', 'header-has-address', 'jo@example.org,Jo\nal@example.org,Al\n'],
    ['a column name twice', 'header-twice', 'email,name, email\n'],
    ['a column name in another composition', 'header-twice', 'email,caf\u00E9,cafe\u0301\n'],
    ['Windows-1252', 'not-utf-8', latin1('email,name\njo@example.org,René\n')],
    ['Windows-1252 in the header', 'not-utf-8', latin1('email,prénom\njo@example.org,R\n')],
    ['UTF-8 cut off in a letter', 'not-utf-8', Buffer.from('email,name\njo@example.org,René').subarray(0, -1)],
    ['UTF-16 cut off in a letter', 'cut-off', utf16le(`${mark}email\njo@example.org`).subarray(0, -1)],
    [
      'UTF-8 that is declared to be Windows-1252',
      'encoding-not-as-declared',
      'email,name\na@example.org,René\n',
      { encoding: 'windows-1252' },
    ],
    ['UTF-8 with a mark, declared otherwise', 'encoding-not-as-declared', `${mark}email\n`, { encoding: 'utf-16le' }],
    ['zeros on both sides', 'encoding', '\0\0e\0\0m\0\0a\0\0i\0\0l\0\0'],
    ['a workbook', 'not-csv', Buffer.from('PK\u0003\u0004\u0014\0')],
    ['an old workbook', 'not-csv', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
    ['UTF-32', 'not-csv', Buffer.from([0xff, 0xfe, 0, 0, 0x65, 0, 0, 0])],
    ['two delimiters in the header', 'delimiter', 'email;name, first;region\n'],
    ['sep=|', 'delimiter-unknown', 'sep=|\nemail|name\n'],
    ['sep=; where the audience says otherwise', 'delimiter-not-as-declared', 'sep=;\nemail;name\n', { delimiter: ',' }],
    ['a quote that is not closed', 'quote-not-closed', 'email,name\na@example.org,"A\nb@example.org,B\n'],
    ['a quote in the header that is not closed', 'quote-not-closed', 'email,"name\na@example.org,A\n'],
    ['text after a closing quote', 'quote-in-cell', 'email,name\na@example.org,"A"A\nb@example.org,B\n'],
    [
      'a quote that closes two rows later',
      'quote-over-rows',
      'email,name\na@example.org,"A\nb@example.org,B\nc@example.org,C"\n',
    ],
    [
      'a quote that closes in the next row',
      'quote-over-rows',
      'name,email,region\n"A,a@example.org,x\nB",b@example.org,y\n',
    ],
    [
      'a quote that closes in another column',
      'quote-over-rows',
      'name,email,region\n"A,a@example.org,x\nB,b@example.org",y\n',
    ],
  ];

  it.each(faults)('%s: %s', async (_, code, file, settings) => {
    expect(await faultOf(file, settings)).toBe(code);
  });

  it('tells the row where it stopped, and gives those before it', async () => {
    const broken = Buffer.concat([Buffer.from(csv(people)), Buffer.from('x@example.org,Ren\xe9,\n', 'latin1')]);
    const { rows, fault } = await readCsv(broken);
    expect(rows).toHaveLength(3);
    expect(fault?.details.words).toContain('Row 5 ');
    expect(fault?.details.fix).toContain('encoding: windows-1252');
  });

  it('says what to write where the delimiter is in doubt', async () => {
    const { fault } = await readCsv('email;name, first;region\n');
    expect(fault?.details.fix).toContain('delimiter: comma, semicolon or tab');
    expect(await tableOf('email;name, first;region\n', { delimiter: ';' })).toEqual([
      ['email', 'name, first', 'region'],
    ]);
  });

  it('does not read a line without an end to its end', async () => {
    for (const start of ['email,name\njo@example.org,"', 'email,name\n', '"', '']) {
      let taken = 0;
      let closed = false;
      const endless = async function* () {
        try {
          yield Buffer.from(start);
          for (; ; taken += 1) yield Buffer.alloc(1 << 16, 'x');
        } finally {
          closed = true;
        }
      };
      const error = await drain(endless()).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(Fault);
      expect((error as Fault).details.code).toBe('audience/csv-row-too-long');
      expect(taken).toBeLessThan(40);
      expect(closed).toBe(true);
    }
  });

  async function drain(bytes: AsyncIterable<Uint8Array>): Promise<void> {
    const { batches } = await openCsv(bytes);
    for await (const _ of batches);
  }
});

describe('files', () => {
  it('are read from disk, and a missing one is told in words', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mailout-'));
    try {
      writeFileSync(join(folder, 'people.csv'), csv(people));
      const source = await openCsvFile(join(folder, 'people.csv'), 'people.csv');
      const rows: string[][] = [];
      for await (const batch of source.batches) rows.push(...batch.rows.map(({ values }) => [...values]));
      expect([source.columns, ...rows]).toEqual(people);
      const missing = openCsvFile(join(folder, 'gone.csv'), 'audiences/private/gone.csv');
      await expect(missing).rejects.toThrow('There is no audiences/private/gone.csv.');
      await expect(openCsvFile(folder, 'audiences')).rejects.toThrow('audiences is a folder.');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('can be left before their end', async () => {
    let closed = false;
    const bytes = async function* () {
      try {
        for (;;) yield Buffer.from('email\n'.repeat(1_000));
      } finally {
        closed = true;
      }
    };
    const source = await openCsv(bytes());
    await source.close();
    expect(closed).toBe(true);
  });
});

describe('for any file', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      'jo@example.org',
      'a,b',
      'a;b',
      'a\tb',
      '"',
      '""',
      '"a"',
      'a\nb',
      'a\r\nb',
      ' x ',
      'é',
      '🌹',
      '=1',
      'sep=;',
    ),
    fc.string({ unit: 'grapheme', maxLength: 6 }).filter((text) => !/[\0\uFFFD]/.test(text)),
  );
  const settings = fc.record({
    delimiter: fc.constantFrom(',' as const, ';' as const, '\t' as const),
    newline: fc.constantFrom('\n', '\r\n', '\r'),
    quoteAll: fc.boolean(),
    encode: fc.constantFrom(
      (text: string) => Buffer.from(text),
      (text: string) => Buffer.from(mark + text),
      (text: string) => utf16le(mark + text),
      (text: string) => utf16be(mark + text),
    ),
    size: fc.integer({ min: 1, max: 40 }),
  });

  it('what is written is what is read', async () => {
    const tables = fc
      .integer({ min: 1, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 6 }));
    await fc.assert(
      fc.asyncProperty(tables, settings, async (table, { delimiter, newline, quoteAll, encode, size }) => {
        const header = (table[0] ?? ['email']).map((_, index) => `column ${index}`);
        const written = (text: string) =>
          quoteAll || /[",;\t\r\n]/.test(text) || text === '' ? `"${text.replaceAll('"', '""')}"` : text;
        const text = [header, ...table].map((row) => row.map(written).join(delimiter) + newline).join('');
        const read = await readCsv(encode(text), { delimiter }, size);
        expect(read.fault).toBeUndefined();
        expect(read.refused).toEqual([]);
        expect(read.rows.map(({ values }) => values)).toEqual(
          table.map((row) => row.map((value) => value.replaceAll(/\r\n?/g, '\n'))),
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives or refuses every record that another parser finds, or stops with a reason', async () => {
    const scrap = fc.constantFrom('a', '"', ',', '\n', 'é', 'x@example.org', '""', '",', ',"', '"\n', '\uFFFD');
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(scrap, { maxLength: 30 }), fc.integer({ min: 1, max: 9 }), async (scraps, size) => {
        const text = `email,name\n${scraps.join('')}`;
        const { rows, refused, fault } = await readCsv(text, {}, size);
        if (fault) return;
        compared += 1;
        const records = parse(text, {
          relax_column_count: true,
          relax_quotes: true,
          skip_empty_lines: false,
        }) as string[][];
        const numbers = [...rows, ...refused].map(({ number }) => number).sort((a, b) => a - b);
        expect(numbers).toEqual(records.slice(1).map((_, index) => index + 2));
        for (const { number, values } of rows) {
          const record = records[number - 1] ?? [];
          expect(values).toEqual(record.length === 1 ? ['', ''] : record);
        }
      }),
      { numRuns: 3_000 },
    );
    expect(compared).toBeGreaterThan(500);
  });

  it('never throws anything but a fault', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.boolean(), async (bytes, headed) => {
        const file = headed ? Buffer.concat([Buffer.from('email,name\n'), bytes]) : bytes;
        const { fault } = await readCsv(file);
        if (fault) expect(fault.details.fix).toBeTruthy();
      }),
      { numRuns: 3_000 },
    );
  });
});

it.each([
  'height 5",email\nx,jo@example.org\ny,al@example.org\n',
  'height 5",email\nx,jo@example.org\n',
  'email,"note\njo@example.org,"\nal@example.org,x\n',
])('a quotation mark in the row that names the columns loses nobody: %j', async (text) => {
  const { columns, rows, fault } = await readCsv(text).catch((error) => ({ columns: [], rows: [], fault: error }));
  expect(fault?.details.code).toMatch(/quote|header/);
  expect([columns.length, rows.length]).toEqual([0, 0]);
});
