/** What the tests use of culori, which brings no types of its own. */
declare module 'culori' {
  export function wcagContrast(one: string, other: string): number;
  export function hsl(colour: string): { readonly h?: number; readonly s: number; readonly l: number };
}
