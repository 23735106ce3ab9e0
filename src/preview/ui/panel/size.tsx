import { chosenAt } from '../reader/chosen.js';
import { sizeWords } from '../words.js';
import type { PanelProps } from './panel-props.js';

/** Bytes behind which Gmail hides the rest of an email. */
const gmailCuts = 102 * 1024;

/** What an edition weighs, and what of it weighs most. */
export function Size({ issue, bench, place }: PanelProps) {
  const { edition } = chosenAt(issue, bench.personas, place);
  if (!edition) return <p class="well">There is no email to weigh.</p>;
  const { bytes, mostBytes } = edition;
  const left = gmailCuts - bytes;
  const items = issue.items.toSorted((a, b) => b.share - a.share);
  return (
    <>
      <h2>What it weighs</h2>
      <p>
        <strong class="weight">{sizeWords(bytes)}</strong> of the {sizeWords(mostBytes)} that this newsletter allows
        itself, for {edition.readers}.
      </p>
      <meter
        aria-label="Size of the email"
        min={0}
        max={gmailCuts}
        low={mostBytes}
        high={mostBytes}
        optimum={0}
        value={Math.min(bytes, gmailCuts)}
      >
        {sizeWords(bytes)}
      </meter>
      <p class="advice">
        {left > 0
          ? `Gmail cuts an email off at 102 KB: ${sizeWords(left)} are left until then.`
          : 'Gmail cuts this email off: its readers do not see the end, nor the link to unsubscribe there.'}
      </p>
      <h2>What weighs most</h2>
      <p class="advice">How much of the words each item has.</p>
      <ol role="list" class="shares">
        {items.map(({ id, title, share }) => (
          <li key={id}>
            <span>{title}</span>
            <span class="share">{Math.round(share * 100)} %</span>
            <span class="bar" aria-hidden="true">
              <span style={{ width: `${share * 100}%` }} />
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
