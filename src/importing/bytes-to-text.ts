/** What bytes say about how they are written, if they begin with a mark for it. */
const marks: readonly (readonly [mark: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0x3c, 0, 0x3f, 0], 'utf-16le'],
  [[0, 0x3c, 0, 0x3f], 'utf-16be'],
];

/**
 * Text from bytes: by their own mark, by the media type, by what the text declares of itself (XML and HTML), or else as
 * UTF-8, and as Windows-1252 where they are none (as browsers do: WHATWG Encoding). Wrong bytes become U+FFFD.
 */
export function textOf(bytes: Uint8Array, type?: string): string {
  const marked = marks.find(([mark]) => mark.every((byte, index) => bytes[index] === byte))?.[1];
  const declared = marked ?? known(/charset\s*=\s*["']?([\w.:-]+)/i.exec(type ?? '')?.[1]) ?? known(declaredIn(bytes));
  if (declared) return new TextDecoder(declared).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** In the first kilobyte, where HTML wants it. */
function declaredIn(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 1024));
  const found =
    /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)/i.exec(start) ??
    /<meta[^>]+charset\s*=\s*["']?([\w.:-]+)/i.exec(start);
  // Whatever says of itself in single bytes that it is UTF-16 is not.
  return found?.[1] && /^utf-?16/i.test(found[1]) ? 'utf-8' : found?.[1];
}

function known(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return undefined;
  }
}
