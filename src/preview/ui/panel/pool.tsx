import { useEffect, useRef, useState } from 'preact/hooks';
import type { ShownDecision } from '../../../model/workbench.js';
import { isTyping } from '../keys.js';
import { changeIssue } from '../wire.js';
import { counted } from '../words.js';
import type { PanelProps } from './panel-props.js';

const kinds = { all: 'All', in: 'In', out: 'Out' } as const;
type Kind = keyof typeof kinds;

/** Every item that could be in the issue, and why it is or is not. */
export function Pool({ issue, act }: PanelProps) {
  const [words, setWords] = useState('');
  const [kind, setKind] = useState<Kind>('all');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== '/' || isTyping(event)) return;
      field.current?.focus();
      event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  const found = issue.decisions.filter((one) => isWanted(one, kind) && says(one, words));
  return (
    <>
      <h2>Why an item is in or out</h2>
      <div class="search">
        <label class="said-only" for="pool-words">
          Search the pool
        </label>
        <input
          id="pool-words"
          ref={field}
          type="search"
          placeholder="Search the pool"
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
        <fieldset>
          <legend class="said-only">Which</legend>
          {Object.entries(kinds).map(([one, name]) => (
            <button type="button" key={one} aria-pressed={kind === one} onClick={() => setKind(one as Kind)}>
              {name}
            </button>
          ))}
        </fieldset>
      </div>
      <p class="advice" role="status">
        {counted(found.length, 'item')}
      </p>
      <ul role="list" class="pool">
        {found.map((decision) => (
          <li key={decision.item}>
            <p>
              <span class={decision.isIn ? 'severity is-good' : 'severity'}>{decision.isIn ? 'In' : 'Out'}</span>{' '}
              <strong>{decision.title}</strong>
            </p>
            <p class="advice">{decision.words}</p>
            {decision.isLeftOut && (
              <button
                type="button"
                onClick={() =>
                  void act(
                    changeIssue(issue.key, { leaveOut: decision.item, isOut: false }),
                    `“${decision.title}” may be in it again.`,
                  )
                }
              >
                Take back in
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function isWanted({ isIn }: ShownDecision, kind: Kind): boolean {
  return kind === 'all' || isIn === (kind === 'in');
}

function says({ title, item, words }: ShownDecision, wanted: string): boolean {
  const all = `${title} ${item} ${words}`.toLowerCase();
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
