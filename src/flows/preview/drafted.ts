import type { Slot } from '../../calendar/next-issue.js';
import { standardTheme } from '../../model/design.js';
import type { Finding } from '../../model/finding.js';
import type { WallTime } from '../../model/time.js';
import { buildIssue } from '../build-issue.js';
import type { DraftedIssue } from '../check/issue-cases.js';
import { concerns, type Loaded } from '../load.js';
import { schedule } from '../schedule.js';
import type { Workshop } from '../workshop.js';

export type Drafted = DraftedIssue & { readonly slot: Slot };

/** The next issue of one publication, made in memory; without one, the findings say what stands in its way. */
export async function draftIssue(
  id: string,
  loaded: Loaded,
  from: WallTime,
  workshop: Workshop,
): Promise<{ readonly drafted?: Drafted; readonly findings: readonly Finding[] }> {
  const { content, designs, theme = standardTheme } = loaded;
  const publication = content?.publications.find((one) => one.id === id);
  const audience = content?.audiences.find((one) => one.id === publication?.audience);
  if (!content || !publication || !audience) return { findings: [] };
  if (loaded.findings.some((finding) => concerns(finding, publication, content))) return { findings: [] };
  const { slot, findings } = await schedule(publication, content, from);
  if (!slot) return { findings };
  const built = await buildIssue({ publication, slot, content, designs, theme }, workshop);
  const all = [...findings, ...built.findings];
  return built.draft
    ? { drafted: { publication, audience, draft: built.draft, slot }, findings: all }
    : { findings: all };
}
