import type { Edit } from '../../../model/finding.js';
import type { Place } from '../../../model/place.js';
import { rule } from '../../rule.js';
import { placeAt, replacing, type SourceText } from '../../source-text.js';

/** A run of characters that nobody sees, or of spaces that do not break. */
const runs =
  /[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]+|[ \u00A0\u202F]*[\u00A0\u202F][ \u00A0\u202F]*/g;

const maybe = /[\u00A0\u00AD\u180E\u200B-\u200F\u202A-\u202F\u2060-\u2064\u2066-\u2069\uFEFF]/;

const isSpaces = /^[ \u00A0\u202F]+$/;
const isNowhereRight = /[\u00AD\uFEFF]/;
const isDirection = /^[\u200E\u200F\u202A-\u202E\u2066-\u2069]+$/;

/** Letters of scripts that are written from right to left. */
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]|[\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** Beside these, no invisible character has a job: not so in Persian, Hindi, Thai or Khmer, and in emoji. */
const isPlain = /^[\p{Script=Latin}\p{P}\p{N}\s]?$/u;

export const invisibleCharacters = rule({
  id: 'prose/invisible-characters',
  over: 'writing',
  severity: 'warning',
  title: 'No characters that nobody sees',
  why: 'Such characters come with a paste from Word or from a web page. They break words in odd places, make links fail and words impossible to find, and spam filters know them as a trick.',
  origins: [
    {
      title: 'Unicode Technical Report 36, Unicode Security Considerations',
      url: 'https://www.unicode.org/reports/tr36/',
    },
  ],
  bad: 'Join the cam\u00ADpaign.',
  good: 'Join the campaign.',
  *judge({ file }) {
    if (!maybe.test(file.text)) return;
    const lines = new Map<number, { readonly place: Place; readonly words: string; readonly edits: Edit[] }>();
    const isRightToLeft = rightToLeftLines(file);
    for (const { 0: run, index } of file.text.matchAll(runs)) {
      const place = placeAt(file, index);
      if (!isStray(file, run, index, () => isRightToLeft(place.line))) continue;
      const line = lines.get(place.line) ?? { place, words: wordsFor(file, run, index), edits: [] };
      line.edits.push(editFor(file, run, index));
      lines.set(place.line, line);
    }
    for (const { place, words, edits } of lines.values()) {
      yield { place, words, fix: 'Take it out; “mailout check --fix” does so.', edits };
    }
  },
});

function isStray({ text }: SourceText, run: string, at: number, isRightToLeft: () => boolean): boolean {
  if (isSpaces.test(run)) return run.length > 1;
  // The mark at the very beginning of a file says how it is encoded.
  if (at === 0 && run === '\uFEFF') return false;
  if (isNowhereRight.test(run)) return true;
  if (isDirection.test(run)) return !isRightToLeft();
  return isPlain.test(before(text, at)) && isPlain.test(after(text, at + run.length));
}

/** Whether there is a letter in a line that is written from right to left; looked up once a line. */
function rightToLeftLines({ text, lineStarts }: SourceText): (line: number) => boolean {
  const known = new Map<number, boolean>();
  return (line) => {
    const is =
      known.get(line) ?? rightToLeft.test(text.slice(lineStarts[line - 1] ?? 0, lineStarts[line] ?? text.length));
    known.set(line, is);
    return is;
  };
}

function before(text: string, at: number): string {
  return [...text.slice(Math.max(at - 2, 0), at)].at(-1) ?? '';
}

function after(text: string, at: number): string {
  return [...text.slice(at, at + 2)][0] ?? '';
}

function editFor(file: SourceText, run: string, at: number): Edit {
  if (isSpaces.test(run)) return replacing(file, at, at + run.length, ' ');
  // Where spaces are on both sides, one of them goes with it.
  const isBetweenSpaces = file.text.charAt(at - 1) === ' ' && file.text.charAt(at + run.length) === ' ';
  return replacing(file, at, at + run.length + (isBetweenSpaces ? 1 : 0), '');
}

function wordsFor({ text }: SourceText, run: string, at: number): string {
  const word = /[\p{L}\p{N}’'-]{1,30}\W?$/u.exec(text.slice(Math.max(at - 32, 0), at))?.[0].trim();
  const where = word ? ` behind “${word}”` : '';
  if (isSpaces.test(run)) return `There are spaces${where} that do not break, in a row.`;
  if (run.includes('\u00AD')) return `There is an invisible hyphen${where}.`;
  if (isDirection.test(run)) return `There is an invisible mark of direction${where}.`;
  return `There is an invisible character${where}.`;
}
