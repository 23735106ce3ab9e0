import type { Phrases } from '../model/language.js';

/** How a language says what a link opens. What is absent is as in English. */
export type FileWords = {
  /** "PDF", given in capitals. */
  readonly type?: (type: string) => string;
  /** What stands between the type and the size: ", ". */
  readonly beforeSize?: string;
  readonly kilobytes?: string;
  readonly megabytes?: string;
  /** "." in 1.2 */
  readonly decimalMark?: string;
  /** Between a number and its unit: a space. */
  readonly beforeUnit?: string;
};

/** Says "PDF", or "PDF, 1.2 MB" where the size is known: in units of a thousand (IEC 80000-13), 1 KB at least. */
export function fileFrom(words: FileWords = {}): Phrases['file'] {
  const { type: named = (type) => type, beforeSize = ', ' } = words;
  return (type, size) => {
    const name = named(type.toUpperCase());
    return size === undefined ? name : `${name}${beforeSize}${sizeIn(words, size)}`;
  };
}

function sizeIn(words: FileWords, bytes: number): string {
  const { kilobytes = 'KB', megabytes = 'MB', decimalMark = '.', beforeUnit = ' ' } = words;
  const thousands = Math.max(1, Math.round(bytes / 1000));
  if (thousands < 1000) return `${thousands}${beforeUnit}${kilobytes}`;
  const millions = bytes / 1_000_000;
  const rounded = millions < 10 ? Math.round(millions * 10) / 10 : Math.round(millions);
  return `${String(rounded).replace('.', decimalMark)}${beforeUnit}${megabytes}`;
}
