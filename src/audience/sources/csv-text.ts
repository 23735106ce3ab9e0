import { isUtf8 } from 'node:buffer';
import type { CsvEncoding } from '../../model/audience.js';
import { csvFault } from './csv-fault.js';

/** The next piece of the text of a file. Every line break in it is a bare line feed. */
export type CsvText = {
  readonly text: string;
  /** Whether some bytes of this piece are not in the encoding: each such place is a U+FFFD in the text. */
  readonly damaged: boolean;
};

/**
 * Decodes a CSV file, piece by piece. The encoding is what its byte order mark says, or else the declared one, or else
 * UTF-16 where every other byte of the beginning is zero, or else UTF-8; Windows-1252 only where it is declared, because
 * any bytes at all are text in it. Throws a Fault for what is not text, and where file and declaration disagree.
 */
export async function* csvText(bytes: AsyncIterable<Uint8Array>, declared?: CsvEncoding): AsyncGenerator<CsvText> {
  let encoding: CsvEncoding | undefined;
  let held: Buffer = Buffer.alloc(0);
  let accents = false;
  // The carriage return at the end of a piece may be the first half of a line break.
  let heldReturn = '';
  const decoded = (piece: Buffer, kind: CsvEncoding, last: boolean): CsvText => {
    const text = heldReturn + decoders[kind](piece);
    heldReturn = !last && text.endsWith('\r') ? '\r' : '';
    return { text: withLineFeeds(heldReturn ? text.slice(0, -1) : text), damaged: kind === 'utf-8' && !isUtf8(piece) };
  };

  for await (const next of bytes) {
    held = held.length > 0 ? Buffer.concat([held, next]) : Buffer.from(next.buffer, next.byteOffset, next.byteLength);
    if (encoding === undefined) {
      if (held.length < sniffed) continue;
      const start = beginning(held, declared);
      encoding = start.encoding;
      held = held.subarray(start.mark);
    }
    const whole = wholeLetters(held, encoding);
    const piece = held.subarray(0, whole);
    if (encoding === 'windows-1252' && !accents) accents = refuseUtf8(piece);
    held = held.subarray(whole);
    if (whole > 0) yield decoded(piece, encoding, false);
  }

  if (encoding === undefined) {
    const start = beginning(held, declared);
    encoding = start.encoding;
    held = held.subarray(start.mark);
    if (encoding === 'windows-1252') refuseUtf8(held);
  }
  if (encoding.startsWith('utf-16') && held.length % 2 === 1) throw csvFault('cut-off');
  yield decoded(held, encoding, true);
}

/** As many bytes as the encoding is told by; a file that has fewer is told by all. */
const sniffed = 1_024;

const marks: readonly (readonly [CsvEncoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** How files begin that people take for CSV: zip and thus xlsx, numbers and ods; the old xls; gzip; PDF; UTF-32. */
const otherKinds: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x1f, 0x8b],
  [0x25, 0x50, 0x44, 0x46],
  [0xff, 0xfe, 0x00, 0x00],
  [0x00, 0x00, 0xfe, 0xff],
];

function beginning(bytes: Buffer, declared: CsvEncoding | undefined): { encoding: CsvEncoding; mark: number } {
  const startsWith = (start: readonly number[]) => start.every((byte, index) => bytes[index] === byte);
  if (bytes.length === 0) throw csvFault('empty');
  if (otherKinds.some(startsWith)) throw csvFault('not-csv');
  const marked = marks.find(([, mark]) => startsWith(mark));
  const found = marked?.[0] ?? withoutMark(bytes.subarray(0, sniffed));
  if (declared !== undefined && found !== undefined && found !== declared) throw csvFault('encoding-not-as-declared');
  return { encoding: found ?? declared ?? 'utf-8', mark: marked?.[1].length ?? 0 };
}

/**
 * UTF-16 where zero bytes are many and all on the same side of their pairs, as in any header in Latin letters. A few
 * zero bytes are damage to a row, which is for the row to tell.
 */
function withoutMark(bytes: Buffer): CsvEncoding | undefined {
  const zeros = [0, 0];
  bytes.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [first = 0, second = 0] = zeros;
  if (first + second <= bytes.length / 4) return undefined;
  if (first === 0) return 'utf-16le';
  if (second === 0) return 'utf-16be';
  throw csvFault('encoding');
}

/** How many of the bytes are whole letters; the rest belongs to the next piece. */
function wholeLetters(bytes: Buffer, encoding: CsvEncoding): number {
  if (encoding === 'windows-1252') return bytes.length;
  if (encoding !== 'utf-8') return bytes.length - (bytes.length % 2);
  // The first byte of a letter of UTF-8 says how many there are; the others are 10xxxxxx (RFC 3629, 3).
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

const decoders: Readonly<Record<CsvEncoding, (bytes: Buffer) => string>> = {
  'utf-8': (bytes) => bytes.toString('utf8'),
  'utf-16le': (bytes) => bytes.toString('utf16le'),
  'utf-16be': (bytes) => Buffer.from(bytes).swap16().toString('utf16le'),
  'windows-1252': (bytes) => bytes.toString('latin1').replace(/[\x80-\x9f]/g, (letter) => windows[letter] ?? '\uFFFD'),
};

/**
 * Where Windows-1252 differs from Latin-1 (WHATWG Encoding, index windows-1252; five bytes are nothing in it). Not by
 * TextDecoder: it takes the one for the other in Node 20.18.3 to 20.20 and some versions of 22 to 24 (nodejs/node#56542).
 */
const windows: Readonly<Record<string, string>> = Object.fromEntries(
  [...'€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ'].map((letter, index) => [
    String.fromCharCode(0x80 + index),
    letter,
  ]),
);

/** Throws where bytes that are declared to be Windows-1252 are UTF-8; gives whether there was anything to tell by. */
function refuseUtf8(bytes: Buffer): boolean {
  if (!bytes.some((byte) => byte >= 0x80)) return false;
  if (isUtf8(bytes.subarray(0, wholeLetters(bytes, 'utf-8')))) throw csvFault('encoding-not-as-declared');
  return true;
}

function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
}
