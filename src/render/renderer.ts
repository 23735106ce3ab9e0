import type { Design } from '../model/design.js';
import type { Edition } from '../model/edition.js';
import type { ReaderFacets } from '../model/facets.js';
import { addNew, type Finding, isError } from '../model/finding.js';
import type { Issue, PlacedItem } from '../model/issue.js';
import { subjectFindings } from './headline-findings.js';
import { mergeTagFindings } from './merge-tag-findings.js';
import { createMjmlCompiler } from './mjml/compiler.js';
import { renderEdition } from './render-edition.js';
import { shortened } from './shorten.js';
import { type CompiledDesign, compileDesign } from './template/compile.js';
import { issueShape, type TemplateView } from './template/issue-shape.js';
import { type Variant, variantFinder, variantsOf, visibleTo } from './variants.js';
import { type ItemWeight, isTooLong, sentBytes, weightFinding } from './weight.js';
import type { RenderInput, Wording } from './wording.js';

export type Rendering = {
  readonly editions: readonly Edition[];
  /** The id of the edition that a reader gets. There is one for every reader, if there are editions at all. */
  readonly editionOf: (reader: ReaderFacets) => string;
  readonly findings: readonly Finding[];
};

/** Turns issues into editions. Keeps compiled designs and sections, so that the next rendering costs only what is new. */
export type Renderer = {
  /** @param how.reuse see MjmlCompiler: for more than one rendering of nearly the same. */
  readonly render: (input: RenderInput, how: { readonly reuse: boolean }) => Promise<Rendering>;
};

export function createRenderer(): Renderer {
  const compiler = createMjmlCompiler();
  const designs = new WeakMap<Design, CompiledDesign<TemplateView>>();
  const compiled = (design: Design) => {
    const known = designs.get(design) ?? compileDesign<TemplateView>(design, issueShape);
    designs.set(design, known);
    return known;
  };
  return {
    render: async (input, { reuse }) => {
      const { wording, translations, audience, organisation } = input;
      const { render: fill, findings: ofDesign } = compiled(input.design);
      const pool = wording.issue.sections.flatMap(({ items }) => items.map(({ item }) => item));
      const languages = [...translations.keys()];
      const needed = variantsOf(pool, audience, organisation.facets, languages);
      const { variants } = needed;
      const variantOf = variantFinder(pool, needed);
      const editionOf = (reader: ReaderFacets) => variantOf(reader).id;
      const findings: Finding[] = [...ofDesign, ...needed.findings];
      for (const { issue } of [wording, ...translations.values()]) addNew(findings, mergeTagFindings(issue, audience));
      if (!fill || findings.some(isError)) return { editions: [], editionOf, findings };
      const editions: Edition[] = [];
      for (const variant of variants) {
        const press = { fill, compiler, reuse: reuse || variants.length > 1 };
        const own = variant.lang === undefined ? wording : (translations.get(variant.lang) ?? wording);
        const rendered = await fitting(variant, own, (issue, visible) =>
          renderEdition({ ...input, wording: { ...own, issue }, variant, visible }, press),
        );
        addNew(findings, rendered.findings);
        addNew(findings, subjectFindings(rendered.issue, audience.fields));
        if (rendered.edition) editions.push(rendered.edition);
      }
      return { editions, editionOf, findings };
    },
  };
}

type Visible = (placed: PlacedItem) => boolean;
type Rendered = { readonly edition?: Edition; readonly findings: readonly Finding[] };

/** Renders a variant with as much of its text as its publication's rule for sizes lets it have. */
async function fitting(
  variant: Variant,
  { issue: whole, headlineOf }: Wording,
  render: (issue: Issue, visible: Visible) => Promise<Rendered>,
): Promise<Rendered & { readonly issue: Issue }> {
  const visible: Visible = ({ item }) => visibleTo(item, variant);
  const shown = whole.sections.flatMap(({ items }) => items.filter(visible));
  const full: Issue = { ...whole, ...headlineOf(shown) };
  let issue = full;
  for (let steps = 1; ; steps += 1) {
    const { edition, findings } = await render(issue, visible);
    if (!edition) return { findings, issue };
    const bytes = sentBytes(edition.html);
    if (!isTooLong(issue, bytes)) return { edition, findings, issue };
    const shorter = shortened(full, steps);
    if (!shorter) {
      const heaviest = await weigh(shown, bytes, (left) =>
        render(issue, (placed) => visible(placed) && placed.item.id !== left.item.id),
      );
      const complaint = weightFinding(issue, { id: edition.id, bytes }, heaviest);
      return { edition, findings: complaint ? [...findings, complaint] : findings, issue };
    }
    issue = shorter;
  }
}

/** The three items that weigh most in an edition: by how much each shortens it when it is left out. */
async function weigh(
  shown: readonly PlacedItem[],
  bytes: number,
  renderWithout: (placed: PlacedItem) => Promise<Rendered>,
): Promise<readonly ItemWeight[]> {
  const weights: ItemWeight[] = [];
  for (const placed of shown) {
    const { edition } = await renderWithout(placed);
    if (edition) weights.push({ id: placed.item.id, title: placed.title, bytes: bytes - sentBytes(edition.html) });
  }
  return weights.sort((a, b) => b.bytes - a.bytes).slice(0, 3);
}
