import { useEffect, useState } from 'preact/hooks';
import type { ShownEdition, ShownIssue } from '../../../model/workbench.js';
import type { Go, Place } from '../place.js';
import { loadedWith } from './live-document.js';

export type ComparedProps = {
  readonly issue: ShownIssue;
  readonly edition: ShownEdition;
  /** The id of another edition, or "approved". */
  readonly against: string;
  readonly place: Place;
  readonly go: Go;
};

type Answer = { readonly differences?: readonly string[]; readonly words?: string };

/** Two editions side by side, with what differs marked, and the same in a list of words. */
export function Compared({ issue, edition, against, place, go }: ComparedProps) {
  const persona = place.persona === undefined ? '' : `persona=${encodeURIComponent(place.persona)}&`;
  const address = `/compare/${issue.key}/${edition.id}/${against}`;
  const [answer, setAnswer] = useState<Answer>();
  useEffect(() => {
    const asking = new AbortController();
    fetch(`${address}.json?${persona}`, { signal: asking.signal })
      .then((one) => (one.ok ? one.json() : one.text().then((words) => ({ words }))))
      .then(setAnswer)
      .catch(() => {});
    return () => asking.abort();
  }, [address, persona, edition.digest]);
  const other = issue.editions.find(({ id }) => id === against);
  const names = { one: edition.readers, other: other ? other.readers : 'As it was approved' };
  const differences = answer?.differences;
  return (
    <div class="compared">
      <header>
        <h2>
          {names.one} <span class="beside">beside</span> {other ? names.other : 'what was approved'}
        </h2>
        <button type="button" onClick={() => go({ against: undefined })}>
          Close
        </button>
      </header>
      {answer?.words !== undefined && <p class="nothing">{answer.words}</p>}
      {differences && (
        <>
          <details class="differences" open={differences.length <= 6}>
            <summary>
              {differences.length === 0
                ? 'They are the same, word for word.'
                : differences.length === 1
                  ? 'One difference'
                  : `${differences.length} differences`}
            </summary>
            <ul>
              {differences.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </details>
          <div class="sides">
            {(['one', 'other'] as const).map((side) => (
              <figure key={side}>
                <figcaption>{names[side]}</figcaption>
                <iframe
                  src={`${address}.html?${persona}side=${side}&images=${place.remote ? 'remote' : 'local'}&seen=${edition.digest.slice(0, 12)}`}
                  title={names[side]}
                  sandbox="allow-same-origin"
                  onLoad={(event) => shownAtFirst(event.currentTarget)}
                />
              </figure>
            ))}
          </div>
        </>
      )}
    </div>
  );
}

/** Brings what differs first into view. */
function shownAtFirst(frame: HTMLIFrameElement): void {
  loadedWith(frame, () => {});
  frame.contentDocument?.querySelector('.mo-compared')?.scrollIntoView({ block: 'center' });
}
