import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { openXlsxFile, type XlsxSettings } from '../../../src/audience/sources/xlsx.js';
import { oneSheet, readXlsx, sheetXml, workbook, workbookParts } from './workbook.js';

const people = [
  ['email', 'name', 'region', 'number', 'joined'],
  ['jo@example.org', 'Siân O’Neill', 'london', '0012345', '2027-03-26'],
  ['al@example.org', 'Ng, "Al"\nsecond line', ' north west ', '12345678901', '1999-12-31'],
  ['mo@example.org', 'محمد 🌹 <&>', '', '', ''],
  ['', '', '', '', ''],
  ['yo@example.org', '007', '=1+1', '1.5', ''],
];

async function tableOf(file: Uint8Array, settings?: XlsxSettings): Promise<(readonly string[])[]> {
  const { columns, rows, refused, fault } = await readXlsx(file, settings);
  if (fault) throw fault;
  expect(refused).toEqual([]);
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 2));
  return [columns, ...rows.map(({ values }) => values)];
}

async function faultOf(file: Uint8Array, settings?: XlsxSettings): Promise<string | undefined> {
  const { fault } = await readXlsx(file, settings);
  if (fault) expect(fault.details.fix).toBeTruthy();
  return fault?.details.code.replace('audience/xlsx-', '');
}

const header = '<row r="1"><c r="A1" t="inlineStr"><is><t>email</t></is></c></row>';

/** What a cell below the header comes to, or the words with which its row is refused. */
async function cell(xml: string, settings: Parameters<typeof oneSheet>[1] = {}): Promise<string | undefined> {
  const { rows, refused, fault } = await readXlsx(
    oneSheet(`${header}<row r="2">${xml}</row><row r="3"><c r="A3"><v>1</v></c></row>`, settings),
  );
  if (fault) throw fault;
  expect(rows.length + refused.length).toBe(2);
  return rows.length === 2 ? rows[0]?.values[0] : refused[0]?.words;
}

describe('workbooks of real programs', () => {
  const dated = people.map((row, at) => row.map((text, column) => (at > 0 && column === 4 ? dateOf(text) : text)));

  it.each(['shared', 'inline'] as const)('hucre, with %s texts', async (stringMode) => {
    const file = await writeXlsx({ sheets: [{ name: 'People', rows: dated }], stringMode });
    expect(await tableOf(file)).toEqual(people);
  });

  it('hucre, counting days from 1904', async () => {
    const file = await writeXlsx({ sheets: [{ name: 'People', rows: dated }], dateSystem: '1904' });
    expect(await tableOf(file)).toEqual(people);
  });

  it('LibreOffice, which writes every attribute out', async () => {
    const row = (number: number, cells: string) =>
      `<row r="${number}" customFormat="false" ht="12.8" hidden="false" customHeight="false" outlineLevel="0" collapsed="false">${cells}</row>`;
    const rows = [
      row(1, '<c r="A1" s="0" t="s"><v>0</v></c><c r="B1" s="0" t="s"><v>1</v></c><c r="C1" s="1"/>'),
      row(2, '<c r="A2" s="0" t="s"><v>2</v></c><c r="B2" s="1" t="n"><v>46472</v></c>'),
      row(3, '<c r="A3" s="0" t="str"><f aca="false">A2&amp;&quot;x&quot;</f><v>jo@example.orgx</v></c>'),
      row(4, '<c r="B4" s="0" t="b"><v>1</v></c>'),
    ];
    const texts = ['email', 'joined', 'jo@example.org'];
    const file = oneSheet(rows.join(''), {
      strings: texts.map((text) => `<si><t xml:space="preserve">${text}</t></si>`).join('\n'),
      styles:
        '<numFmts count="1"><numFmt numFmtId="165" formatCode="dd/mm/yyyy"/></numFmts><cellXfs count="2"><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>',
    });
    expect(await tableOf(file)).toEqual([
      ['email', 'joined'],
      ['jo@example.org', '2027-03-26'],
      ['jo@example.orgx', ''],
      ['', 'TRUE'],
    ]);
  });

  it('whatever texts are in them', async () => {
    const text = fc.oneof(
      fc.constantFrom('', 'jo@example.org', ' x ', '007', '=1', 'a\nb', 'TRUE', '1e5', '🌹', '<b>'),
      fc.string({ unit: 'grapheme', maxLength: 8 }).filter((each) => !/[\p{Cc}\p{Cs}\uFFFD\uFFFE\uFFFF]/u.test(each)),
    );
    const tables = fc.array(fc.tuple(text, text, text), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(tables, fc.constantFrom('shared' as const, 'inline' as const), async (table, stringMode) => {
        const rows = [['email', 'name', 'x'], ...table, ['end', '', '']];
        expect(await tableOf(await writeXlsx({ sheets: [{ name: 'A', rows }], stringMode }))).toEqual(rows);
      }),
      { numRuns: 100 },
    );
  });
});

function dateOf(text: string): Date | string {
  return text === '' ? '' : new Date(`${text}T00:00:00Z`);
}

describe('a cell', () => {
  const strings = [
    '<si><t>plain</t></si>',
    '<si><t xml:space="preserve"> spaced </t></si>',
    '<si><r><t>bo</t></r><r><rPr><b/></rPr><t>ld</t></r></si>',
    '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>',
    '<si><t>a_x000D_\nb_x005F_x0041_ &amp; &#x1F339;<![CDATA[<c>]]></t></si>',
    '<si/>',
    '<si><t>lost _xD83C_</t></si>',
  ].join('');
  const styles = `<numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="000000"/></numFmts>
    <cellStyleXfs count="1"><xf numFmtId="22"/></cellStyleXfs>
    <cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="22"/></cellXfs>
    <dxfs count="1"><dxf><numFmt numFmtId="0" formatCode="yyyy"/></dxf></dxfs>`;

  it.each([
    ['a shared text', '<c r="A2" t="s"><v>0</v></c>', 'plain'],
    ['spaces', '<c r="A2" t="s"><v>1</v></c>', ' spaced '],
    ['a text with formats', '<c r="A2" t="s"><v>2</v></c>', 'bold'],
    ['a text with its reading', '<c r="A2" t="s"><v>3</v></c>', '東京'],
    ['escapes and a line break', '<c r="A2" t="s"><v>4</v></c>', 'a\nb_x0041_ & 🌹<c>'],
    ['a shared text that is empty', '<c r="A2" t="s"><v>5</v></c>', ''],
    ['a text of its own', '<c r="A2" t="inlineStr"><is><t>in</t></is></c>', 'in'],
    ['a text of its own with formats', '<c r="A2" t="inlineStr"><is><r><t>i</t></r><r><t>n</t></r></is></c>', 'in'],
    ['a text of its own, written like a result', '<c r="A2" t="inlineStr"><v>in</v></c>', 'in'],
    ['the result of a formula', '<c r="A2" t="str"><f>B2&amp;"x"</f><v>jo@example.org</v></c>', 'jo@example.org'],
    ['a result that is empty', '<c r="A2" t="str"><f>""</f><v></v></c>', ''],
    ['a number', '<c r="A2"><v>12345678901</v></c>', '12345678901'],
    ['a number that was computed', '<c r="A2"><f>0.1+0.2</f><v>0.30000000000000004</v></c>', '0.3'],
    ['yes', '<c r="A2" t="b"><v>1</v></c>', 'TRUE'],
    ['no', '<c r="A2" t="b"><v>0</v></c>', 'FALSE'],
    ['a day', '<c r="A2" s="1"><v>46472</v></c>', '2027-03-26'],
    ['a day in a format of the file’s own', '<c r="A2" s="2"><v>46472</v></c>', '2027-03-26'],
    ['a time', '<c r="A2" s="4"><v>46472.5</v></c>', '2027-03-26T12:00:00'],
    ['a member’s number with zeros', '<c r="A2" s="3"><v>42</v></c>', '000042'],
    ['an ISO date', '<c r="A2" t="d" s="1"><v>2027-03-26T00:00:00</v></c>', '2027-03-26'],
    ['nothing but a format', '<c r="A2" s="1"/>', ''],
    ['no place of its own', '<c><v>7</v></c>', '7'],
  ])('with %s', async (_, xml, value) => {
    expect(await cell(xml, { strings, styles })).toBe(value);
  });

  it.each([
    ['an error', '<c r="A2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', 'Cell A2 has an error in it (#DIV/0!), and no value.'],
    [
      'an error with words in it',
      '<c r="A2" t="e"><v>jo@example.org</v></c>',
      'Cell A2 has an error in it, and no value.',
    ],
    ['a formula alone', '<c r="A2"><f>B2</f></c>', 'Cell A2 has a formula whose result is not in the file.'],
    ['a formula of openpyxl', '<c r="A2"><f>B2</f><v/></c>', 'Cell A2 has a formula whose result is not in the file.'],
    ['a number that is none', '<c r="A2"><v>jo@example.org</v></c>', 'Cell A2 has a number in it that cannot be read.'],
    ['half a letter', '<c r="A2" t="s"><v>6</v></c>', 'The row has a letter in it that was lost on the way here.'],
  ])('with %s has its row refused', async (_, xml, words) => {
    expect(await cell(xml, { strings, styles })).toBe(words);
  });

  it('whose prefix or quotation is unusual is the same', async () => {
    const xml = `<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData>
      <x:row r='1'><x:c r='A1' t='inlineStr'><x:is><x:t>email</x:t></x:is></x:c></x:row>
      <x:row><x:c><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    expect(await tableOf(workbook({ sheets: [{ name: 'A', xml }] }))).toEqual([['email'], ['5']]);
  });

  it('of a part in UTF-16 is the same', async () => {
    const xml = `\uFEFF${sheetXml(`${header}<row r="2"><c r="A2" t="inlineStr"><is><t>é🌹</t></is></c></row>`).replace('UTF-8', 'UTF-16')}`;
    const part = 'xl/worksheets/sheet1.xml';
    for (const bytes of [Buffer.from(xml, 'utf16le'), Buffer.from(xml, 'utf16le').swap16()]) {
      expect(await tableOf(oneSheet('', { parts: { [part]: bytes } }))).toEqual([['email'], ['é🌹']]);
    }
  });
});

describe('the rows of a sheet', () => {
  const row = (number: number, ...cells: readonly string[]) =>
    `<row r="${number}">${cells.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;

  it('are those up to the last with anything in it, whether or not empty ones are in the file', async () => {
    const rows = [
      row(1, 'email', 'name'),
      row(2, '', ''),
      row(4, 'a@example.org'),
      '<row r="5"><c r="A5" s="1"/></row>',
      row(6, '', 'B'),
      row(7, '', ''),
      '<row r="1048576" ht="12"/>',
    ];
    expect(await tableOf(oneSheet(rows.join('')))).toEqual([
      ['email', 'name'],
      ['', ''],
      ['', ''],
      ['a@example.org', ''],
      ['', ''],
      ['', 'B'],
    ]);
  });

  it('come in batches, however many empty ones are between others', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mailout-'));
    try {
      writeFileSync(join(folder, 'a.xlsx'), oneSheet(row(1, 'email') + row(100_000, 'a@example.org')));
      const { batches } = await openXlsxFile(join(folder, 'a.xlsx'), 'a.xlsx');
      let count = 0;
      for await (const { rows } of batches) {
        expect(rows.length).toBeLessThanOrEqual(1_000);
        count += rows.length;
      }
      expect(count).toBe(99_999);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('have a value for each column up to the last that is named, and nothing else counts', async () => {
    const rows = [
      row(1, 'email', '', 'name', '', ''),
      row(2, 'a@example.org', 'x', 'A', 'note'),
      '<row r="3"><c r="D3" t="e"><v>#N/A</v></c></row>',
      '<row r="4"><c r="C4"><v>3</v></c><c r="XFD4"><v>4</v></c></row>',
    ];
    expect(await tableOf(oneSheet(rows.join('')))).toEqual([
      ['email', '', 'name'],
      ['a@example.org', 'x', 'A'],
      ['', '', ''],
      ['', '', '3'],
    ]);
  });

  it('are given or refused, each under its own number', async () => {
    const file = oneSheet(
      `${row(1, 'email')}${row(2, 'a')}<row r="3"><c t="e"><v>#REF!</v></c></row>${row(5, '\uFFFD')}${row(6, 'b')}`,
    );
    const { rows, refused, fault } = await readXlsx(file);
    expect(fault).toBeUndefined();
    expect(rows.map(({ number, values }) => [number, ...values])).toEqual([
      [2, 'a'],
      [4, ''],
      [6, 'b'],
    ]);
    expect(refused.map(({ number, reason }) => [number, reason])).toEqual([
      [3, 'unreadable'],
      [5, 'unreadable'],
    ]);
  });

  it.each([
    [
      'hidden by a filter or by hand',
      'hidden-row',
      `${row(1, 'email')}${row(2, 'a')}<row r="3" hidden="1"><c><v>1</v></c></row>`,
    ],
    ['out of order', 'rows-disordered', `${row(1, 'email')}${row(2, 'a')}${row(2, 'b')}`],
    ['beyond the last', 'rows-disordered', `${row(1, 'email')}${row(2, 'a')}${row(1_048_577, 'b')}`],
    [
      'with cells out of order',
      'rows-disordered',
      `${row(1, 'email')}${row(2, 'a')}<row r="3"><c r="B3"/><c r="A3"/></row>`,
    ],
    ['with cells of another row', 'rows-disordered', `${row(1, 'email')}${row(2, 'a')}<row r="3"><c r="A4"/></row>`],
    [
      'with a text that there is not',
      'rows-disordered',
      `${row(1, 'email')}${row(2, 'a')}<row r="3"><c t="s"><v>9</v></c></row>`,
    ],
    [
      'of no kind that there is',
      'rows-disordered',
      `${row(1, 'email')}${row(2, 'a')}<row r="3"><c t="z"><v>9</v></c></row>`,
    ],
    ['longer than rows are', 'row-too-long', `${row(1, 'email')}${row(2, 'a')}${row(3, 'x'.repeat(1_000_001))}`],
    ['that are not whole', 'damaged', `${row(1, 'email')}${row(2, 'a')}<row r="3"><c>`],
  ])('that are %s stop the reading after those before', async (_, code, rows) => {
    const { rows: read, fault } = await readXlsx(oneSheet(rows));
    expect(fault?.details.code).toBe(`audience/xlsx-${code}`);
    expect(read.map(({ values }) => values)).toEqual([['a']]);
  });

  it.each([
    ['an empty first row', 'no-header', row(2, 'email')],
    ['people without a header', 'header-has-address', row(1, 'jo@example.org', 'Jo')],
    ['a name twice', 'header-twice', row(1, 'email', 'name', ' email ')],
    ['a letter that cannot be read', 'header-unreadable', row(1, 'email', 'pr\uFFFDnom')],
    ['an error', 'header-error', '<row r="1"><c t="e"><v>#N/A</v></c></row>'],
    ['nothing at all', 'no-sheets', ''],
  ])('that begin with %s are not read', async (_, code, rows) => {
    expect(await faultOf(oneSheet(rows))).toBe(code);
  });

  it('that are hidden do no harm where they are empty', async () => {
    expect(await tableOf(oneSheet(`${row(1, 'email')}<row r="2" hidden="1"/>${row(3, 'a')}`))).toEqual([
      ['email'],
      [''],
      ['a'],
    ]);
  });
});

describe('the sheet', () => {
  const sheet = (name: string, state?: string) => ({
    name,
    xml: sheetXml(`<row r="1"><c t="inlineStr"><is><t>email of ${name}</t></is></c></row>`),
    ...(state !== undefined && { state }),
  });
  const empty = { name: 'Sheet3', xml: sheetXml('<row r="1"><c r="A1" s="1"/></row>') };
  const columnsIn = async (file: Uint8Array, name?: string) => {
    const { columns, fault } = await readXlsx(file, name === undefined ? {} : { sheet: name });
    if (fault) throw fault;
    return columns;
  };

  it('is the only visible one with anything in it', async () => {
    const file = workbook({ sheets: [empty, sheet('Lists', 'hidden'), sheet('Officers'), sheet('Old', 'veryHidden')] });
    expect(await columnsIn(file)).toEqual(['email of Officers']);
  });

  it('is the one that is named, whatever its case, hidden or not', async () => {
    const file = workbook({ sheets: [sheet('Members'), sheet('Officers'), sheet('Anciens élus', 'hidden')] });
    expect(await columnsIn(file, 'officers')).toEqual(['email of Officers']);
    expect(await columnsIn(file, 'Anciens e\u0301lus')).toEqual(['email of Anciens élus']);
  });

  it('has to be named where several have something in them', async () => {
    const { fault } = await readXlsx(workbook({ sheets: [sheet('Members'), empty, sheet('jo@example.org')] }));
    expect(fault?.details.code).toBe('audience/xlsx-which-sheet');
    expect(fault?.details.words).toContain('They are: Members, (a name with an address in it).');
    expect(fault?.details.fix).toContain('sheet:');
  });

  it('that there is not is told with the name that is probably meant', async () => {
    const { fault } = await readXlsx(workbook({ sheets: [sheet('Members'), sheet('Officers')] }), { sheet: 'Oficers' });
    expect(fault?.details.code).toBe('audience/xlsx-no-such-sheet');
    expect(fault?.details.fix).toBe('Did you mean “Officers”?');
  });

  it('has to have something in it', async () => {
    expect(await faultOf(workbook({ sheets: [sheet('Members'), empty] }), { sheet: 'Sheet3' })).toBe('empty-sheet');
    expect(await faultOf(workbook({ sheets: [empty, sheet('Members', 'hidden')] }))).toBe('no-sheets');
  });
});

describe('a file that is something else', () => {
  const compound = (text: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2 ** 20), Buffer.from(text, 'utf16le')]);
  const zip = (...parts: readonly string[]) => zipSync(Object.fromEntries(parts.map((part) => [part, strToU8('x')])));
  const part = 'xl/worksheets/sheet1.xml';
  const withSheet = (xml: string) => oneSheet('', { parts: { [part]: strToU8(xml) } });

  it.each([
    ['nothing', 'empty', new Uint8Array()],
    ['CSV', 'is-text', strToU8('email,name\njo@example.org,Jo\n')],
    ['CSV that begins like an archive', 'is-text', strToU8('PK,email\n')],
    ['CSV in UTF-16', 'is-text', Buffer.from('\uFEFFemail\n', 'utf16le')],
    ['a web page', 'is-markup', strToU8('\uFEFF\n<html><table>')],
    ['XML of Excel 2003', 'is-markup', strToU8('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>')],
    ['a picture', 'not-xlsx', Buffer.from('89504e470d0a1a0a0000000d', 'hex')],
    ['a workbook of old Excel', 'is-xls', compound('Workbook')],
    ['a workbook with a password', 'password', compound('EncryptedPackage')],
    ['a binary workbook', 'is-xlsb', zip('[Content_Types].xml', 'xl/workbook.bin')],
    ['a text of Word', 'not-xlsx', zip('[Content_Types].xml', 'word/document.xml')],
    ['a document of Numbers', 'is-numbers', zip('Index/Document.iwa')],
    ['another archive', 'not-xlsx', zip('members.csv')],
    [
      'an archive with a document type in it',
      'doctype',
      withSheet('<!DOCTYPE x [<!ENTITY e "e">]><worksheet>&e;</worksheet>'),
    ],
    ['an archive with entities in it', 'damaged', withSheet('<worksheet><sheetData>&nbsp;</sheetData></worksheet>')],
    ['an archive in another encoding', 'damaged', withSheet('<?xml version="1.0" encoding="ISO-8859-1"?><worksheet/>')],
    [
      'an archive whose letters are wrong',
      'damaged',
      oneSheet('', { parts: { [part]: Buffer.from('<a>\xe9</a>', 'latin1') } }),
    ],
    ['a workbook without its sheet', 'damaged', oneSheet('', { parts: { [part]: undefined } })],
    ['a workbook without its list of parts', 'not-xlsx', oneSheet('', { parts: { '_rels/.rels': undefined } })],
    ['a workbook of many nested elements', 'damaged', withSheet('<a>'.repeat(100_000))],
    ['a workbook with an endless tag', 'too-big', withSheet(`<worksheet ${letters(5 << 20)}`)],
  ])('%s: %s', async (_, code, file) => {
    expect(await faultOf(file)).toBe(code);
  });

  it('is told apart when real programs wrote it', async () => {
    const rows = [['email'], ['jo@example.org']];
    const encryption = { password: 'secret', spinCount: 1 };
    expect(await faultOf(await writeXlsx({ sheets: [{ name: 'A', rows }], encryption }))).toBe('password');
    expect(await faultOf(await writeOds({ sheets: [{ name: 'A', rows }] }))).toBe('is-ods');
  });

  it('is refused where it unpacks to far more than it is', async () => {
    const spaces = new Uint8Array(40 << 20).fill(0x20);
    expect(await faultOf(oneSheet('', { parts: { [part]: spaces } }))).toBe('too-big');
  });

  it('is told where it is missing, or is a folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mailout-'));
    try {
      mkdirSync(join(folder, 'a.xlsx'));
      const missing = openXlsxFile(join(folder, 'gone.xlsx'), 'audiences/private/gone.xlsx');
      await expect(missing).rejects.toThrow('There is no audiences/private/gone.xlsx.');
      await expect(openXlsxFile(join(folder, 'a.xlsx'), 'audiences')).rejects.toThrow('audiences is a folder.');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  /** Names of attributes, so many bytes of them. */
  function letters(count: number): string {
    return Array.from({ length: count / 8 }, (_, index) => `a${index.toString(36).padStart(4, '0')}=""`).join('\n');
  }
});

describe('a damaged workbook', () => {
  const cells = Array.from({ length: 300 }, (_, index) => `<row r="${index + 2}"><c><v>${index * 7_919}</v></c></row>`);
  const file = oneSheet(header + cells.join(''));

  it('is refused wherever it was cut off', async () => {
    for (let length = 1; length < file.length; length += 97) {
      expect(await faultOf(file.subarray(0, length)), `${length} bytes`).toBeDefined();
    }
  });

  it('gives all people or a reason, whatever byte of it is wrong', async () => {
    const whole = await tableOf(file);
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const wrong = file.slice();
        wrong[at] = (wrong[at] ?? 0) ^ change;
        const { columns, rows, refused: rowsRefused, fault } = await readXlsx(wrong);
        if (fault) refused += 1;
        else expect([columns, ...rows.map(({ values }) => values), ...rowsRefused]).toEqual(whole);
      }),
      { numRuns: 400 },
    );
    expect(refused).toBeGreaterThan(100);
  });

  it('is refused where two of its parts have the same name', async () => {
    const parts = workbookParts({ sheets: [{ name: 'A', xml: sheetXml(header) }] });
    const upper = { ...parts, 'XL/workbook.xml': strToU8('<workbook/>') };
    expect(await faultOf(zipSync(upper))).toBe('damaged');
  });
});
