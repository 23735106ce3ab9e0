import type { ShownIssue } from '../../../model/workbench.js';
import { approvalState } from '../approval-words.js';
import { dayWords, findingWords, severities, timeWords, zoneWords } from '../words.js';
import { EditionCard, PrintCard } from './edition-card.js';

/** One issue on the board: when it goes, how it stands, and each of its editions. */
export function IssueRow({ issue, isChecked }: { issue: ShownIssue; isChecked: boolean }) {
  const heading = `issue-${issue.key.replace('/', '-')}`;
  const approval = approvalState(issue.approvals);
  return (
    <section class="issue-row" aria-labelledby={heading}>
      <header>
        <h2 id={heading}>{issue.title}</h2>
        <p class="label">{issue.label}</p>
        <dl>
          <div>
            <dt>{issue.channel === 'copy' ? 'Copy is due' : 'Goes out'}</dt>
            <dd>
              {dayWords(issue.sendsAt)}
              <br />
              {timeWords(issue.sendsAt)} in {zoneWords(issue.zone)}
            </dd>
          </div>
          <div>
            <dt>Findings</dt>
            <dd>
              <Findings issue={issue} isChecked={isChecked} />
            </dd>
          </div>
          {issue.editions.length > 0 && (
            <div>
              <dt>Approval</dt>
              <dd class={`approval is-${approval.look}`}>{approval.words}</dd>
            </div>
          )}
        </dl>
        {issue.isStale && (
          <p class="stale">
            <span class="severity is-error">Broken</span> Something here cannot be read. You see the last good state.
          </p>
        )}
      </header>
      <ul role="list" class="editions">
        {issue.editions.length === 0 ? (
          <PrintCard issue={issue} />
        ) : (
          issue.editions.map((edition) => <EditionCard key={edition.id} issue={issue} edition={edition} />)
        )}
      </ul>
    </section>
  );
}

function Findings({ issue, isChecked }: { issue: ShownIssue; isChecked: boolean }) {
  const worst = severities.find((severity) => issue.findings.some((one) => one.severity === severity));
  if (worst === undefined && !isChecked) return <>Checking …</>;
  return <span class={`severity is-${worst ?? 'good'}`}>{findingWords(issue.findings)}</span>;
}
