/** One template file as read: `file` is its path in the workspace. */
export type TemplateFile = { readonly file: string; readonly text: string };

/** The look of a publication: templates/<id>/body.mjml, the shared partials, and the theme. */
export type Design = {
  readonly id: string;
  readonly body: TemplateFile;
  /** Partials by name: templates/shared/<name>.mjml, and templates/<id>/<name>.mjml which win over them. */
  readonly partials: Readonly<Record<string, TemplateFile>>;
  readonly theme: Theme;
};

/** Colours are six-digit hex, sizes are pixels. */
export type Theme = {
  readonly fonts: string;
  readonly colours: {
    readonly brand: string;
    readonly onBrand: string;
    readonly accent: string;
    readonly urgent: string;
    readonly text: string;
    readonly muted: string;
    readonly link: string;
    readonly paper: string;
    readonly page: string;
    readonly rule: string;
  };
  /** The same names in dark appearance. */
  readonly dark: {
    readonly brand: string;
    readonly onBrand: string;
    readonly accent: string;
    readonly urgent: string;
    readonly text: string;
    readonly muted: string;
    readonly link: string;
    readonly paper: string;
    readonly page: string;
    readonly rule: string;
  };
};
