import type { Theme } from '../../model/design.js';
import type { IssueView } from '../view.js';
import type { ShapeOf } from './shape.js';

/** All that a template can name: the issue, and the theme of its design. */
export type TemplateView = IssueView & { readonly theme: Theme };

const link = { label: 'text', url: 'text', by: 'text' } as const;

const palette = {
  brand: 'text',
  onBrand: 'text',
  accent: 'text',
  urgent: 'text',
  text: 'text',
  muted: 'text',
  link: 'text',
  paper: 'text',
  page: 'text',
  rule: 'text',
} as const;

const item = {
  id: 'text',
  kind: 'text',
  length: 'text',
  isFull: 'flag',
  isSummary: 'flag',
  isBrief: 'flag',
  isUrgent: 'flag',
  isFirst: 'flag',
  isLast: 'flag',
  lang: 'text',
  dir: 'text',
  start: 'text',
  title: 'text',
  kindLabel: 'text',
  country: 'text',
  campaign: 'text',
  campaignColour: 'text',
  kicker: 'text',
  deadline: 'text',
  body: 'html',
  summary: 'text',
  action: { ...link },
  moreActions: [link],
  statement: { excerpt: 'text', signatories: [{ name: 'text', role: 'text' }] },
  event: { when: 'text', where: 'text', online: 'text' },
  image: { src: 'text', alt: 'text', credit: 'text' },
  partner: { name: 'text', url: 'text' },
  updates: [{ heading: 'text', text: 'text' }],
  outcome: 'text',
} as const;

/** The shape of `TemplateView`, which templates are checked against before they are filled in. */
export const issueShape = {
  lang: 'text',
  dir: 'text',
  start: 'text',
  subject: 'text',
  preheader: 'text',
  organisation: { name: 'text', address: ['text'], contact: 'text', web: 'text', privacy: 'text' },
  publication: { id: 'text', title: 'text', strapline: 'text' },
  issue: { date: 'text', label: 'text', intro: 'html', count: 'number' },
  why: 'text',
  unsubscribe: 'text',
  webVersion: 'text',
  sections: [{ id: 'text', title: 'text', intro: 'text', first: 'flag', items: [item] }],
  theme: { fonts: 'text', colours: palette, dark: { ...palette } },
} as const satisfies ShapeOf<TemplateView>;
