import type { Root } from 'mdast';
import { type Assembled, assemble } from '../assemble/assemble.js';
import { workingDaysBefore } from '../calendar/copy-deadline.js';
import type { Slot } from '../calendar/next-issue.js';
import type { Content } from '../content/references.js';
import type { Audience } from '../model/audience.js';
import type { Design } from '../model/design.js';
import { type Finding, isError } from '../model/finding.js';
import { type Issue, printsText } from '../model/issue.js';
import type { Markdown } from '../model/item.js';
import type { Publication } from '../model/publication.js';
import type { OutputFile } from '../workspace/write-folder.js';
import type { BuiltEdition } from './build-result.js';
import { copyFiles, editionFiles, manifestFile } from './issue-files.js';
import { words } from './words.js';
import type { Workshop } from './workshop.js';

export type BuildIssueInput = {
  readonly publication: Publication;
  readonly slot: Slot;
  readonly content: Content;
  readonly designs: ReadonlyMap<string, Design>;
};

/** An issue with everything that goes into its folder. */
export type IssueDraft = {
  readonly issue: Issue;
  readonly editions: readonly BuiltEdition[];
  readonly files: readonly OutputFile[];
};

/** Assembles and renders one issue; without a draft, the findings say why. */
export async function buildIssue(
  { publication, slot, content, designs }: BuildIssueInput,
  workshop: Workshop,
): Promise<{ readonly draft?: IssueDraft; readonly findings: readonly Finding[] }> {
  const audience = content.audiences.find(({ id }) => id === publication.audience);
  if (!audience) return { findings: [] };
  const assembled = assemble({ ...content, publication, audience, slot, words });
  const { issue, findings: ofAssembling } = assembled;
  const { texts, findings: ofTexts } = parseTexts(issue, workshop);
  const findings = [...ofAssembling, ...ofTexts];
  if (findings.some(isError)) return { findings };

  const rendered =
    publication.channel === 'copy'
      ? await renderCopy(issue, content, audience, texts)
      : await renderEmail(assembled, content, audience, designs, texts, workshop);
  findings.push(...rendered.findings);
  if (findings.some(isError)) return { findings };
  const { editions, files } = rendered;
  const { copyDeadline: days } = publication;
  const copyDeadline = days && workingDaysBefore(slot.date, days, content.organisation.nation);
  const manifest = manifestFile(issue, editions, copyDeadline || undefined);
  return { draft: { issue, editions, files: [...files, manifest] }, findings };
}

/** Every Markdown of an issue as a tree: the items' texts by id, and the intro. */
type Texts = { readonly bodies: ReadonlyMap<string, Root>; readonly intro?: Root };

type Output = {
  readonly editions: readonly BuiltEdition[];
  readonly files: readonly OutputFile[];
  readonly findings: readonly Finding[];
};

function parseTexts(
  issue: Issue,
  { parsed }: Workshop,
): { readonly texts: Texts; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const parse = (markdown: Markdown): Root => {
    const { tree, findings: complaints } = parsed(markdown);
    findings.push(...complaints);
    return tree ?? { type: 'root', children: [] };
  };
  const placed = issue.sections.flatMap(({ items }) => items);
  // A text that is not printed is read only where it may hold HTML: that is refused wherever it stands.
  const read = placed.filter((one) => printsText(one) || /<[a-z!/?]/i.test(one.body.text));
  const bodies = new Map(read.map(({ item, body }) => [item.id, parse(body)]));
  return { texts: { bodies, ...(issue.intro && { intro: parse(issue.intro) }) }, findings };
}

async function renderEmail(
  { issue, headlineOf }: Assembled,
  { organisation }: Content,
  audience: Audience,
  designs: ReadonlyMap<string, Design>,
  texts: Texts,
  workshop: Workshop,
): Promise<Output> {
  const found = designs.get(issue.publication.template ?? '');
  if (!found) return { editions: [], files: [], findings: [] };
  const design = workshop.sameDesign(found);
  const { editions, findings } = await workshop.renderer.render(
    { issue, organisation, audience, design, words, headlineOf, ...texts },
    { reuse: workshop.isKept },
  );
  return { ...editionFiles(editions), findings };
}

async function renderCopy(
  issue: Issue,
  { organisation }: Content,
  { fields }: Audience,
  texts: Texts,
): Promise<Output> {
  const { printCopy } = await import('../render/copy/print-copy.js');
  const { docx, markdown, findings } = await printCopy({ issue, organisation, words, fields, ...texts });
  return { ...copyFiles(issue, docx, markdown), findings };
}
