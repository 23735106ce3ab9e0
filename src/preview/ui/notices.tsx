import { useEffect } from 'preact/hooks';
import type { Notice } from './acting.js';

/** What became of what the editor did, at the foot of the page; good news goes by itself. */
export function Notices({ notice, say }: { notice: Notice | undefined; say: (notice: undefined) => void }) {
  useEffect(() => {
    if (notice?.is !== 'good') return;
    const timer = setTimeout(() => say(undefined), 6_000);
    return () => clearTimeout(timer);
  }, [notice, say]);
  return (
    <div class="notices" aria-live="polite" role="status">
      {notice && (
        <div class={`notice is-${notice.is}`}>
          <p>
            {notice.words}
            {notice.fix && <span class="fix"> {notice.fix}</span>}
          </p>
          <button type="button" class="quiet" onClick={() => say(undefined)}>
            Close
          </button>
        </div>
      )}
    </div>
  );
}
