import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { counted, sizeWords } from '../../words.js';
import { markedLines } from './source-lines.js';
import './views-style.js';

/** The HTML of the edition, numbered, to search in and to copy. */
export function Source({ html }: { readonly html: string }) {
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const [copied, setCopied] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const { lines, count, isAll } = useMemo(() => markedLines(html, query), [html, query]);
  const current = count === 0 ? 0 : Math.min(chosen, count - 1);

  useEffect(() => setCopied(''), [html]);
  // Not when the source changes under the search: an editor who reads elsewhere keeps her place.
  useLayoutEffect(() => {
    const marks = list.current?.querySelectorAll('mark') ?? [];
    marks[current]?.scrollIntoView({ block: 'nearest' });
  }, [query, current]);
  useLayoutEffect(() => {
    const marks = list.current?.querySelectorAll('mark') ?? [];
    for (const [index, mark] of marks.entries()) mark.classList.toggle('is-current', index === current);
  }, [lines, current]);

  const step = (by: number) => count > 0 && setChosen((current + by + count) % count);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(html);
      setCopied('Copied.');
    } catch {
      setCopied('The browser does not let the page copy: select the source and copy it yourself.');
    }
  };
  return (
    <div class="view source">
      <div class="source-bar">
        <search>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              step(1);
            }}
          >
            <input
              type="search"
              aria-label="Search in the source"
              placeholder="Search"
              value={query}
              onInput={(event) => {
                setQuery(event.currentTarget.value);
                setChosen(0);
              }}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || !event.shiftKey) return;
                event.preventDefault();
                step(-1);
              }}
            />
            <button type="button" disabled={count === 0} onClick={() => step(-1)}>
              Previous
            </button>
            <button type="submit" disabled={count === 0}>
              Next
            </button>
            <span class="source-found" role="status">
              {query !== '' &&
                (count === 0 ? 'Not found' : `${current + 1} of ${isAll ? count : `more than ${count}`}`)}
            </span>
          </form>
        </search>
        <span class="view-note">
          {counted(lines.length, 'line')}, {sizeWords(new TextEncoder().encode(html).length)}
        </span>
        <button type="button" onClick={() => void copy()}>
          Copy
        </button>
        <span class="view-note" role="status">
          {copied}
        </span>
      </div>
      <ol class="source-lines" ref={list}>
        {lines}
      </ol>
    </div>
  );
}
