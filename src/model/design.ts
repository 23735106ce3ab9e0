import type { Source } from './place.js';

/** One template file as read: `file` is its path in the workspace. */
export type TemplateFile = { readonly file: string; readonly text: string };

/** The design of print copy. It is mailout's own: a Word file takes no MJML, but it takes the theme. */
export const copyDesign = 'magazine-copy';

/** The look of a publication: templates/<id>/body.mjml, the shared partials, and the theme. */
export type Design = {
  readonly id: string;
  readonly body: TemplateFile;
  /** Partials by name: templates/shared/<name>.mjml, and templates/<id>/<name>.mjml which win over them. */
  readonly partials: Readonly<Record<string, TemplateFile>>;
  readonly theme: Theme;
};

/** Colours, six-digit hex. */
export type Palette = {
  readonly brand: string;
  /** Words on the brand colour. */
  readonly onBrand: string;
  readonly accent: string;
  readonly urgent: string;
  readonly text: string;
  readonly muted: string;
  readonly link: string;
  /** The ground of the message, and of the page around it. */
  readonly paper: string;
  readonly page: string;
  readonly rule: string;
};

/** A picture above the title: `src` is its path in the workspace, `width` its width in pixels. */
export type Logo = { readonly source: Source; readonly src: string; readonly alt: string; readonly width: number };

export type Theme = {
  readonly type: {
    /** A font stack of installed fonts: a web font would be a request per reader to somebody else. */
    readonly text: string;
    readonly headings: string;
    /** Of the body text, in pixels; headings go by it. */
    readonly size: number;
  };
  readonly logo?: Logo;
  /** The room at the sides and between items, in pixels; other gaps go by it. */
  readonly spacing: number;
  /** The radius of buttons and boxes, in pixels. */
  readonly corners: number;
  readonly colours: Palette;
  readonly dark: Palette;
};

/** What a workspace without a theme.yaml looks like, and what a theme.yaml changes parts of. */
export const standardTheme: Theme = {
  type: { text: 'Arial,Helvetica,sans-serif', headings: 'Arial,Helvetica,sans-serif', size: 16 },
  spacing: 24,
  corners: 6,
  colours: {
    brand: '#5b2a86',
    onBrand: '#ffffff',
    accent: '#f3ecf8',
    urgent: '#a4161a',
    text: '#1f1b24',
    muted: '#5c5664',
    link: '#5b2a86',
    paper: '#fffefd',
    page: '#f1eef4',
    rule: '#d9d2e0',
  },
  dark: {
    brand: '#43206a',
    onBrand: '#f6f1fa',
    accent: '#2c2438',
    urgent: '#ff9b94',
    text: '#eee9f2',
    muted: '#b9b1c3',
    link: '#cfaef0',
    paper: '#1b1722',
    page: '#121017',
    rule: '#463d52',
  },
};
