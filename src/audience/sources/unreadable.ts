import { exitCode, Fault } from '../../model/fault.js';
import type { RefusedRow } from './source.js';

/** Whether a text has a letter in it that was lost in an earlier export, or the zero character, which nobody writes on purpose. */
export function isUnreadable(text: string): boolean {
  return text.includes('\uFFFD') || text.includes('\0');
}

/** A row that has such a text in it. */
export function unreadableRow(number: number): RefusedRow {
  return {
    number,
    reason: 'unreadable',
    words: 'The row has a letter in it that was lost on the way here.',
    fix: 'Retype the letter in the file, or export it again from where it is still right.',
  };
}

/**
 * The system could not open or read the file of a source.
 *
 * @param shown its path as people know it
 */
export function unreadableFile(kind: 'csv' | 'xlsx', shown: string, error: unknown): Fault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'the reason is unknown';
  const what = kind === 'csv' ? 'CSV file' : 'workbook';
  const told: Readonly<Record<string, { readonly words: string; readonly fix: string }>> = {
    ENOENT: { words: `There is no ${shown}.`, fix: 'Correct the path in the audience’s file, or put the file there.' },
    EACCES: {
      words: `${shown} cannot be read: you may not read it.`,
      fix: 'Change its permissions, or ask its owner.',
    },
    EISDIR: { words: `${shown} is a folder.`, fix: `Write the path of the ${what} in the audience’s file.` },
  };
  const { words, fix } = told[code] ?? { words: `${shown} cannot be read (${code}).`, fix: 'Check the disk.' };
  return new Fault({ code: `audience/${kind}-cannot-read`, exit: exitCode.findings, words, fix }, { cause: error });
}
