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
    const end = endOf(list, middle);
    const there = list.slice(start, end);
    if (there === word) return true;
    if (there < word) low = end + 1;
    else high = start;
  }
  return false;
}

/** The words of a list that begin with something, in order. */
export function* wordsFrom(list: string, start: string): Generator<string> {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const begin = list.lastIndexOf('\n', middle - 1) + 1;
    const end = endOf(list, middle);
    if (list.slice(begin, end) < start) low = end + 1;
    else high = begin;
  }
  for (let at = low; at < list.length && list.startsWith(start, at); at = endOf(list, at) + 1) {
    yield list.slice(at, endOf(list, at));
  }
}

function endOf(list: string, at: number): number {
  const end = list.indexOf('\n', at);
  return end === -1 ? list.length : end;
}
