import { posix } from 'node:path';
import { suggestion } from '../../model/suggest.js';
import { xlsxFault } from './xlsx-fault.js';
import { readWholeXml, readXml } from './xlsx-xml.js';
import type { WorkbookParts } from './xlsx-zip.js';

/** A sheet of cells. */
export type Sheet = {
  readonly name: string;
  readonly isVisible: boolean;
  /** The name of the part that it is in. */
  readonly part: string;
};

export type Workbook = {
  readonly sheets: readonly Sheet[];
  /** Whether days are counted from 1904, as old Excel for the Mac did, and not from 1900. */
  readonly from1904: boolean;
  /** The part with the texts of cells, if there is one. */
  readonly strings?: string;
  /** The part that says how cells are formatted, if there is one. */
  readonly styles?: string;
};

/** Bytes of the parts that describe a workbook. */
const mostDescribed = 64 << 20;

/** Bytes of a sheet; half a million rows are some 150 MB. */
export const mostOfSheet = 2 ** 31;

/**
 * What is in a workbook and where (ECMA-376 part 1, 12.3.23).
 *
 * @throws Fault where it is damaged
 */
export async function readWorkbook(parts: WorkbookParts): Promise<Workbook> {
  const root = [...(await relationsOf('', parts)).values()].find(({ type }) => type === 'officeDocument');
  if (!root || !parts.has(root.part)) throw xlsxFault('not-xlsx');
  const related = await relationsOf(root.part, parts);
  const sheets: Sheet[] = [];
  let isWorkbook = false;
  let from1904 = false;
  await readWholeXml(parts.read(root.part, mostDescribed), {
    open: (name, attributes) => {
      if (name === 'workbook') isWorkbook = true;
      if (name === 'workbookPr') from1904 = isTrue(attributes.date1904);
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([attribute]) => attribute.endsWith(':id'))?.[1] ?? '';
      const relation = related.get(id);
      if (!relation) throw xlsxFault('damaged');
      if (relation.type !== 'worksheet') return;
      const isVisible = (attributes.state ?? 'visible') === 'visible';
      sheets.push({ name: attributes.name ?? '', isVisible, part: relation.part });
    },
  });
  if (!isWorkbook) throw xlsxFault('not-xlsx');
  const partOf = (wanted: string) => [...related.values()].find(({ type }) => type === wanted)?.part;
  const strings = partOf('sharedStrings');
  const styles = partOf('styles');
  return { sheets, from1904, ...(strings !== undefined && { strings }), ...(styles !== undefined && { styles }) };
}

/** Whether an attribute says yes (XML Schema part 2, 3.2.2). */
export function isTrue(attribute: string | undefined): boolean {
  return attribute === '1' || attribute === 'true';
}

/**
 * The sheet with the people: the one that is named, as Excel compares names, or else the only visible one with anything
 * in it.
 *
 * @throws Fault where there is none, or more than one
 */
export async function sheetOf(workbook: Workbook, parts: WorkbookParts, wanted?: string): Promise<Sheet> {
  const { sheets } = workbook;
  if (wanted !== undefined) {
    const named = sheets.find(({ name }) => folded(name) === folded(wanted));
    if (named) return named;
    throw xlsxFault('no-such-sheet', { fix: suggestion(wanted, sheets.map(told)) });
  }
  const filled: Sheet[] = [];
  const visible = sheets.filter(({ isVisible }) => isVisible);
  for (const sheet of visible) {
    if (await hasCells(parts.read(sheet.part, mostOfSheet))) filled.push(sheet);
  }
  const [only, ...others] = filled;
  if (only === undefined) throw xlsxFault('no-sheets');
  if (others.length > 0) throw xlsxFault('which-sheet', { told: `They are: ${filled.map(told).join(', ')}.` });
  return only;
}

function folded(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}

/** A sheet may be named after a person. */
function told({ name }: Sheet): string {
  return name.includes('@') ? '(a name with an address in it)' : name;
}

async function hasCells(sheet: AsyncIterable<Uint8Array>): Promise<boolean> {
  let found = false;
  const look = (name: string) => {
    found ||= name === 'v' || name === 'is';
  };
  for await (const _ of readXml(sheet, { open: look })) {
    if (found) return true;
  }
  return false;
}

type Relation = { readonly type: string; readonly part: string };

/** What a part refers to, by id (ECMA-376 part 2, 6.5). */
async function relationsOf(part: string, parts: WorkbookParts): Promise<ReadonlyMap<string, Relation>> {
  const folder = posix.dirname(part);
  const relations = new Map<string, Relation>();
  const file = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  if (!parts.has(file)) return relations;
  await readWholeXml(parts.read(file, mostDescribed), {
    open: (name, { Id = '', Type = '', Target = '', TargetMode }) => {
      if (name !== 'Relationship' || TargetMode === 'External') return;
      const target = posix.normalize(Target.startsWith('/') ? Target : posix.join('/', folder, Target)).slice(1);
      relations.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), part: target });
    },
  });
  return relations;
}
