import type { Severity } from '../../model/finding.js';
import type { Origin } from '../rule.js';

/** What building an issue finds by itself: it has no rule of its own, and its level cannot change. */
export type BuiltIn = {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly origins: readonly [Origin, ...Origin[]];
  readonly bad: string;
  readonly good: string;
};

/** Where the things of this list come from. */
export const origins = {
  files: { title: 'mailout, docs/files.md' },
  templates: { title: 'mailout, docs/templates.md' },
  languages: { title: 'mailout, docs/languages.md' },
  calendar: { title: 'mailout, docs/calendar.md' },
  delivery: { title: 'mailout, docs/delivery.md' },
  audiences: { title: 'mailout, docs/audiences.md' },
  yaml: { title: 'YAML 1.2.2', url: 'https://yaml.org/spec/1.2.2/' },
  commonmark: { title: 'CommonMark 0.31.2', url: 'https://spec.commonmark.org/0.31.2/' },
  unicode: { title: 'Unicode security considerations (UTR 36)', url: 'https://www.unicode.org/reports/tr36/' },
  mjml: { title: 'MJML documentation', url: 'https://documentation.mjml.io/' },
  handlebars: { title: 'Handlebars language guide', url: 'https://handlebarsjs.com/guide/' },
  wcagContrast: { title: 'WCAG 2.2, 1.4.3 Contrast (Minimum)', url: 'https://www.w3.org/TR/WCAG22/#contrast-minimum' },
  wcagMoving: { title: 'WCAG 2.2, 2.2.2 Pause, Stop, Hide', url: 'https://www.w3.org/TR/WCAG22/#pause-stop-hide' },
  pecr: {
    title: 'Privacy and Electronic Communications Regulations 2003, regulation 23',
    url: 'https://www.legislation.gov.uk/uksi/2003/2426/regulation/23',
  },
  bankHolidays: { title: 'GOV.UK, UK bank holidays', url: 'https://www.gov.uk/bank-holidays' },
  gmail: { title: 'Gmail clips messages larger than about 102 KB (measured)' },
} satisfies Record<string, Origin>;

/** One entry: what holds, why, an example that is wrong and one that is not. */
export function builtIn(
  id: string,
  severity: Severity,
  title: string,
  why: string,
  bad: string,
  good: string,
  origin: Origin,
): BuiltIn {
  return { id, severity, title, why, origins: [origin], bad, good };
}
