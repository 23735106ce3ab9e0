import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CsvSettings } from '../../../src/audience/sources/csv.js';
import { type CsvRow, csvRows } from '../../../src/audience/sources/csv-rows.js';
import { csvWithoutRows } from '../../../src/audience/sources/csv-without-rows.js';
import type { CsvDelimiter, CsvEncoding } from '../../../src/model/audience.js';
import { inPieces, readCsv } from './read-all.js';

async function without(file: Buffer, rows: readonly number[], settings?: CsvSettings, size = 1 << 16): Promise<Buffer> {
  const kept: Uint8Array[] = [];
  for await (const bytes of csvWithoutRows(inPieces(file, size), new Set(rows), settings)) kept.push(bytes);
  return Buffer.concat(kept);
}

async function rowsOf(file: Buffer, settings?: CsvSettings, size = 1 << 16): Promise<readonly CsvRow[]> {
  const all: CsvRow[] = [];
  for await (const rows of csvRows(inPieces(file, size), settings)) all.push(...rows);
  return all;
}

const columns = ['email', 'name', 'a note, "quoted"'];

/** Cells with all that means something in CSV. */
const cell = fc.oneof(
  fc.constantFrom(
    '',
    'jo@example.org',
    'Siân',
    '"',
    '""',
    'a"b',
    ' "x" ',
    ',',
    ';',
    '\t',
    '\n',
    '\r\n',
    '\r',
    'É',
    '🌹',
  ),
  fc.string({ maxLength: 6 }).map((text) => text.replaceAll(/[\0\uFFFD]/g, '')),
);

const encodings: Readonly<Record<CsvEncoding, (text: string) => Buffer>> = {
  'utf-8': (text) => Buffer.from(text),
  'utf-16le': (text) => Buffer.from(text, 'utf16le'),
  'utf-16be': (text) => Buffer.from(text, 'utf16le').swap16(),
  'windows-1252': (text) => Buffer.from(text.replaceAll(/[^\0-\x7f\xa0-\xff]/g, '?'), 'latin1'),
};

const breaks = fc.constantFrom('\n', '\r\n', '\r');

type Made = { readonly file: Buffer; readonly settings: CsvSettings };

/** A file as some program may have written it, with rows that have too few cells among the others. */
const madeFile: fc.Arbitrary<Made> = fc
  .record({
    rows: fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 12 }),
    ends: fc.array(breaks, { minLength: 14, maxLength: 14 }),
    quoteAll: fc.boolean(),
    delimiter: fc.constantFrom<CsvDelimiter>(',', ';', '\t'),
    encoding: fc.constantFrom<CsvEncoding>('utf-8', 'utf-16le', 'utf-16be', 'windows-1252'),
    mark: fc.boolean(),
    separatorLine: fc.boolean(),
    endsWithBreak: fc.boolean(),
  })
  .map(({ rows, ends, quoteAll, delimiter, encoding, mark, separatorLine, endsWithBreak }) => {
    const written = (text: string) => {
      const needed = /[,;\t\n\r]/.test(text) || text.startsWith('"');
      return quoteAll || needed ? `"${text.replaceAll('"', '""')}"` : text;
    };
    // A last row that is one empty cell and has no line break is no row.
    const lines = [columns, ...rows, ['last', '', '']].map((cells) => cells.map(written).join(delimiter));
    const text = lines
      .map((line, index) => line + (index < lines.length - 1 || endsWithBreak ? ends[index] : ''))
      .join('');
    const start = `${mark && encoding !== 'windows-1252' ? '\uFEFF' : ''}${separatorLine ? `sep=${delimiter}\r\n` : ''}`;
    const declared = mark && encoding !== 'windows-1252' ? {} : { encoding };
    return { file: encodings[encoding](start + text), settings: { ...declared, delimiter } };
  });

const asRead = ({ columns, rows, refused }: Awaited<ReturnType<typeof readCsv>>, gone: readonly number[] = []) => {
  const numbers = [...rows.map(({ number }) => number), ...refused.map(({ number }) => number)].sort((a, b) => a - b);
  const kept = numbers.filter((number) => !gone.includes(number));
  return {
    columns,
    rows: kept.map((number) => {
      const row = rows.find((one) => one.number === number);
      return row ? row.values : refused.find((one) => one.number === number)?.reason;
    }),
  };
};

/** Whether half a line break comes to stand before the other half, in a file that has several kinds of them. */
function becomesOneBreak(kept: readonly CsvRow[]): boolean {
  const text = ({ bytes }: CsvRow) => bytes.toString('latin1').replaceAll('\0', '');
  return kept.some((row, index) => {
    const next = kept[index + 1];
    return next !== undefined && text(row).endsWith('\r') && text(next).startsWith('\n');
  });
}

describe('csvWithoutRows', () => {
  it('gives a file with the same rows but those, whatever program wrote it, and leaves every other byte', async () => {
    await fc.assert(
      fc.asyncProperty(
        madeFile,
        fc.array(fc.integer({ min: 0, max: 16 }), { maxLength: 6 }),
        fc.integer({ min: 1, max: 90 }),
        async ({ file, settings }, gone, size) => {
          const before = await readCsv(file, settings, 1 << 16);
          // Windows-1252 whose bytes happen to be UTF-8, and quotation marks that look lost: the reader takes neither.
          fc.pre(before.fault === undefined);

          const result = await without(file, gone, settings, size);
          const out = gone.filter((number) => number > 1);
          const rows = await rowsOf(file, settings, size);
          expect(Buffer.concat(rows.map(({ bytes }) => bytes))).toEqual(file);
          expect(rows.filter(({ number }) => number > 1).length).toBe(before.rows.length + before.refused.length);
          const kept = rows.filter(({ number }) => !out.includes(number));
          expect(result).toEqual(Buffer.concat(kept.map(({ bytes }) => bytes)));

          const after = await readCsv(result, settings, 1 << 16);
          // The same for bytes that only the rows that are gone made more than ASCII.
          if (settings.encoding !== 'windows-1252') expect(after.fault).toBeUndefined();
          if (after.fault === undefined && !becomesOneBreak(kept)) expect(asRead(after)).toEqual(asRead(before, out));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('has the same cells in its rows as the reader', async () => {
    await fc.assert(
      fc.asyncProperty(madeFile, async ({ file, settings }) => {
        const read = await readCsv(file, settings, 1 << 16);
        fc.pre(read.fault === undefined && settings.encoding !== 'windows-1252');
        const rows = await rowsOf(file, settings);
        for (const { number, values } of read.rows) {
          const cells = rows.find((row) => row.number === number)?.cells();
          expect(values.every((value) => value === '') && cells?.length === 1 ? values : cells).toEqual(values);
        }
      }),
    );
  });

  const marks: [string, string, (text: string) => Buffer][] = [
    ['UTF-8', '', encodings['utf-8']],
    ['UTF-8 with a mark', '\uFEFF', encodings['utf-8']],
    ['UTF-16LE without a mark', '', encodings['utf-16le']],
    ['UTF-16BE without a mark', '', encodings['utf-16be']],
    ['UTF-16BE with a mark', '\uFEFF', encodings['utf-16be']],
  ];

  it.each(marks)('cuts one row out of a real export in %s', async (_, mark, encode) => {
    const head = `${mark}sep=;\r\nemail;name\r\n`;
    const [jo, mo, al] = ['jo@example.org;"Jo\r\n""Ng"""\r\n', 'mo@example.org;"a;b"\n', 'al@example.org;"Al"'];
    const file = encode(head + jo + mo + al);
    expect(await without(file, [2])).toEqual(encode(head + mo + al));
    expect(await without(file, [3])).toEqual(encode(head + jo + al));
    expect(await without(file, [4])).toEqual(encode(head + jo + mo));
    expect(await without(file, [0, 1, 5])).toEqual(file);
    expect(await without(file, [2, 3, 4])).toEqual(encode(head));
  });

  it('gives back bytes that are no text as they were', async () => {
    const file = Buffer.concat([
      Buffer.from('email,name\njo@example.org,Jo\nmo@example.org,'),
      Buffer.from([0xff, 0x80, 0x00, 0xfe]),
      Buffer.from('\n'),
    ]);
    expect(await without(file, [2])).toEqual(Buffer.concat([file.subarray(0, 11), file.subarray(29)]));
  });
});
