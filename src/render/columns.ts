/*
 * How many columns of a terminal or a plain-text mail a character takes. Tables of our own rather than Unicode property
 * escapes, whose answers change with the version of Node.
 */

/** East Asian wide and full-width characters, and emoji (Unicode TR 11, by blocks). */
const wide = new RegExp(
  '^[\\u1100-\\u115f\\u2e80-\\u303e\\u3041-\\ua4cf\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff00-\\uff60\\uffe0-\\uffe6' +
    '\\u{1f300}-\\u{1f64f}\\u{1f900}-\\u{1f9ff}\\u{20000}-\\u{3fffd}]$',
  'u',
);

/** Marks that sit on the character before them (Latin, Hebrew, Arabic, Indic vowels apart), joiners and selectors. */
const mark = new RegExp(
  '^[\\u0300-\\u036f\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u0610-\\u061a\\u064b-\\u065f\\u0670' +
    '\\u06d6-\\u06dc\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\u20d0-\\u20f0\\ufe00-\\ufe0f]$',
  'u',
);

/** The width of a text without line ends, in columns. */
export function columnsOf(text: string): number {
  // Most text is ASCII, where a character is a column.
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let columns = 0;
  for (const character of text) columns += mark.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return columns;
}

const closing = /^[、。〉》」』】〕〗〙〛！），．：；？｝ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…‥]$/u;
const opening = /^[〈《「『【〔〖〘〚（｛]$/u;

/**
 * A word cut where a line may end inside it: beside each East Asian character, which are written without spaces, but
 * not so that a line begins with a closing mark or ends with an opening one. Other words stay whole. The word comes in
 * its characters, of which one may be longer to keep it whole.
 */
export function breakable(characters: readonly string[]): string[] {
  const pieces: string[] = [];
  let before = '';
  for (const character of characters) {
    const isBreak =
      (wide.test(before) || wide.test(character)) &&
      !opening.test(before) &&
      !closing.test(character) &&
      !mark.test(character);
    if (isBreak || before === '') pieces.push(character);
    else pieces[pieces.length - 1] += character;
    before = character;
  }
  return pieces;
}
