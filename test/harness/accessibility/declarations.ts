/** A declaration without the semicolon: brackets and quotes may have semicolons in them. */
const declaration = /(?:[^;"'(]|"[^"]*"|'[^']*'|\((?:[^()]|\([^()]*\))*\))+/g;

/** Declarations by property in lower case, with `font` also given as its size, line height and weight. */
export function declarations(style: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [text] of style.matchAll(declaration)) {
    const [, property = '', value = ''] = /^\s*([-\w]+)\s*:\s*([\s\S]*?)\s*(?:!\s*important\s*)?$/i.exec(text) ?? [];
    if (!property) continue;
    found.set(property.toLowerCase(), value.toLowerCase());
    if (property.toLowerCase() !== 'font') continue;
    const [, size, height] = /(\d[\d.]*(?:px|pt|em|%))(?:\s*\/\s*(\d[\d.]*(?:px|em|%)?))?/i.exec(value) ?? [];
    if (size) found.set('font-size', size);
    found.set('line-height', height ?? 'normal');
    found.set('font-weight', /\b(bold|[1-9]00)\b/i.exec(value)?.[1]?.toLowerCase() ?? 'normal');
  }
  return found;
}
