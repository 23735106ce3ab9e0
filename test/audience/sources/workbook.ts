import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { RefusedRow, Row } from '../../../src/audience/sources/source.js';
import { openXlsxFile, type XlsxSettings } from '../../../src/audience/sources/xlsx.js';
import { Fault } from '../../../src/model/fault.js';
import type { WholeSource } from './read-all.js';

/** A sheet as XML, and how a workbook has it. */
export type TestSheet = { readonly name: string; readonly xml: string; readonly state?: string };

export type TestWorkbook = {
  readonly sheets: readonly TestSheet[];
  /** The <si> elements. */
  readonly strings?: string;
  /** What stands in <styleSheet>. */
  readonly styles?: string;
  readonly from1904?: boolean;
  /** Parts beside or instead of the others; absent ones are left out. */
  readonly parts?: Readonly<Record<string, Uint8Array | undefined>>;
};

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The rows of a sheet as XML. */
export function sheetXml(rows: string): string {
  return `${declaration}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`;
}

/** The parts of a workbook, laid out as Excel does it. */
export function workbookParts({ sheets, strings, styles, from1904, parts }: TestWorkbook): Record<string, Uint8Array> {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relationships}/${type}" Target="${target}"/>`;
  const relations = (list: readonly string[]) =>
    `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;
  const named = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="s${index + 1}"/>`,
  );
  const text = {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': relations([relation('r1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${relationships}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${named.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, index) => relation(`s${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)),
      ...(strings === undefined ? [] : [relation('t', 'sharedStrings', 'sharedStrings.xml')]),
      ...(styles === undefined ? [] : [relation('f', 'styles', '/xl/styles.xml')]),
    ]),
    ...Object.fromEntries(sheets.map(({ xml }, index) => [`xl/worksheets/sheet${index + 1}.xml`, xml])),
    ...(strings !== undefined && { 'xl/sharedStrings.xml': `${declaration}<sst xmlns="${main}">${strings}</sst>` }),
    ...(styles !== undefined && {
      'xl/styles.xml': `${declaration}<styleSheet xmlns="${main}">${styles}</styleSheet>`,
    }),
  };
  const all = { ...Object.fromEntries(Object.entries(text).map(([part, xml]) => [part, strToU8(xml)])), ...parts };
  return Object.fromEntries(Object.entries(all).flatMap(([part, bytes]) => (bytes ? [[part, bytes]] : [])));
}

export function workbook(settings: TestWorkbook): Uint8Array {
  return zipSync(workbookParts(settings));
}

/** A workbook of one sheet with these rows as XML. */
export function oneSheet(rows: string, settings: Omit<TestWorkbook, 'sheets'> = {}): Uint8Array {
  return workbook({ ...settings, sheets: [{ name: 'People', xml: sheetXml(rows) }] });
}

/** Everything that a workbook gives. Other errors than faults are thrown. */
export async function readXlsx(file: Uint8Array, settings?: XlsxSettings): Promise<WholeSource> {
  const folder = mkdtempSync(join(tmpdir(), 'mailout-'));
  const path = join(folder, 'people.xlsx');
  const rows: Row[] = [];
  const refused: RefusedRow[] = [];
  let columns: readonly string[] = [];
  try {
    writeFileSync(path, file);
    const source = await openXlsxFile(path, 'people.xlsx', settings);
    columns = source.columns;
    for await (const batch of source.batches) {
      rows.push(...batch.rows);
      refused.push(...batch.refused);
    }
    return { columns, rows, refused };
  } catch (error) {
    if (error instanceof Fault) return { columns, rows, refused, fault: error };
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
