/** Strings and addresses, comments, punctuation with the white space around it, white space, and all else. */
const pieces =
  /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\([^)]*\)|\/\*[\s\S]*?\*\/|\s*([{};,])\s*|:\s+|(\s+)|[^\s{};:,"'/u]+|[\s\S]/g;

const comments = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\([^)]*\)|((?:\/\*[\s\S]*?\*\/)+)/g;

/**
 * CSS without comments and needless white space. A space before "!important" stays: some clients want it.
 *
 * @returns parts between which white space has no effect
 */
export function cssParts(css: string): string[] {
  const parts: string[] = [];
  let part = '';
  for (const [piece, punctuation, space] of withoutComments(css).trim().matchAll(pieces)) {
    if (space !== undefined) part += ' ';
    else if (punctuation === undefined) part += piece.startsWith(':') ? ':' : piece;
    else {
      part += punctuation;
      if (punctuation === ',') continue;
      parts.push(part);
      part = '';
    }
  }
  if (part !== '') parts.push(part);
  return parts;
}

/** A comment that parts two words is kept: it is not white space, and not nothing. */
function withoutComments(css: string): string {
  if (!css.includes('/*')) return css;
  return css.replace(comments, (piece, comment: string | undefined, offset: number) => {
    const parts = [css[offset - 1], css[offset + piece.length]].every((next) => next && !/[\s{};:,]/.test(next));
    return comment === undefined || parts ? piece : '';
  });
}
