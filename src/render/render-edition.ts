import type { Design } from '../model/design.js';
import type { Edition } from '../model/edition.js';
import type { Finding } from '../model/finding.js';
import type { PlacedItem } from '../model/issue.js';
import { digestOf } from './digest.js';
import { escapeAttribute } from './escape.js';
import { issueView } from './issue-view.js';
import { lookIn } from './look.js';
import { declaredFields, fieldsIn, withFallbacks } from './merge-tags.js';
import type { MjmlCompiler } from './mjml/compiler.js';
import { foldHtml } from './mjml/fold.js';
import type { CompiledDesign } from './template/compile.js';
import { asPrinted } from './template/engine.js';
import type { TemplateView } from './template/issue-shape.js';
import { textEdition } from './text-edition.js';
import type { Variant } from './variants.js';
import type { IssueView } from './view.js';
import type { RenderInput } from './wording.js';

export type EditionInput = Omit<RenderInput, 'translations'> & {
  readonly variant: Variant;
  readonly visible: (placed: PlacedItem) => boolean;
};

/** What turns a view into a message. */
export type Press = {
  readonly fill: NonNullable<CompiledDesign<TemplateView>['render']>;
  readonly compiler: MjmlCompiler;
  readonly reuse: boolean;
};

/** One variant's edition in one language; without an edition, the findings say why. */
export async function renderEdition(
  { variant, wording, audience, organisation, design, visible }: EditionInput,
  { fill, compiler, reuse }: Press,
): Promise<{ readonly edition?: Edition; readonly findings: readonly Finding[] }> {
  const { issue, language, languageOf, why, attachments, bodies, intro } = wording;
  const { theme } = design;
  const texts = { bodies, ...(intro && { intro }) };
  const view = issueView({ issue, organisation, why, theme, language, languageOf, attachments, visible, ...texts });
  const { colours, dark, corners } = theme;
  const { rendered, findings } = fill({ ...view, theme: { ...lookIn(theme, issue.lang), colours, dark, corners } });
  if (!rendered) return { findings };
  const missing = missingFrom(rendered.body, view, design);
  if (missing.length > 0) return { findings: [...findings, ...missing] };

  const { lang, dir, subject } = view;
  const { html, complaints } = await compiler.compile(
    { lang, dir, title: subject, head: rendered.head, body: rendered.body, background: colours.page },
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

  // Without web pages nothing stands beside the edition.
  const base = `${organisation.web?.replace(/\/$/, '') ?? ''}/${issue.publication.id}/${issue.date}/`;
  const phrasesOf = (language: string) => (language === lang ? wording.language : languageOf(language)).phrases;
  const isPrinted = (text: string) => rendered.body.includes(asPrinted(text));
  const plain = (text: string) => withFallbacks(text, audience.fields);
  const seen = {
    subject: plain(view.subject),
    preheader: plain(view.preheader),
    html: foldHtml(withFallbacks(html, audience.fields, escapeAttribute)),
    text: plain(textEdition({ view, phrasesOf, isPrinted, base, ...texts })),
  };
  const items = view.sections.flatMap((section) => section.items.map(({ id }) => id));
  const parts = { lang, ...seen, mergeFields: fieldsIn(Object.values(seen), declaredFields(audience)), items };
  const edition: Edition = { id: variant.id, variant: variant.facets, ...parts, digest: digestOf(parts) };
  return { edition, findings: [...findings, ...complained] };
}

/** What the law wants in every message, and a design may have forgotten: PECR 2003, regulations 22 and 23. */
function missingFrom(body: string, { organisation, unsubscribe }: IssueView, design: Design): Finding[] {
  const place = { file: design.body.file, line: 1, column: 1 };
  const complaint = (what: string, words: string, fix: string): Finding => ({
    rule: `template/no-${what}`,
    severity: 'error',
    place,
    words,
    fix,
  });
  const isThere = (text: string) => body.includes(asPrinted(text));
  return [
    ...(body.includes(`href="${unsubscribe}"`)
      ? []
      : [
          complaint(
            'unsubscribe',
            'This design has no link to unsubscribe, so nothing that uses it can be sent.',
            'Add {{> footer}}, or <a href="{{unsubscribe}}">{{words.unsubscribe}}</a>.',
          ),
        ]),
    ...([organisation.name, ...organisation.address].every(isThere)
      ? []
      : [
          complaint(
            'sender',
            'This design does not say who sends the mail, with the postal address.',
            'Add {{> footer}}, or print organisation.name and every line of organisation.address.',
          ),
        ]),
  ];
}
