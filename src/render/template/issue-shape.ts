import type { Theme } from '../../model/design.js';
import type { Look } from '../look.js';
import type { IssueView } from '../view.js';
import type { ShapeOf } from './shape.js';

/** All that a template can name: the issue, and the theme of its design as it looks in the issue's language. */
export type TemplateView = IssueView & { readonly theme: ThemeView };

export type ThemeView = Look & Pick<Theme, 'colours' | 'dark' | 'corners'>;

const link = { label: 'text', url: 'text', by: 'text' } as const;
const picture = { src: 'text', alt: 'text', width: 'number', height: 'number' } as const;

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
  by: 'text',
  closed: 'text',
  body: 'html',
  summary: 'text',
  ask: 'text',
  wording: ['text'],
  action: { ...link },
  moreActions: [link],
  statement: {
    excerpt: 'text',
    signatories: [{ name: 'text', role: 'text' }],
    others: 'text',
    link: { ...link },
  },
  event: { when: 'text', where: 'text', online: { ...link }, calendar: { ...link } },
  image: { ...picture, credit: 'text' },
  partner: { name: 'text', url: 'text' },
  updates: [{ heading: 'text', text: 'text' }],
  outcome: { heading: 'text', text: 'text' },
  more: { ...link },
  older: 'text',
  words: {
    urgent: 'text',
    signedBy: 'text',
    from: 'text',
    atYourNextMeeting: 'text',
    askYourDistrict: 'text',
    wordsToCopy: 'text',
    colon: 'text',
  },
} as const;

/** The shape of `TemplateView`, which templates are checked against before they are filled in. */
export const issueShape = {
  lang: 'text',
  dir: 'text',
  start: 'text',
  end: 'text',
  subject: 'text',
  preheader: 'text',
  organisation: { name: 'text', address: ['text'], contact: 'text', web: 'text', privacy: 'text' },
  publication: { id: 'text', title: 'text', strapline: 'text' },
  issue: { date: 'text', label: 'text', number: 'text', intro: 'html', count: 'number', items: 'text' },
  logo: { ...picture },
  why: 'text',
  unsubscribe: 'text',
  webVersion: 'text',
  words: {
    inThisIssue: 'text',
    readOnTheWeb: 'text',
    unsubscribe: 'text',
    writeToUs: 'text',
    colon: 'text',
    privacy: 'text',
  },
  sections: [{ id: 'text', title: 'text', intro: 'text', first: 'flag', items: [item] }],
  theme: {
    fonts: 'text',
    headingFonts: 'text',
    lineHeight: 'number',
    corners: 'number',
    size: {
      small: 'number',
      text: 'number',
      large: 'number',
      item: 'number',
      section: 'number',
      feature: 'number',
      title: 'number',
    },
    space: { tiny: 'number', small: 'number', half: 'number', normal: 'number', large: 'number' },
    colours: palette,
    dark: { ...palette },
  },
} as const satisfies ShapeOf<TemplateView>;
