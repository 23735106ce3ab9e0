/**
 * Whether a list has a word.
 *
 * @param list words in order of code units, one a line
 */
export function isInList(list: string, word: string): boolean {
  if (word === '' || word.includes('\n')) return false;
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = list.lastIndexOf('\n', middle - 1) + 1;
    const found = list.indexOf('\n', middle);
    const end = found === -1 ? list.length : found;
    const there = list.slice(start, end);
    if (there === word) return true;
    if (there < word) low = end + 1;
    else high = start;
  }
  return false;
}
