import { crc32, inflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { importingFault } from '../importing-fault.js';

/** What there is of a Word document to read its text from, with all else left out. */
export type WordParts = {
  /** A document with the text and nothing else in it: no picture, no macro, no embedded file. */
  readonly docx: Uint8Array;
  readonly pictures: number;
};

/** Real documents have some dozens of parts, those with many pictures some hundreds. */
const mostParts = 3_000;

/** A book of 200,000 words is some 10 MB of XML. */
const mostUnpacked = 32 << 20;

/** No document nests deeper than some dozen elements, tables in tables included. */
const deepest = 200;

/** What the text is read from: ECMA-376 part 1, 11.3, and what leads to it (part 2, 6.5). */
const wanted =
  /^(?:\[content_types\]\.xml|_rels\/\.rels|word\/(?:_rels\/)?(?:document|styles|numbering|footnotes|endnotes|comments)\w*\.xml(?:\.rels)?)$/i;

/**
 * Unpacks what is needed of a Word document, and makes a document of that alone: what reads it afterwards is given only
 * bytes that were counted, checked against their checksum, and found to be XML without declarations.
 *
 * @throws Fault
 */
export async function wordParts(bytes: Uint8Array): Promise<WordParts> {
  const packed = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await fromBufferPromise(packed, { lazyEntries: true }).catch(() => {
    throw importingFault('word-damaged');
  });
  const entries = await entriesOf(zip);
  const names = [...entries.keys()];
  if (names.includes('encryptedpackage')) throw importingFault('word-password');
  const parts: Record<string, Uint8Array> = {};
  let left = mostUnpacked;
  for (const [name, entry] of entries) {
    if (!wanted.test(name)) continue;
    const part = await unpacked(zip, entry, left);
    left -= part.length;
    checkXml(part);
    parts[entry.fileName] = part;
  }
  const pictures = names.filter((name) => /^word\/media\//.test(name)).length;
  return { docx: zipSync(parts, { level: 0 }), pictures };
}

async function entriesOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > mostParts) throw importingFault('word-bomb');
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.toLowerCase();
      // Of two parts with the same name, programs do not agree which one counts.
      if (entries.has(name)) throw importingFault('word-damaged');
      entries.set(name, entry);
    }
  } catch {
    throw importingFault('word-damaged');
  }
  return entries;
}

/** Unpacked here and not by yauzl, which leaves the checksum alone; never more than may be left. */
async function unpacked(zip: ZipFile, entry: Entry, most: number): Promise<Uint8Array> {
  if (entry.isEncrypted()) throw importingFault('word-password');
  if (entry.uncompressedSize > most) throw importingFault('word-bomb');
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw importingFault('word-damaged');
  const raw = await rawOf(zip, entry, most).catch(() => {
    throw importingFault('word-damaged');
  });
  const part = entry.compressionMethod === 0 ? raw : inflated(raw, most);
  if (part.length !== entry.uncompressedSize || crc32(part) !== entry.crc32) throw importingFault('word-damaged');
  return part;
}

async function rawOf(zip: ZipFile, entry: Entry, most: number): Promise<Uint8Array> {
  if (entry.compressedSize > most) throw new RangeError();
  const stream = await zip.openReadStreamPromise(entry, { decodeFileData: false });
  const pieces: Buffer[] = [];
  for await (const piece of stream as AsyncIterable<Buffer>) pieces.push(piece);
  return Buffer.concat(pieces);
}

function inflated(raw: Uint8Array, most: number): Uint8Array {
  try {
    return inflateRawSync(raw, { maxOutputLength: most + 1 });
  } catch (error) {
    const isTooLong = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw importingFault(isTooLong ? 'word-bomb' : 'word-damaged');
  }
}

/** Well-formed, without a document type, and no deeper than documents are. */
function checkXml(part: Uint8Array): void {
  const parser = new SaxesParser({ position: false, xmlns: false } as const);
  let depth = 0;
  parser.on('opentag', () => {
    depth += 1;
    if (depth > deepest) throw importingFault('word-bomb');
  });
  parser.on('closetag', () => {
    depth -= 1;
  });
  parser.on('doctype', () => {
    throw importingFault('word-doctype');
  });
  parser.on('error', () => {
    throw importingFault('word-damaged');
  });
  parser.write(decoded(part)).close();
}

function decoded(part: Uint8Array): string {
  const encoding =
    part[0] === 0xff && part[1] === 0xfe ? 'utf-16le' : part[0] === 0xfe && part[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(part);
  } catch {
    throw importingFault('word-damaged');
  }
}
