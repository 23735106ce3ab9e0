import { join } from 'node:path';
import type { Slot } from '../calendar/next-issue.js';
import { standardTheme } from '../model/design.js';
import { addNew, type Finding, isError } from '../model/finding.js';
import type { Issue } from '../model/issue.js';
import { bySendingTime } from '../model/planned-issue.js';
import type { Publication } from '../model/publication.js';
import type { DateText } from '../model/time.js';
import { digestOfBytes, remember } from '../workspace/memory.js';
import type { Tree } from '../workspace/read.js';
import { replaceFolder } from '../workspace/write-folder.js';
import { buildIssue, type IssueDraft } from './build-issue.js';
import type { BuildRequest, BuildResult, BuildWorld, BuiltIssue } from './build-result.js';
import type { DraftedIssue } from './check/issue-cases.js';
import { keepItems } from './keep-items.js';
import { concerns, load } from './load.js';
import { nowIn, schedule } from './schedule.js';
import { refuseUnknownPublication } from './unknown-publication.js';
import { createWorkshop, type Workshop } from './workshop.js';

/** The request and inputs by which a result is kept for next time. */
export type MemoryKey = { readonly key: string; readonly inputs: string };

/**
 * Builds the next issue of every publication asked for and writes each to its folder. A publication that findings
 * stand in the way of is not written; the others are.
 *
 * @throws Fault for an unknown publication, or where the disk does not take the output.
 */
export async function build(
  request: BuildRequest,
  world: BuildWorld,
  tree: Tree,
  memory?: MemoryKey,
  workshop: Workshop = createWorkshop(world.root, { isKept: false }),
): Promise<BuildResult> {
  const { root, progress } = world;
  const only = request.publications.length > 0 && !request.explain ? request.publications : undefined;
  const loaded = load(tree, workshop, progress, only);
  refuseUnknownPublication(request.publications, loaded.publicationIds);
  const { content } = loaded;
  const findings = [...loaded.findings];
  const wanted = request.publications.length > 0 ? request.publications : loaded.publicationIds;
  if (wanted.length === 0) findings.push(nothingToBuild);
  if (!content) return { issues: [], blocked: blockedOf(wanted, [], []), leftOut: [], findings };

  const drafts: (DraftedIssue & { readonly slot: Slot })[] = [];
  const leftOut: BuildResult['leftOut'][number][] = [];
  const outputs: Record<string, string> = {};
  const from = request.date ?? (await nowIn(content.organisation, world.now));
  for (const id of wanted) {
    const publication = content.publications.find((one) => one.id === id);
    if (!publication || findings.some((finding) => concerns(finding, publication, content))) continue;
    const { slot, findings: ofDate } = await schedule(publication, content, from);
    progress(`Building ${publication.title} …`);
    const { draft, findings: ofBuild } = slot
      ? await buildIssue(
          { publication, slot, content, designs: loaded.designs, theme: loaded.theme ?? standardTheme },
          workshop,
        )
      : { draft: undefined, findings: [] };
    const ofIssue = [...ofDate, ...ofBuild];
    addNew(findings, ofIssue);
    const audience = content.audiences.find((one) => one.id === publication.audience);
    if (slot && !draft && !ofBuild.some(isError)) {
      leftOut.push({ publication: id, title: publication.title, date: slot.date });
    }
    if (!slot || !draft || !audience) continue;
    drafts.push({ publication, audience, draft, slot });
    const folder = folderOf(draft.issue, request);
    replaceFolder(root, join(root, folder), draft.files);
    for (const { name, content: bytes } of draft.files) outputs[`${folder}/${name}`] = digestOfBytes(bytes);
    if (request.keep) keepItems(root, tree, draft.issue);
  }

  progress('Checking …');
  const { judgeIssues } = await import('./check/judge-issues.js');
  const today = from.slice(0, 10);
  const desk = { content, tree, workshop, today, milliseconds: () => 0 };
  const { findings: all } = await judgeIssues({ issues: drafts, items: [] }, desk, findings);
  const issues = drafts.map(({ draft }) => builtIssue(draft, all, request));

  issues.sort(bySendingTime);
  const blocked = blockedOf(wanted, [...issues, ...leftOut], content.publications);
  const result: BuildResult = { issues, blocked, leftOut, findings: all };
  if (memory && result.blocked.length === 0) {
    const span = request.date
      ? { from: 0, until: Number.MAX_SAFE_INTEGER }
      : {
          from: Date.parse(world.now),
          until: await changesAt(
            drafts.map(({ slot }) => slot),
            today,
            content.organisation.zone,
          ),
        };
    remember<BuildResult>(root, memory.key, { inputs: memory.inputs, ...span, outputs, result });
  }
  return result;
}

const nothingToBuild: Finding = {
  rule: 'workspace/no-publication',
  severity: 'error',
  words: 'There is no publication yet, so there is nothing to build.',
  fix: 'Write the first one: issues/<name>/publication.yaml (docs/files.md shows how).',
};

function blockedOf(
  wanted: readonly string[],
  seenTo: readonly { readonly publication: string }[],
  publications: readonly Publication[],
): BuildResult['blocked'] {
  return wanted
    .filter((id) => !seenTo.some(({ publication }) => publication === id))
    .map((id) => ({ publication: id, title: publications.find((one) => one.id === id)?.title ?? id }));
}

function folderOf({ publication, date }: Issue, { out }: BuildRequest): string {
  return `${out}/${publication.id}/${date}`;
}

/** Whether a finding is about an issue: its publication, its design, or an item that is in it. */
function isAbout({ place }: Finding, { publication, sections }: Issue): boolean {
  if (!place) return true;
  const folders = [`issues/${publication.id}/`, `templates/${publication.template}/`];
  const files = sections.flatMap(({ items }) => items.flatMap(({ item, source }) => [item.source.file, source.file]));
  return files.includes(place.file) || folders.some((folder) => place.file.startsWith(folder));
}

function builtIssue(
  { issue, editions, files }: IssueDraft,
  findings: readonly Finding[],
  request: BuildRequest,
): BuiltIssue {
  const { publication, date, sendsAt, decisions } = issue;
  return {
    publication: publication.id,
    title: publication.title,
    channel: publication.channel,
    date,
    sendsAt,
    folder: folderOf(issue, request),
    items: issue.sections.flatMap(({ items }) => items.map(({ item }) => item.id)),
    editions,
    files: files.map(({ name, content }) => ({ name, bytes: Buffer.byteLength(content) })),
    findings: findings.filter((finding) => finding.severity !== 'info' && isAbout(finding, issue)).length,
    ...(request.explain && { decisions }),
  };
}

/**
 * When a build of the same request begins to mean something else: as soon as the first of these issues has gone out, and
 * at the end of the day, for what is allowed until then.
 */
async function changesAt(slots: readonly Slot[], today: DateText, zone: string): Promise<number> {
  const { instantOf } = await import('../calendar/zone.js');
  return Math.min(...[...slots.map(({ sendsAt }) => sendsAt), today].map((time) => Date.parse(instantOf(time, zone))));
}
