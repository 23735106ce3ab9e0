import type { Appearance, ShownIssue, ShownPersona } from '../../../model/workbench.js';
import type { Go, Place } from '../place.js';
import { type Chosen, stepped } from './chosen.js';
import { worstCase } from './views/worst-case.js';

export type ToolsProps = {
  readonly issue: ShownIssue;
  readonly personas: readonly ShownPersona[];
  readonly chosen: Chosen;
  readonly place: Place;
  readonly go: Go;
};

/** The widths that readers mostly have: a computer’s, a phone’s, a small phone’s. */
export const usualWidths = [600, 375, 320] as const;

export const appearanceNames: Readonly<Record<Appearance, string>> = {
  light: 'Light',
  dark: 'Its own dark',
  inverted: 'Inverted dark',
  'no-images': 'No pictures',
};

/** What is read, as whom, and how it is looked at. */
export function Tools({ issue, personas, chosen, place, go }: ToolsProps) {
  return (
    <div class="tools">
      <Editions issue={issue} chosen={chosen} go={go} />
      <Personas issue={issue} personas={personas} chosen={chosen} go={go} />
      <Worst issue={issue} personas={personas} go={go} />
      <Against issue={issue} chosen={chosen} place={place} go={go} />
    </div>
  );
}

function Editions({ issue, chosen: { edition }, go }: Pick<ToolsProps, 'issue' | 'chosen' | 'go'>) {
  const { editions } = issue;
  const choose = (id: string | undefined) => go({ edition: id, persona: undefined, against: undefined });
  return (
    <div class="tool">
      <label for="edition">Edition for</label>
      <select id="edition" value={edition?.id ?? ''} onChange={(event) => choose(event.currentTarget.value)}>
        {!edition && <option value="">None</option>}
        {editions.map(({ id, readers }) => (
          <option key={id} value={id}>
            {readers}
          </option>
        ))}
      </select>
      <Steps
        what="edition"
        isOff={editions.length < 2}
        step={(by) => choose(stepped(editions, edition, by)?.id)}
        keys={['[', ']']}
      />
    </div>
  );
}

function Personas({
  issue,
  personas,
  chosen: { persona },
  go,
}: Pick<ToolsProps, 'issue' | 'personas' | 'chosen' | 'go'>) {
  const choose = (next: ShownPersona | undefined) =>
    go({ persona: next?.id, edition: next?.editions[issue.key], against: undefined });
  return (
    <div class="tool">
      <label for="persona">Read as</label>
      <select
        id="persona"
        value={persona?.id ?? ''}
        title={persona?.about}
        onChange={(event) => choose(personas.find(({ id }) => id === event.currentTarget.value))}
      >
        <option value="">Nobody in particular: merge fields as written</option>
        {personas.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      <Steps
        what="persona"
        isOff={personas.length === 0}
        step={(by) => choose(stepped(personas, persona, by))}
        keys={['shift p', 'p']}
      />
    </div>
  );
}

type StepsProps = {
  readonly what: string;
  readonly isOff: boolean;
  readonly step: (by: 1 | -1) => void;
  readonly keys: readonly [string, string];
};

function Steps({ what, isOff, step, keys: [before, after] }: StepsProps) {
  return (
    <>
      <button type="button" aria-label={`The ${what} before`} title={before} disabled={isOff} onClick={() => step(-1)}>
        <span aria-hidden="true">‹</span>
      </button>
      <button type="button" aria-label={`The ${what} after`} title={after} disabled={isOff} onClick={() => step(1)}>
        <span aria-hidden="true">›</span>
      </button>
    </>
  );
}

function Worst({ issue, personas, go }: Pick<ToolsProps, 'issue' | 'personas' | 'go'>) {
  const worst = worstCase(issue, personas);
  if (!worst) return null;
  return (
    <button
      type="button"
      title={worst.why}
      onClick={() => go({ edition: worst.edition, persona: worst.persona, against: undefined })}
    >
      Worst case
    </button>
  );
}

function Against({ issue, chosen: { edition }, place, go }: Omit<ToolsProps, 'personas'>) {
  const others = issue.editions.filter(({ id }) => id !== edition?.id);
  const isApproved = issue.approvals.length > 0;
  if (others.length === 0 && !isApproved) return null;
  return (
    <div class="tool">
      <label for="against">Compare with</label>
      <select
        id="against"
        value={place.against ?? ''}
        onChange={(event) => go({ against: event.currentTarget.value || undefined, edition: edition?.id })}
      >
        <option value="">Nothing</option>
        {isApproved && <option value="approved">What was approved</option>}
        {others.map(({ id, readers }) => (
          <option key={id} value={id}>
            {readers}
          </option>
        ))}
      </select>
    </div>
  );
}

/** How an email is looked at. */
export function Looks({ place, go }: Pick<ToolsProps, 'place' | 'go'>) {
  return (
    <>
      <fieldset class="tool">
        <legend class="said-only">Width</legend>
        {usualWidths.map((width) => (
          <button type="button" key={width} aria-pressed={place.width === width} onClick={() => go({ width })}>
            {width}
          </button>
        ))}
      </fieldset>
      <div class="tool">
        <select
          aria-label="Look"
          value={place.appearance}
          onChange={(event) => go({ appearance: event.currentTarget.value as Appearance })}
        >
          {Object.entries(appearanceNames).map(([appearance, name]) => (
            <option key={appearance} value={appearance}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <button
        type="button"
        aria-pressed={place.zoom === 200}
        onClick={() => go({ zoom: place.zoom === 200 ? 100 : 200 })}
      >
        200 %
      </button>
      <button
        type="button"
        aria-pressed={place.remote}
        title="Pictures from the web are asked for only if you say so"
        onClick={() => go({ remote: !place.remote })}
      >
        Web pictures
      </button>
    </>
  );
}
