import type { Finding } from '../model/finding.js';
import type { TextFile } from '../model/text-file.js';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are looked for.
const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u2028\u2029]/;

/** Complaints about characters that are no part of a text: a wrong encoding, or control characters from a paste. */
export function strayCharacters(file: TextFile): Finding[] {
  const replaced = file.text.indexOf('\uFFFD');
  if (replaced !== -1) {
    return [
      at(file, replaced, {
        rule: 'content/encoding',
        words: 'A letter here cannot be read: the file is not in UTF-8.',
        fix: 'Save the file again with the encoding UTF-8 and retype the letter.',
      }),
    ];
  }
  const stray = file.text.search(control);
  if (stray === -1) return [];
  return [
    at(file, stray, {
      rule: 'content/control-character',
      words: 'There is an invisible control character here, probably from a paste.',
      fix: 'Delete it: retype the words around it.',
    }),
  ];
}

function at(file: TextFile, offset: number, finding: Pick<Finding, 'rule' | 'words' | 'fix'>): Finding {
  const before = file.text.slice(0, offset).split('\n');
  return {
    ...finding,
    severity: 'error',
    place: { file: file.path, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
  };
}
