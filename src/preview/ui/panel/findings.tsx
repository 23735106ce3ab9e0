import type { ShownFinding } from '../../../model/workbench.js';
import { mend, openFinding } from '../wire.js';
import { severities, severityWords } from '../words.js';
import type { PanelProps } from './panel-props.js';
import { useSteps } from './use-steps.js';

/** What was found, the worst first, in editors’ words. */
export function Findings({ issue, bench, act, point }: PanelProps) {
  const list = useSteps('.finding');
  const inOrder = severities.flatMap((severity) => issue.findings.filter((one) => one.severity === severity));
  const cards = (findings: readonly ShownFinding[]) =>
    findings.map((finding) => (
      <FindingCard
        key={finding.key}
        finding={finding}
        title={issue.items.find(({ id }) => id === finding.item)?.title}
        act={act}
        point={point}
      />
    ));
  return (
    <div ref={list}>
      <h2>What was found</h2>
      {inOrder.length === 0 ? (
        <p class="well">
          {bench.isChecked
            ? 'Nothing found: links, dates, words and pictures are in order. Well done.'
            : 'Looking it over …'}
        </p>
      ) : (
        <ul role="list" class="findings">
          {cards(inOrder)}
        </ul>
      )}
      {bench.findings.length > 0 && (
        <>
          <h2>About no issue in particular</h2>
          <ul role="list" class="findings">
            {cards(bench.findings)}
          </ul>
        </>
      )}
    </div>
  );
}

type FindingCardProps = Pick<PanelProps, 'act' | 'point'> & {
  readonly finding: ShownFinding;
  readonly title: string | undefined;
};

function FindingCard({ finding, title, act, point }: FindingCardProps) {
  const { key, severity, words, fix, place, line, item, isMendable, why, rule } = finding;
  return (
    <li class="finding" tabIndex={-1}>
      <p>
        <span class={`severity is-${severity}`}>{severityWords(severity)}</span> {words}
      </p>
      {fix !== undefined && <p class="advice">{fix}</p>}
      {place && (
        <p class="where">
          {title !== undefined && <>In “{title}”, </>}
          <code>
            {place.file}:{place.line}
          </code>
        </p>
      )}
      {line !== undefined && line.trim() !== '' && <pre class="line">{line.trim()}</pre>}
      <div class="deeds">
        {isMendable && (
          <button type="button" class="primary" onClick={() => void act(mend(key), 'It is mended.')}>
            Mend it
          </button>
        )}
        {item !== undefined && title !== undefined && (
          <button type="button" onClick={() => point(item)}>
            Show in the email
          </button>
        )}
        {place && (
          <button type="button" onClick={() => void act(openFinding(key), 'It is open in your editor.')}>
            Open in editor
          </button>
        )}
      </div>
      {why !== undefined && (
        <details>
          <summary>Why this matters</summary>
          <p>{why}</p>
          <p class="where">
            <code>{rule}</code>
          </p>
        </details>
      )}
    </li>
  );
}
