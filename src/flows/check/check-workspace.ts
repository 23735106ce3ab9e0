import { nextIssue, type Slot } from '../../calendar/next-issue.js';
import type { AllowedFinding } from '../../check/allowances.js';
import type { Group, RuleCost } from '../../check/judge.js';
import type { Content } from '../../content/references.js';
import { addDays } from '../../model/days.js';
import { standardTheme } from '../../model/design.js';
import { addNew, type Finding, inOrderOfPlace } from '../../model/finding.js';
import { closingOf, type Item } from '../../model/item.js';
import { placeOf } from '../../model/place.js';
import type { Publication } from '../../model/publication.js';
import { type DateText, endOf, type WallTime } from '../../model/time.js';
import { askSpamAssassin } from '../../spam/spamassassin.js';
import { workspaceFiles } from '../../workspace/list-files.js';
import { readTree, type Tree } from '../../workspace/read.js';
import { buildIssue } from '../build-issue.js';
import { concerns, load } from '../load.js';
import { nowIn, schedule } from '../schedule.js';
import { refuseUnknownPublication } from '../unknown-publication.js';
import { createWorkshop, type Workshop } from '../workshop.js';
import type { DraftedIssue } from './issue-cases.js';
import { judgeIssues, type LookUp } from './judge-issues.js';

export type CheckRequest = {
  /** Ids; all publications if there is none. */
  readonly publications: readonly string[];
  /** The day from which on the next issues are meant, and that counts as today; now if absent. */
  readonly date?: DateText;
  /** Only what is about these files, if given. */
  readonly files?: readonly string[];
};

export type CheckWorld = {
  readonly root: string;
  /** Now, as an ISO instant. */
  readonly now: string;
  readonly progress: (words: string) => void;
  readonly milliseconds: () => number;
  /** Looks links up, if that is wanted. */
  readonly lookUp?: LookUp;
};

/** What a check says. Plain data: it is printed and compared. */
export type CheckResult = {
  readonly findings: readonly Finding[];
  readonly allowed: readonly AllowedFinding[];
  readonly costs: readonly RuleCost[];
  /** What was looked at. */
  readonly issues: readonly { readonly title: string; readonly date: DateText }[];
  readonly items: number;
};

/**
 * Checks the next issue of every publication asked for, and every item that may still run in them. Writes nothing.
 *
 * @throws Fault (exit 2) for an unknown publication.
 */
export async function checkWorkspace(
  request: CheckRequest,
  world: CheckWorld,
  tree: Tree = readTree(world.root),
  workshop: Workshop = createWorkshop(world.root, { isKept: false }),
): Promise<CheckResult> {
  const only = request.publications.length > 0 ? request.publications : undefined;
  const loaded = load(tree, workshop, world.progress, only);
  refuseUnknownPublication(request.publications, loaded.publicationIds);
  const { content } = loaded;
  const nothing = { allowed: [], costs: [], issues: [], items: 0 };
  if (!content) return { findings: inOrderOfPlace(loaded.findings), ...nothing };

  const from = request.date ?? (await nowIn(content.organisation, world.now));
  const found: Finding[] = [...loaded.findings];
  const issues: (DraftedIssue & { readonly slot: Slot })[] = [];
  for (const publication of content.publications) {
    if (only && !only.includes(publication.id)) continue;
    if (loaded.findings.some((finding) => concerns(finding, publication, content))) continue;
    world.progress(`Checking ${publication.title} …`);
    const { slot, findings } = await schedule(publication, content, from);
    addNew(found, findings);
    const audience = content.audiences.find(({ id }) => id === publication.audience);
    if (!slot || !audience) continue;
    const built = await buildIssue(
      { publication, slot, content, designs: loaded.designs, theme: loaded.theme ?? standardTheme },
      workshop,
    );
    addNew(found, built.findings);
    if (built.draft) issues.push({ publication, audience, draft: built.draft, slot });
  }
  const wanted = content.publications.filter(({ id }) => !only || only.includes(id)).map(({ id }) => id);
  const items = content.items.filter(
    (item) => mayStillRun(item, from) && item.publications.some((id) => wanted.includes(id)),
  );
  world.progress('Asking the rules …');
  const { findings, allowed, costs } = await judgeIssues(
    {
      issues,
      items,
      more: [...publicationGroups(content, wanted, from), workspaceGroup(world.root)],
    },
    {
      content,
      tree,
      workshop,
      today: from.slice(0, 10),
      milliseconds: world.milliseconds,
      askSpam: askSpamAssassin,
      ...(world.lookUp && { lookUp: world.lookUp }),
    },
    found,
  );
  const isAsked = ({ place }: Finding) => !request.files || (place && request.files.includes(place.file));
  return {
    findings: inOrderOfPlace(findings.filter(isAsked)),
    allowed: allowed.filter(({ finding }) => isAsked(finding)),
    costs,
    issues: issues.map(({ publication, slot }) => ({ title: publication.title, date: slot.date })),
    items: items.length,
  };
}

/** Whether an item may be in an issue from a time on: what is over is as it is. */
function mayStillRun(item: Item, from: WallTime): boolean {
  const { draft, runs, event, outcome, actions } = item;
  if (draft || (runs.until !== undefined && runs.until < from.slice(0, 10))) return false;
  if (outcome) return true;
  const over = event && (event.ends ?? event.starts);
  if (over && endOf(over) < from) return false;
  const closings = actions.map((action) => closingOf(action, item));
  const closed = (closing: WallTime | undefined) => closing !== undefined && endOf(closing) < from;
  return item.kind !== 'action' || closings.length === 0 || !closings.every(closed);
}

/** How far ahead the calendar of a publication is looked at. */
const slotsAhead = 6;

function publicationGroups(content: Content, wanted: readonly string[], from: WallTime): Group[] {
  return content.publications
    .filter(({ id }) => wanted.includes(id))
    .map((publication) => {
      const audience = content.audiences.find(({ id }) => id === publication.audience);
      const subject = { publication, ...(audience && { audience }), slots: slotsFrom(publication, content, from) };
      const place = placeOf(publication.source, 'cadence');
      return { over: 'publication', cases: [{ subject, place, publications: [publication] }] };
    });
}

function slotsFrom({ cadence }: Publication, { organisation }: Content, from: WallTime): Slot[] {
  const slots: Slot[] = [];
  for (let after = from; slots.length < slotsAhead; ) {
    const slot = nextIssue(cadence, organisation, after);
    if (!slot) break;
    slots.push(slot);
    after = addDays(slot.date, 1);
  }
  return slots;
}

function workspaceGroup(root: string): Group {
  const place = { file: 'mailout.yaml', line: 1, column: 1 };
  return { over: 'workspace', cases: [{ subject: workspaceFiles(root), place, publications: [] }] };
}
