import { readWholeXml } from './xlsx-xml.js';

/** What the format of a cell says of the number in it. Zeros: how many digits it has at least. */
export type CellFormat = 'plain' | 'date' | 'time' | 'date-time' | 'hours' | { readonly zeros: number };

/**
 * The formats of cells, by the number that cells have for them (ECMA-376 part 1, 18.8.10).
 *
 * @throws Fault where the part is damaged
 */
export async function readFormats(part: AsyncIterable<Uint8Array>): Promise<readonly CellFormat[]> {
  const codes = new Map<string, string>();
  const ids: string[] = [];
  let list = '';
  await readWholeXml(part, {
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      if (name === 'numFmts' || name === 'cellXfs') list = name;
      else if (list === 'numFmts' && name === 'numFmt') codes.set(numFmtId, formatCode);
      else if (list === 'cellXfs' && name === 'xf') ids.push(numFmtId);
    },
    close: (name) => {
      if (name === list) list = '';
    },
  });
  // Codes may come after the formats that name them.
  return ids.map((id) => {
    const code = codes.get(id);
    return code === undefined ? builtIn(Number(id)) : formatOf(code);
  });
}

/** Formats that have no code in the file (ECMA-376 part 1, 18.8.30); 27 to 36 and 50 to 58 are dates in East Asia. */
function builtIn(id: number): CellFormat {
  if (id === 22) return 'date-time';
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return 'date';
  if (id === 46) return 'hours';
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 45 || id === 47) return 'time';
  return 'plain';
}

/** What a format code makes of a positive number (ECMA-376 part 1, 18.8.31). */
export function formatOf(code: string): CellFormat {
  const letters = code
    .replaceAll(/"[^"]*"|\\.|_.|\*./g, '')
    .split(';', 1)
    .join('')
    .toLowerCase();
  if (/^0{2,}$/.test(letters)) return { zeros: letters.length };
  if (/\[(h+|m+|s+)\]/.test(letters)) return 'hours';
  const shown = letters.replaceAll(/\[[^\]]*\]|general|am\/pm|a\/p/g, '');
  const hasTime = /[hs]/.test(shown);
  // An m beside hours or seconds stands for minutes.
  const hasDate = /[yd]/.test(shown) || (shown.includes('m') && !hasTime);
  if (hasDate) return hasTime ? 'date-time' : 'date';
  return hasTime ? 'time' : 'plain';
}
