import { assemble, issueLang } from '../assemble/assemble.js';
import { workingDaysBefore } from '../calendar/copy-deadline.js';
import type { Slot } from '../calendar/next-issue.js';
import type { Content } from '../content/references.js';
import { english } from '../language/english.js';
import { loadLanguage } from '../language/languages.js';
import type { Audience } from '../model/audience.js';
import type { Design, Theme } from '../model/design.js';
import { type Finding, isError } from '../model/finding.js';
import type { Issue } from '../model/issue.js';
import { placeOf } from '../model/place.js';
import type { Publication } from '../model/publication.js';
import type { PreparedPicture } from '../render/attachments.js';
import type { Rendering } from '../render/renderer.js';
import type { OutputFile } from '../workspace/write-folder.js';
import type { BuiltEdition } from './build-result.js';
import { copyFiles, editionFiles, manifestFile } from './issue-files.js';
import { issuePictures } from './issue-pictures.js';
import { designOf } from './load.js';
import { type Draft, type Drafts, draftsOf, unknownLanguage } from './wordings.js';
import type { Workshop } from './workshop.js';

export type BuildIssueInput = {
  readonly publication: Publication;
  readonly slot: Slot;
  readonly content: Content;
  readonly designs: ReadonlyMap<string, Design>;
  readonly theme: Theme;
};

/** An issue with everything that goes into its folder. */
export type IssueDraft = {
  readonly issue: Issue;
  readonly editions: readonly BuiltEdition[];
  readonly files: readonly OutputFile[];
  /** Of an issue that is mailed: what is mailed, and who gets what. */
  readonly mail?: Mail;
};

export type Mail = Pick<Rendering, 'editions' | 'editionOf'> & {
  /** The names of what stands beside the editions, as their HTML has them. */
  readonly files: readonly string[];
};

/**
 * Assembles and renders one issue. Without a draft, the findings say why; where none of them is an error, its newsletter
 * leaves out an issue that has no items.
 */
export async function buildIssue(
  { publication, slot, content, designs, theme }: BuildIssueInput,
  workshop: Workshop,
): Promise<{ readonly draft?: IssueDraft; readonly findings: readonly Finding[] }> {
  const audience = content.audiences.find(({ id }) => id === publication.audience);
  if (!audience) return { findings: [] };
  const lang = issueLang({ ...content, publication }, slot.date);
  const { language, isKnown } = await loadLanguage(lang);
  const assembled = assemble({ ...content, publication, audience, slot, language, dates: english.dates });
  const { issue } = assembled;
  const drafts = await draftsOf(assembled, language, audience, content, workshop);
  const findings = [
    ...(isKnown ? [] : [unknownLanguage(lang, placeOf(publication.source, 'lang'))]),
    ...assembled.findings,
    ...drafts.findings,
  ];
  if (issue.sections.length === 0 || findings.some(isError)) return { findings };

  const rendered =
    publication.channel === 'copy'
      ? await renderCopy(drafts.own, content, audience, theme)
      : await renderEmail(drafts, content, audience, designs, workshop);
  findings.push(...rendered.findings);
  if (findings.some(isError)) return { findings };
  const { editions, files, mail } = rendered;
  const { copyDeadline: days } = publication;
  const copyDeadline = days && workingDaysBefore(slot.date, days, content.organisation.nation);
  const manifest = manifestFile(issue, editions, copyDeadline || undefined);
  return { draft: { issue, editions, files: [...files, manifest], ...(mail && { mail }) }, findings };
}

type Output = {
  readonly editions: readonly BuiltEdition[];
  readonly files: readonly OutputFile[];
  readonly mail?: Mail;
  readonly findings: readonly Finding[];
};

async function renderEmail(
  { own, translations, files }: Drafts,
  { organisation }: Content,
  audience: Audience,
  designs: ReadonlyMap<string, Design>,
  workshop: Workshop,
): Promise<Output> {
  const found = designs.get(designOf(own.issue.publication, [audience]) ?? '');
  if (!found) return { editions: [], files: [], findings: [] };
  const design = workshop.sameDesign(found);
  const prepared = await issuePictures(own.issue, organisation, design.theme, workshop);
  const worded = (draft: Draft) => wordingWith(draft, prepared.pictures);
  const { findings, ...rendering } = await workshop.renderer.render(
    {
      organisation,
      audience,
      design,
      wording: worded(own),
      translations: new Map([...translations].map(([lang, draft]) => [lang, worded(draft)])),
    },
    { reuse: workshop.isKept },
  );
  const output = editionFiles(rendering.editions);
  // Not every design prints the pictures of every item.
  const isShown = ({ name }: OutputFile) => rendering.editions.some(({ html }) => html.includes(name));
  const beside = [...files, ...prepared.files.filter(isShown)];
  return {
    editions: output.editions,
    files: [...output.files, ...beside],
    mail: { ...rendering, files: beside.map(({ name }) => name) },
    findings: [...prepared.findings, ...findings],
  };
}

function wordingWith({ calendars, ...draft }: Draft, pictures: ReadonlyMap<string, PreparedPicture>) {
  return { ...draft, attachments: { pictures, calendars } };
}

async function renderCopy(
  draft: Draft,
  { organisation }: Content,
  { fields }: Audience,
  theme: Theme,
): Promise<Output> {
  const { printCopy } = await import('../render/copy/print-copy.js');
  const { docx, markdown, findings } = await printCopy({ ...draft, organisation, fields, theme });
  return { ...copyFiles(draft.issue, docx, markdown), findings };
}
