/** What can be made into a picture of an edition. HEIF is AVIF or HEIC: the same box around two kinds of pixels. */
export type PictureKind = 'jpeg' | 'png' | 'gif' | 'webp' | 'heif' | 'tiff' | 'svg';

/**
 * The kind of a picture by its first bytes, whatever its name says, so that only what is meant to be read reaches a
 * decoder; undefined if it is none of ours.
 */
export function kindOf(bytes: Uint8Array): PictureKind | undefined {
  const start = startOf(bytes);
  const isSvg = /^(?:\xef\xbb\xbf)?\s*</.test(start) && start.includes('<svg') && !webPage.test(start);
  return isSvg ? 'svg' : found(kinds, start);
}

/** What bytes are that are no picture, as far as it can be told: "a web page". */
export function whatItIs(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'an empty file';
  const start = startOf(bytes);
  if (webPage.test(start)) return 'a web page';
  if (start.startsWith('%PDF')) return 'a PDF';
  if (!start.includes('\0')) return 'a text';
  return found(others, start) ?? 'something else';
}

/** One character a byte. libvips looks no further for the start of an SVG. */
function startOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 1000));
}

const webPage = /<(?:!doctype\s+html|html|head|body)\b/i;

/** By what a file begins with, and after how many bytes. */
type Marks<Name> = readonly (readonly [name: Name, at: number, marks: readonly string[]])[];

const kinds: Marks<PictureKind> = [
  ['jpeg', 0, ['\xff\xd8\xff']],
  ['png', 0, ['\x89PNG\r\n\x1a\n']],
  ['gif', 0, ['GIF87a', 'GIF89a']],
  ['webp', 8, ['WEBP']],
  ['heif', 4, ['avif', 'avis', 'heic', 'heix', 'heim', 'heis', 'hevc', 'mif1', 'msf1'].map((brand) => `ftyp${brand}`)],
  ['tiff', 0, ['II*\0', 'MM\0*', 'II+\0', 'MM\0+']],
];

const others: Marks<string> = [
  ['a Word, Excel, PowerPoint or zip file', 0, ['PK\x03\x04', '\xd0\xcf\x11\xe0']],
  ['a film', 4, ['ftyp']],
  ['a Photoshop file', 0, ['8BPS']],
  ['a bitmap (BMP)', 0, ['BM']],
  ['a compressed file', 0, ['\x1f\x8b']],
];

function found<Name>(table: Marks<Name>, start: string): Name | undefined {
  return table.find(([, at, marks]) => marks.some((mark) => start.startsWith(mark, at)))?.[0];
}
