/**
 * Why an SVG file must not be drawn, as the rest of a sentence that begins with its name; undefined if it may. A
 * drawing must be whole by itself: what it would load lies on somebody else's server or on this machine, and what it
 * embeds would go past the limits of the library that draws it.
 *
 * This looks at the text, not at the tree that an XML parser sees, and so refuses too much rather than too little. The
 * library opens no other files either (librsvg's secure mode); this is the second lock.
 */
export function svgDanger(bytes: Uint8Array): string | undefined {
  // All that matters is in ASCII, and so are all encodings let through, as far as ASCII goes.
  const written = new TextDecoder('latin1').decode(bytes);
  const encoding = /^[^<]*<\?xml[^>]*?\bencoding\s*=\s*["']([^"']*)/.exec(written)?.[1] ?? 'utf-8';
  if (!/^(?:utf-8|us-ascii|iso-8859-\d+|windows-125\d)$/i.test(encoding))
    return `is written in ${encoding}, not UTF-8.`;
  const text = withoutDisguise(written);
  return dangers.find(([, mark]) => mark.test(text))?.[0];
}

const loads = 'is not whole by itself: it links to something, loads it or has another picture inside.';

const dangers: readonly (readonly [string, RegExp])[] = [
  ['has a script in it.', /<(?:[\w.-]+:)?script\b|\son[a-z]{3,20}\s*=\s*["']|javascript:/i],
  ['has abbreviations of its own (entities).', /<!ENTITY/i],
  ['has a style sheet elsewhere.', /<\?(?!xml\s)|@import/i],
  [loads, /\b(?:href|src|base)\s*=\s*(?:"\s*[^"#\s]|'\s*[^'#\s])/i],
  [loads, /url\(\s*["']?\s*[^"'#\s)]/i],
];

/** The text with the character references of XML and the escapes of CSS read, behind which the above could hide. */
function withoutDisguise(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => character(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, decimal: string) => character(Number(decimal)))
    .replace(/&(?:quot|apos);/g, "'")
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, hex: string) => character(Number.parseInt(hex, 16)))
    .replaceAll('\\', '');
}

function character(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
