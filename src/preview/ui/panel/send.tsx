import { useState } from 'preact/hooks';
import { approvalState } from '../approval-words.js';
import { changeIssue } from '../wire.js';
import { counted, dayWords, shortDayWords, timeWords, zoneWords } from '../words.js';
import { ApprovalDialog } from './approval-dialog.js';
import type { PanelProps } from './panel-props.js';
import { ProofDialog } from './proof-dialog.js';
import { TextField } from './text-field.js';

/** Subject and preheader, proofs and approval: what is done last. */
export function Send(props: PanelProps) {
  const { issue, act } = props;
  const [asked, ask] = useState<'proof' | 'approval'>();
  const [first] = issue.editions;
  if (!first) return <p class="well">This issue is printed: nothing is sent by email.</p>;
  const errors = issue.findings.filter(({ severity }) => severity === 'error').length;
  const save = (set: 'subject' | 'preheader', name: string) => (to: string | undefined) =>
    void act(
      changeIssue(issue.key, { set, to }),
      to === undefined ? `The ${name} follows the newsletter’s pattern again.` : `The ${name} is saved.`,
    );
  return (
    <>
      <h2>What the inbox shows</h2>
      <TextField
        name="Subject"
        chosen={issue.chosen.subject}
        fromPattern={first.subject}
        advice={(length) => (length > 45 ? 'phones show about the first 40' : 'phones show all of it')}
        save={save('subject', 'subject')}
      />
      <TextField
        name="Preheader"
        chosen={issue.chosen.preheader}
        fromPattern={first.preheader}
        advice={(length) =>
          length < 35
            ? 'there is room for more: programs fill it up with the beginning of the email'
            : length > 90
              ? 'most programs show less'
              : 'a good length'
        }
        save={save('preheader', 'preheader')}
      />
      <h2>Proof</h2>
      <p class="advice">A proof goes to your testers and to nobody else, marked as one.</p>
      <button type="button" onClick={() => ask('proof')}>
        Send a proof …
      </button>
      <h2>Approval</h2>
      <p>
        It goes out on {dayWords(issue.sendsAt)} at {timeWords(issue.sendsAt)} in {zoneWords(issue.zone)}.
      </p>
      <Approvals {...props} />
      {errors > 0 && (
        <p class="warned">
          <span class="severity is-error">{counted(errors, 'error')}</span> An issue with errors is not sent.
        </p>
      )}
      <button type="button" class="primary" disabled={issue.isStale} onClick={() => ask('approval')}>
        Approve …
      </button>
      <ProofDialog {...props} isOpen={asked === 'proof'} close={() => ask(undefined)} />
      <ApprovalDialog {...props} isOpen={asked === 'approval'} close={() => ask(undefined)} />
    </>
  );
}

function Approvals({ issue }: PanelProps) {
  if (issue.approvals.length === 0) return <p class="advice">Nobody has approved it yet.</p>;
  const names = new Map(issue.editions.map(({ id, readers }) => [id, readers]));
  return (
    <ul role="list" class="approvals">
      {issue.approvals.map((approval) => {
        const { look, words } = approvalState([approval]);
        return (
          <li key={approval.by}>
            <p>
              <span class={`severity is-${look === 'none' ? 'info' : look}`}>{words}</span>
            </p>
            <p class="advice">
              On {shortDayWords(approval.at)} at {timeWords(approval.at)}
              {!approval.hasExpired && `, until ${shortDayWords(approval.expires)}, ${timeWords(approval.expires)}`}.
              {approval.changed.length > 0 &&
                ` Changed since: ${approval.changed.map((id) => names.get(id) ?? id).join(', ')}.`}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
