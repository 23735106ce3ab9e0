import type { Finding } from '../../model/finding.js';
import type { DateText, WallTime } from '../../model/time.js';
import { draftIssue } from '../preview/drafted.js';
import { nowIn } from '../schedule.js';
import type { WorkspaceFacts } from './workspace-facts.js';

/** An item that an editor may put into an issue. */
export type Proposed = {
  readonly id: string;
  readonly title: string;
  /** Whether the issue has it by itself. */
  readonly in: boolean;
  /** Where it stands, or why it is out. */
  readonly words: string;
};

/** The next issue of a newsletter as it would put itself together. */
export type IssueProposal = {
  readonly publication: string;
  readonly date: DateText;
  readonly subject: string;
  readonly preheader: string;
  /** Those that are in, in their order; then those that could be. */
  readonly items: readonly Proposed[];
};

/** Why an item is out although an editor may put it in. */
const yielding: ReadonlySet<string> = new Set([
  'not-yet',
  'no-longer',
  'ran-before',
  'no-room',
  'left-out',
  'not-listed',
]);

/** Proposes the next issue from a day on, or from now on. Without one, the findings say what stands in the way. */
export async function proposeIssue(
  id: string,
  { loaded, content, workshop }: WorkspaceFacts,
  from: DateText | undefined,
  now: string,
): Promise<{ readonly value?: IssueProposal; readonly findings: readonly Finding[] }> {
  const wall: WallTime = from ?? (await nowIn(content.organisation, now));
  const { drafted, findings } = await draftIssue(id, loaded, wall, workshop);
  if (!drafted) return { findings: [...loaded.findings, ...findings].filter(({ severity }) => severity === 'error') };
  const { issue } = drafted.draft;
  const inside = issue.sections.flatMap(({ section, items }) =>
    items.map(({ item, title }) => ({ id: item.id, title, in: true, words: `in “${section.title}”` })),
  );
  const outside = issue.decisions
    .filter((one) => !one.in && yielding.has(one.reason))
    .map(({ item, title, words }) => ({ id: item, title, in: false, words }));
  return {
    value: {
      publication: id,
      date: issue.date,
      subject: issue.subject,
      preheader: issue.preheader,
      items: [...inside, ...outside],
    },
    findings: [],
  };
}
