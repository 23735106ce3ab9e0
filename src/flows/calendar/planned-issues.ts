import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { labelOf } from '../../assemble/headline.js';
import { workingDaysBefore } from '../../calendar/copy-deadline.js';
import { comingIssues, type Slot } from '../../calendar/next-issue.js';
import type { Content } from '../../content/references.js';
import type { Send } from '../../database/sends.js';
import { english } from '../../language/english.js';
import { addDays } from '../../model/days.js';
import type { PlannedIssue, PlannedState } from '../../model/planned-issue.js';
import type { Publication } from '../../model/publication.js';
import type { DateText, WallTime } from '../../model/time.js';

/** What tells how far an issue has come. */
export type Progress = {
  /** Every send that there was; absent where there is no ledger. */
  readonly sends: readonly Pick<Send, 'publication' | 'date' | 'isRehearsal' | 'state'>[] | undefined;
  /** Whether somebody said yes to an issue as it is now; absent where nobody has at all. */
  readonly approval: (publication: string, date: DateText) => 'approved' | 'changed' | undefined;
  /** Whether an issue that was not sent had no items, and its newsletter leaves those out. */
  readonly isLeftOut: (publication: string, date: DateText) => boolean;
};

/** Days in which a newsletter that has an issue at all has one. */
const furthest = 366;

/** How long after its time an issue counts as missed, in days. */
const grace = 1;

/**
 * The issues of all publications from one day to another (both included), in the order in which they go out.
 *
 * @param now on the clocks of the organisation
 */
export function plannedIssues(
  { organisation, publications }: Content,
  root: string,
  { from, until, now }: { readonly from: DateText; readonly until: DateText; readonly now: WallTime },
  progress: Progress,
): readonly PlannedIssue[] {
  const planned: PlannedIssue[] = [];
  for (const publication of publications) {
    let isThere = false;
    for (const slot of comingIssues(publication.cadence, organisation, from, addDays(until, furthest))) {
      // A newsletter that comes out once a term has its next issue in the list, however far it is.
      if (slot.date > until && isThere) break;
      isThere ||= slot.sendsAt > now;
      const days = publication.copyDeadline;
      const copyDeadline = days === undefined ? undefined : workingDaysBefore(slot.date, days, organisation.nation);
      planned.push({
        publication: publication.id,
        title: publication.title,
        channel: publication.channel,
        date: slot.date,
        sendsAt: slot.sendsAt,
        label: labelOf(slot.period, english.dates),
        ...(copyDeadline !== undefined && { copyDeadline }),
        ...(slot.moved !== undefined && { moved: slot.moved }),
        ...(slot.estimated && { estimated: slot.estimated }),
        state: stateOf(publication, slot, copyDeadline, now, root, progress),
      });
    }
  }
  return planned.sort((a, b) => (a.sendsAt === b.sendsAt ? 0 : a.sendsAt < b.sendsAt ? -1 : 1));
}

function stateOf(
  { id, channel }: Publication,
  { date, sendsAt }: Slot,
  copyDeadline: DateText | undefined,
  now: WallTime,
  root: string,
  { sends, approval, isLeftOut }: Progress,
): PlannedState {
  const send = sends?.find((one) => one.publication === id && one.date === date && !one.isRehearsal);
  if (send && send.state !== 'cancelled') return sendStates[send.state];
  if (channel === 'copy') {
    if (now > sendsAt) return 'over';
  } else if (now > `${addDays(date, grace)}${sendsAt.slice(10)}`) {
    if (isLeftOut(id, date)) return 'left-out';
    return sends ? 'missed' : 'over';
  }
  const approved = approval(id, date);
  if (approved) return approved;
  if (existsSync(join(root, 'out', id, date, 'manifest.json'))) return 'built';
  return copyDeadline !== undefined && now.slice(0, 10) > copyDeadline ? 'copy-closed' : 'open';
}

const sendStates = { open: 'sending', cancelling: 'sending', complete: 'sent', stopped: 'stopped' } as const;
