import type { ShownEdition, ShownIssue } from '../../../model/workbench.js';
import { approvalState } from '../approval-words.js';
import { hashOf, placeOf } from '../place.js';
import { counted, sizeWords } from '../words.js';

/** An edition as it looks now, and how it stands; a click opens it. */
export function EditionCard({ issue, edition }: { issue: ShownIssue; edition: ShownEdition }) {
  const approval = approvalState(issue.approvals, edition.id);
  const isHeavy = edition.bytes > edition.mostBytes;
  return (
    <li class="edition-card">
      <a href={hashOf({ ...placeOf(''), issue: issue.key, edition: edition.id })}>
        <span class="thumbnail" aria-hidden="true">
          {/* The digest makes the frame load again when the edition is another. */}
          <iframe
            src={`/read/${issue.key}/${edition.id}.html?seen=${edition.digest.slice(0, 12)}`}
            title={edition.readers}
            sandbox="allow-same-origin"
            loading="lazy"
            tabIndex={-1}
            inert
          />
        </span>
        <span class="caption">
          <strong>{edition.readers}</strong>
          <span class="subject" lang={edition.lang}>
            {edition.subject}
          </span>
          <span class="facts">
            <span class={isHeavy ? 'is-warning' : undefined}>
              {sizeWords(edition.bytes)}
              {isHeavy && `, more than ${sizeWords(edition.mostBytes)}`}
            </span>
            <span class={`approval is-${approval.look}`}>{approval.words}</span>
          </span>
        </span>
      </a>
    </li>
  );
}

/** An issue that is printed: there is no email to look at, but items and findings. */
export function PrintCard({ issue }: { issue: ShownIssue }) {
  return (
    <li class="edition-card">
      <a href={hashOf({ ...placeOf(''), issue: issue.key })}>
        <span class="thumbnail is-print" aria-hidden="true">
          {issue.items.map(({ id, title }) => (
            <span key={id}>{title}</span>
          ))}
        </span>
        <span class="caption">
          <strong>{issue.channel === 'copy' ? 'Copy for print' : 'No edition yet'}</strong>
          <span class="subject">{counted(issue.items.length, 'item')}</span>
        </span>
      </a>
    </li>
  );
}
