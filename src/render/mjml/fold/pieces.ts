/** One piece of a document, in order. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  /** `opening` is "<td" or "</td", `rest` what stands between the name and ">". */
  | { readonly kind: 'tag'; readonly name: string; readonly opening: string; readonly rest: string }
  /** An element whose content is not markup: its start tag stands before it as a piece of its own. */
  | { readonly kind: 'raw'; readonly name: string; readonly text: string }
  /** A comment that classic Outlook reads as markup: "<!--[if mso]>", the markup, "<![endif]-->". */
  | { readonly kind: 'conditional'; readonly opening: string; readonly markup: string }
  /** A declaration, or one end of a condition whose markup every client reads. */
  | { readonly kind: 'aside'; readonly text: string };

const pattern = /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*>|(<\/?([a-zA-Z][^\s/>]*))((?:"[^"]*"|'[^']*'|[^"'<>])*)>|[^<]+|</g;
const conditional = /^(<!--\[if [^\]]*\]>)([\s\S]*)<!\[endif\]-->$/;
/** A comment that no client reads, not even classic Outlook. */
const idle = /^<!--(?!\[if |<!\[endif\]|\[endif\])[\s\S]*(?<!<!\[endif\])-->$/;
const rawElements = new Set(['style', 'script', 'title', 'textarea']);

/** Cuts HTML into pieces that are the HTML again when put together, but for comments that no client reads. */
export function piecesOf(html: string): Piece[] {
  const pieces: Piece[] = [];
  pattern.lastIndex = 0;
  for (let found = pattern.exec(html); found; found = pattern.exec(html)) {
    const [whole, opening, name, rest = ''] = found;
    if (opening !== undefined && name !== undefined) {
      const lower = name.toLowerCase();
      pieces.push({ kind: 'tag', name: lower, opening, rest });
      if (rawElements.has(lower) && !opening.startsWith('</')) {
        const length = html.slice(pattern.lastIndex).search(new RegExp(`</${lower}(?=[\\s/>])`, 'i'));
        if (length > 0) {
          pieces.push({ kind: 'raw', name: lower, text: html.slice(pattern.lastIndex, pattern.lastIndex + length) });
          pattern.lastIndex += length;
        }
      }
    } else if (whole.startsWith('<!') || whole.startsWith('<?')) {
      if (idle.test(whole)) continue;
      const [, condition, markup] = conditional.exec(whole) ?? [];
      if (condition !== undefined && markup !== undefined)
        pieces.push({ kind: 'conditional', opening: condition, markup });
      else pieces.push({ kind: 'aside', text: whole });
    } else {
      const last = pieces.at(-1);
      if (last?.kind === 'text') pieces[pieces.length - 1] = { kind: 'text', text: last.text + whole };
      else pieces.push({ kind: 'text', text: whole });
    }
  }
  return pieces;
}
