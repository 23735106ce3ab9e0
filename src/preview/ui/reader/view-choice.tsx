import type { Go, Place, View } from '../place.js';
import { Looks } from './tools.js';

const names: Readonly<Record<View, string>> = {
  email: 'Email',
  inbox: 'Inbox',
  order: 'Reading order',
  text: 'Plain text',
  source: 'Source',
};

/** What of an edition is shown. */
export function ViewChoice({ place, go }: { place: Place; go: Go }) {
  return (
    <div class="views">
      <div class="tool" role="toolbar" aria-label="View">
        {Object.entries(names).map(([view, name]) => (
          <button
            type="button"
            key={view}
            aria-pressed={place.against === undefined && place.view === view}
            onClick={() => go({ view: view as View, against: undefined })}
          >
            {name}
          </button>
        ))}
      </div>
      {place.view === 'email' && place.against === undefined && (
        <div class="tool looks">
          <Looks place={place} go={go} />
        </div>
      )}
    </div>
  );
}
