import type { VNode } from 'preact';

/** The most places that are marked: nobody steps through more, and each costs time. */
const mostMarks = 2000;

export type Marked = { readonly lines: readonly VNode[]; readonly count: number; readonly isAll: boolean };

/** The lines of a source with what is searched for marked in them; capitals count for nothing. */
export function markedLines(html: string, query: string): Marked {
  const wanted = new RegExp(query.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&'), 'gi');
  let count = 0;
  let isAll = true;
  const lines = html.split('\n').map((line, index) => (
    <li key={index}>
      <code>{query === '' ? line : pieces(line)}</code>
    </li>
  ));
  return { lines, count, isAll };

  function pieces(line: string) {
    const found: (string | VNode)[] = [];
    let from = 0;
    for (const { 0: words, index } of line.matchAll(wanted)) {
      if (count === mostMarks) {
        isAll = false;
        break;
      }
      count += 1;
      found.push(line.slice(from, index), <mark key={index}>{words}</mark>);
      from = index + words.length;
    }
    return [...found, line.slice(from)];
  }
}
