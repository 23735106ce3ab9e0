import type { ShownApproval } from '../../model/workbench.js';
import { shortDayWords, timeWords } from './words.js';

/** How far something is approved, in words and as a look. */
export type ApprovalState = { readonly look: 'good' | 'warning' | 'none'; readonly words: string };

/** How far an edition is approved or, without one, the whole issue. Whether it is enough, only a send can tell. */
export function approvalState(approvals: readonly ShownApproval[], edition?: string): ApprovalState {
  const isOfWhatIsShown = ({ changed }: ShownApproval) =>
    edition === undefined ? changed.length === 0 : !changed.includes(edition);
  const standing = approvals.filter((one) => !one.hasExpired && isOfWhatIsShown(one));
  if (standing.length > 0) return { look: 'good', words: `Approved by ${listed(standing.map(({ by }) => by))}` };
  const [changed] = approvals.filter((one) => !one.hasExpired);
  if (changed) return { look: 'warning', words: `Changed since ${changed.by} approved it` };
  const [expired] = approvals;
  if (expired)
    return {
      look: 'warning',
      words: `Approved by ${expired.by} until ${shortDayWords(expired.expires)}, ${timeWords(expired.expires)}: over`,
    };
  return { look: 'none', words: 'Not approved yet' };
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
