/** East Asian wide and full-width characters, and emoji (Unicode TR 11, by blocks). */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/gu;

/** What stands on the character before it, or has no width. */
const narrow = /[\p{M}\p{Cf}]/gu;

/** How many columns a line of plain text takes: a Chinese character has two, a mark that sits on a letter none. */
export function columnsOf(line: string): number {
  if (/^[\x20-\x7e]*$/.test(line)) return line.length;
  const characters = [...line].length;
  return characters + (line.match(wide)?.length ?? 0) - (line.match(narrow)?.length ?? 0);
}
