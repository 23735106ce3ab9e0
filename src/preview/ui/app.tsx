import { useEffect, useState } from 'preact/hooks';
import { useActing } from './acting.js';
import { Board } from './board/board.js';
import { KeyHelp } from './key-help.js';
import { isTyping } from './keys.js';
import { useLive } from './live.js';
import { Notices } from './notices.js';
import { Panel } from './panel/panel.js';
import { usePlace } from './place.js';
import type { Pointed } from './pointed.js';
import { Reader } from './reader/reader.js';
import { lookAt } from './wire.js';
import { dayWords, timeWords, zoneWords } from './words.js';

export function App() {
  const { bench, isConnected } = useLive();
  const [place, go] = usePlace();
  const { notice, act, say } = useActing();
  const [pointed, setPointed] = useState<Pointed>();
  const [isHelping, setHelping] = useState(false);
  const issue = bench?.issues.find(({ key }) => key === place.issue);
  const key = issue?.key;

  useEffect(() => {
    if (key !== undefined) void lookAt(key);
    setPointed(undefined);
  }, [key]);
  useEffect(() => {
    document.title = [issue && `${issue.title}, ${issue.label}`, bench?.organisation, 'mailout preview']
      .filter(Boolean)
      .join(' · ');
  }, [issue, bench]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === '?') setHelping(true);
      else if (event.key === 'Escape' && !document.querySelector('dialog[open]')) go({ issue: undefined });
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [go]);

  if (!bench || bench.revision === 0)
    return (
      <p class="waiting" role="status">
        Making the issues …
      </p>
    );
  return (
    <div class={issue ? 'app in-issue' : 'app'}>
      <button type="button" class="skip" onClick={toContent}>
        Skip to the content
      </button>
      <header class="bar">
        {issue ? (
          <>
            <button
              type="button"
              class="back"
              onClick={() => go({ issue: undefined, edition: undefined, against: undefined })}
            >
              <span aria-hidden="true">←</span> All issues
            </button>
            <h1>
              {issue.title} <small>{issue.label}</small>
            </h1>
            <p class="when">
              {dayWords(issue.sendsAt)}, {timeWords(issue.sendsAt)} in {zoneWords(issue.zone)}
            </p>
          </>
        ) : (
          <h1>
            {bench.organisation} <small>preview</small>
          </h1>
        )}
        <p class={isConnected ? 'pulse' : 'pulse is-lost'} role="status">
          {isConnected ? (bench.isChecked ? 'Up to date' : 'Checking …') : 'The preview has stopped'}
        </p>
        <button type="button" class="quiet" onClick={() => setHelping(true)}>
          Keys
        </button>
      </header>
      <main id="content" tabIndex={-1}>
        {issue ? (
          <div class="workroom">
            <Reader issue={issue} bench={bench} place={place} go={go} pointed={pointed} />
            <Panel
              issue={issue}
              bench={bench}
              place={place}
              go={go}
              act={act}
              point={(item) => setPointed({ item, at: Date.now() })}
            />
          </div>
        ) : (
          <Board bench={bench} go={go} act={act} />
        )}
      </main>
      <Notices notice={notice} say={say} />
      <KeyHelp isOpen={isHelping} close={() => setHelping(false)} />
    </div>
  );
}

function toContent() {
  document.getElementById('content')?.focus();
}
