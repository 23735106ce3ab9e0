import type { ColumnMapping } from '../model/audience.js';
import { type Counted, counted, type FieldTally } from './tally.js';

/** The merge fields of one person after the other, in the order of the mapping, and what they came to. */
export type FieldColumns = {
  /** Nothing stands where there is no value fit to be printed: a fallback is for whoever fills in a text. */
  readonly read: (values: readonly string[], row: number) => string[];
  readonly tally: () => Record<string, FieldTally>;
};

export function fieldColumns(columns: readonly string[], mapping: ColumnMapping): FieldColumns {
  const readers = mapping.fields.map(({ name, column, fallback }) => ({ name, at: columns.indexOf(column), fallback }));
  const fallbacks = readers.map(() => 0);
  const blanks = readers.map(() => 0);
  const unfit: (Counted | undefined)[] = readers.map(() => undefined);
  return {
    read: (values: readonly string[], row: number): string[] =>
      readers.map(({ at, fallback }, index) => {
        const value = fieldValue(values[at] ?? '');
        if (value) return value;
        if (value === null) unfit[index] = counted(unfit[index], row);
        const counts = fallback === undefined ? blanks : fallbacks;
        counts[index] = (counts[index] ?? 0) + 1;
        return '';
      }),
    tally: (): Record<string, FieldTally> =>
      Object.fromEntries(
        readers.map(({ name }, index) => {
          const odd = unfit[index];
          return [name, { fallback: fallbacks[index] ?? 0, blank: blanks[index] ?? 0, ...(odd && { unfit: odd }) }];
        }),
      ),
  };
}

/** More is no name of a person or a place, and would break the layout of any edition. */
const longestField = 500;

const plain = /^[!-~]+(?: [!-~]+)*$/;

/** Control characters, halves of characters, and marks that turn the direction of what comes after the field. */
const unfit = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u;

/**
 * The value of a merge field as it goes into a text: composed (NFC), with single spaces for line breaks, tabs and other
 * spaces, and none around. Null where it is not fit to be printed: with control characters, or far too long.
 */
export function fieldValue(cell: string): string | null {
  if (cell === '' || (cell.length <= longestField && plain.test(cell))) return cell;
  const value = cell.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  return value.length > longestField || unfit.test(value) ? null : value;
}
