import type { VNode } from 'preact';

/** Where the search has found its words, up to a number that nobody steps through. */
const mostMarks = 2000;

export type Marked = { readonly lines: readonly VNode[]; readonly count: number; readonly isAll: boolean };

/** The lines of a source with what is searched for marked in them; capitals count for nothing. */
export function markedLines(html: string, query: string): Marked {
  const wanted = query.toLowerCase();
  let count = 0;
  let isAll = true;
  const lines = html.split('\n').map((line, index) => (
    <li key={index}>
      <code>{wanted === '' ? line : pieces(line)}</code>
    </li>
  ));
  return { lines, count, isAll };

  function pieces(line: string) {
    const found: (string | VNode)[] = [];
    const lower = line.toLowerCase();
    let from = 0;
    for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, from)) {
      if (count === mostMarks) {
        isAll = false;
        break;
      }
      count += 1;
      const end = at + wanted.length;
      found.push(line.slice(from, at), <mark key={at}>{line.slice(at, end)}</mark>);
      from = end;
    }
    return [...found, line.slice(from)];
  }
}
