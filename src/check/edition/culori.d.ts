/** What rules and the judges of tests use of culori, which comes without types. */
declare module 'culori' {
  type Colour = { readonly mode: string; readonly alpha?: number };
  type Rgb = {
    readonly mode: 'rgb';
    readonly r: number;
    readonly g: number;
    readonly b: number;
    readonly alpha?: number;
  };
  type Lab = {
    readonly mode: 'lab';
    readonly l: number;
    readonly a: number;
    readonly b: number;
    readonly alpha?: number;
  };

  /** Undefined for what is no colour. */
  export function parse(css: string): Colour | undefined;
  /** Colours from the ground up, put over each other. */
  export function blend(colours: readonly (string | Colour)[]): Rgb;
  /** Without regard to alpha. */
  export function wcagContrast(one: string | Colour, other: string | Colour): number;
  export function formatHex(colour: string | Colour): string;
  export function converter(mode: 'lab'): (colour: string | Colour) => Lab;
  export function clampRgb(colour: string | Colour): Rgb;
}
