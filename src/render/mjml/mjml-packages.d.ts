/** The parts of MJML 5 that this room uses. The packages bring no types of their own. */

declare module 'mjml-core' {
  /** One tag of a body, with the defaults of mj-attributes merged into its attributes. */
  export type MjmlNode = {
    readonly tagName: string;
    readonly attributes: Readonly<Record<string, unknown>>;
    readonly globalAttributes?: Readonly<Record<string, unknown>>;
    readonly content?: string;
    readonly children?: readonly MjmlNode[];
  };

  export type HeadStyle = (breakpoint: string) => string;

  /** What a component gets to know of its surroundings, and where it leaves rules for the document's head. */
  export type BodyContext = {
    readonly containerWidth?: string;
    readonly globalData: { readonly breakpoint: string; readonly lang: string; readonly dir: string };
    addMediaQuery(className: string, rule: object): void;
    addHeadStyle(tagName: string, style: HeadStyle): void;
    /** MJML's own spelling. */
    addComponentHeadSyle(style: HeadStyle): void;
  };

  export class BodyComponent {
    static readonly componentName: string;
    static readonly allowedAttributes?: Readonly<Record<string, string>>;
    readonly props: { readonly children: readonly MjmlNode[] };
    readonly context: BodyContext;
    getChildContext(): BodyContext;
    renderChildren(children?: readonly MjmlNode[]): string;
  }

  /** The registered components by tag name, filled by the package mjml. */
  export const components: Readonly<Record<string, typeof BodyComponent | undefined>>;
}

declare module 'mjml' {
  import type { BodyComponent, HeadStyle } from 'mjml-core';

  /** What a skeleton function builds the document from. Strings are ready for HTML. */
  export type SkeletonParts = {
    readonly lang: string;
    readonly dir: string;
    readonly title: string;
    /** The body element. */
    readonly content: string;
    readonly breakpoint: string;
    /** Rules by class name, "{ width:50% !important; max-width: 50%; }". */
    readonly mediaQueries: Readonly<Record<string, string>>;
    readonly headStyle: Readonly<Record<string, HeadStyle>>;
    readonly componentsHeadStyle: readonly HeadStyle[];
    /** The contents of mj-style tags. */
    readonly style: readonly string[];
    /** The contents of mj-raw tags in the head; null stands for every other tag. */
    readonly headRaw?: readonly (string | null | undefined)[];
  };

  export type MjmlError = { readonly line: number; readonly tagName: string; readonly message: string };

  export type MjmlOptions = {
    readonly skeleton?: (parts: SkeletonParts) => string;
    readonly fonts?: Readonly<Record<string, string>>;
    readonly validationLevel?: 'strict' | 'soft' | 'skip';
    readonly keepComments?: boolean;
    readonly ignoreIncludes?: boolean;
    readonly minify?: boolean;
    readonly beautify?: boolean;
    readonly filePath?: string;
    readonly presets?: readonly {
      readonly components: readonly (typeof BodyComponent)[];
      readonly dependencies: Readonly<Record<string, readonly string[]>>;
    }[];
  };

  /** Throws where MJML cannot go on, and an error with `errors` on it when strict. */
  // biome-ignore lint/style/noDefaultExport: this is how the package is.
  export default function mjml2html(
    mjml: string,
    options?: MjmlOptions,
  ): Promise<{ readonly html: string; readonly errors: readonly MjmlError[] }>;
}
