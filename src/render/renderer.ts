import type { Root } from 'mdast';
import type { Audience } from '../model/audience.js';
import type { Design } from '../model/design.js';
import type { Edition } from '../model/edition.js';
import { addNew, type Finding, isError } from '../model/finding.js';
import type { Issue, PlacedItem } from '../model/issue.js';
import type { Organisation } from '../model/organisation.js';
import { digestOf } from './digest.js';
import { escapeAttribute } from './escape.js';
import { issueView } from './issue-view.js';
import type { Words } from './item-words.js';
import { mergeTagFindings } from './merge-tag-findings.js';
import { declaredFields, fieldsIn, withFallbacks } from './merge-tags.js';
import { createMjmlCompiler, type MjmlCompiler } from './mjml/compiler.js';
import { foldHtml } from './mjml/fold.js';
import { type CompiledDesign, compileDesign } from './template/compile.js';
import { issueShape, type TemplateView } from './template/issue-shape.js';
import { textEdition } from './text-edition.js';
import { type Variant, variantsOf, visibleTo } from './variants.js';

export type RenderInput = {
  readonly issue: Issue;
  readonly organisation: Organisation;
  readonly audience: Audience;
  readonly design: Design;
  readonly words: Words;
  /** The parsed text of every item of the issue as this publication words it, by item id. */
  readonly bodies: ReadonlyMap<string, Root>;
  readonly intro?: Root;
  /** What the inbox shows of an edition with these items: a subject must not name what its reader does not get. */
  readonly headlineOf: (items: readonly PlacedItem[]) => Headline;
};

export type Headline = { readonly subject: string; readonly preheader: string };

export type Rendering = { readonly editions: readonly Edition[]; readonly findings: readonly Finding[] };

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
      const { issue, audience, organisation } = input;
      const design = compiled(input.design);
      const { variants, findings: tooMany } = variantsOf(
        issue.sections.flatMap(({ items }) => items.map(({ item }) => item)),
        audience,
        organisation.facets,
      );
      const findings: Finding[] = [...design.findings, ...tooMany, ...mergeTagFindings(issue, audience)];
      if (!design.render || findings.some(isError)) return { editions: [], findings };
      const editions: Edition[] = [];
      for (const variant of variants) {
        const rendered = await renderVariant(variant, input, design.render, compiler, reuse || variants.length > 1);
        addNew(findings, rendered.findings);
        if (rendered.edition) editions.push(rendered.edition);
      }
      return { editions, findings };
    },
  };
}

async function renderVariant(
  variant: Variant,
  input: RenderInput,
  fill: NonNullable<CompiledDesign<TemplateView>['render']>,
  compiler: MjmlCompiler,
  reuse: boolean,
): Promise<{ readonly edition?: Edition; readonly findings: readonly Finding[] }> {
  const { audience, organisation, bodies, intro, words } = input;
  const { theme } = input.design;
  const visible = ({ item }: PlacedItem) => visibleTo(item, variant);
  const shown = input.issue.sections.flatMap(({ items }) => items.filter(visible));
  const issue = { ...input.issue, ...input.headlineOf(shown) };
  const texts = { bodies, ...(intro && { intro }) };
  const view = issueView({ issue, organisation, audience, theme, words, visible, ...texts });
  const { rendered, findings } = fill({ ...view, theme });
  if (!rendered) return { findings };

  const { lang, dir, subject } = view;
  const { html, complaints } = await compiler.compile(
    { lang, dir, title: subject, head: rendered.head, body: rendered.body, background: theme.colours.page },
    { reuse },
  );
  const complained = complaints.map(
    ({ part, line, words }): Finding => ({
      rule: 'template/mjml',
      severity: 'error',
      place: rendered.placeOf(part, line),
      words,
    }),
  );
  if (html === '') return { findings: [...findings, ...complained] };

  const plain = (text: string) => withFallbacks(text, audience.fields);
  const seen = {
    subject: plain(view.subject),
    preheader: plain(view.preheader),
    html: foldHtml(withFallbacks(html, audience.fields, escapeAttribute)),
    text: plain(textEdition({ view, ...texts })),
  };
  const parts = {
    lang,
    ...seen,
    mergeFields: fieldsIn(Object.values(seen), declaredFields(audience)),
    items: variant.items,
  };
  const edition: Edition = { id: variant.id, variant: variant.facets, ...parts, digest: digestOf(parts) };
  return { edition, findings: [...findings, ...complained] };
}
