import type { ShownFinding, Workbench } from '../../../model/workbench.js';
import type { Act } from '../acting.js';
import type { Go } from '../place.js';
import '../styles/board.css';
import { openFinding } from '../wire.js';
import { severityWords } from '../words.js';
import { IssueRow } from './issue-row.js';

/** The issues that come next, each with its editions: where an editor sees what is ready. */
export function Board({ bench, act }: { bench: Workbench; go: Go; act: Act }) {
  return (
    <div class="board">
      {bench.issues.length === 0 ? (
        <p class="nothing">No issue is to come. If there should be one, the findings below may say why.</p>
      ) : (
        bench.issues.map((issue) => <IssueRow key={issue.key} issue={issue} isChecked={bench.isChecked} />)
      )}
      {bench.findings.length > 0 && <OfTheWorkspace findings={bench.findings} act={act} />}
    </div>
  );
}

function OfTheWorkspace({ findings, act }: { findings: readonly ShownFinding[]; act: Act }) {
  return (
    <section class="of-the-workspace" aria-labelledby="of-the-workspace">
      <h2 id="of-the-workspace">About no issue in particular</h2>
      <ul role="list">
        {findings.map((finding) => (
          <li key={finding.key}>
            <p>
              <span class={`severity is-${finding.severity}`}>{severityWords(finding.severity)}</span> {finding.words}
            </p>
            {finding.fix && <p class="advice">{finding.fix}</p>}
            {finding.place && (
              <p class="advice">
                <code>
                  {finding.place.file}:{finding.place.line}
                </code>{' '}
                <button
                  type="button"
                  class="quiet"
                  onClick={() => void act(openFinding(finding.key), 'It is open in your editor.')}
                >
                  Open in editor
                </button>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
