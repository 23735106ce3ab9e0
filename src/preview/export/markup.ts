import { escapedAttribute } from '../../model/escape.js';

/** HTML that may be written as it is. Only `html` makes it, so that words of editors cannot become markup. */
export type Markup = { readonly markup: string };

type Piece = string | number | Markup | undefined | readonly Markup[];

/** Markup as it is written here, with every text that is put into it escaped, in an attribute as between tags. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return { markup: String.raw({ raw: strings }, ...pieces.map(written)) };
}

function written(piece: Piece): string {
  if (piece === undefined) return '';
  if (typeof piece === 'string' || typeof piece === 'number') return escapedAttribute(String(piece));
  return 'markup' in piece ? piece.markup : piece.map(({ markup }) => markup).join('');
}
