import { pipeline, type Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { Fault } from '../../model/fault.js';
import { unreadableFile } from './unreadable.js';
import { xlsxFault } from './xlsx-fault.js';
import { notAnArchive, notAWorkbook } from './xlsx-kind.js';

/** The parts of a workbook: a zip archive of XML files. Case does not matter in their names (ECMA-376 part 2, 6.2.2). */
export type WorkbookParts = {
  readonly has: (part: string) => boolean;
  /**
   * What is in a part, checked against its checksum and its size.
   *
   * @param most how many bytes at most, so that no small file can fill the memory
   * @throws Fault where it is missing, damaged or bigger
   */
  readonly read: (part: string, most: number) => AsyncGenerator<Uint8Array>;
  /** Lets go of the file. May be called more than once. */
  readonly close: () => Promise<void>;
};

/** Real workbooks have some dozens of parts, those with many pictures some thousands. */
const mostParts = 20_000;

/** Rows that are nearly alike are packed 50 to 1 or so; a file that is made to fill a disk, up to 1,000 to 1. */
const mostPacked = 400;
const tooSmallToAsk = 32 << 20;

/**
 * Opens a workbook.
 *
 * @param shown its path as people know it
 * @throws Fault where it is none, has a password, or cannot be read
 */
export async function openWorkbookParts(path: string, shown: string): Promise<WorkbookParts> {
  const fault = await notAnArchive(path, shown);
  if (fault) throw fault;
  const zip = await openPromise(path, { autoClose: false }).catch((error: unknown) => {
    throw faultOf(error, shown);
  });
  const closed = new Promise<void>((resolve) => {
    zip.once('close', resolve);
    zip.once('error', () => resolve());
  });
  const close = () => {
    zip.close();
    return closed;
  };
  try {
    const parts = await partsOf(zip, shown);
    const partOf = (part: string) => parts.get(part.toLowerCase());
    const wrong = notAWorkbook((part) => partOf(part) !== undefined);
    if (wrong) throw wrong;
    return {
      has: (part) => partOf(part) !== undefined,
      read: (part, most) => bytesOf(zip, partOf(part), most, shown),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function partsOf(zip: ZipFile, shown: string): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > mostParts) throw xlsxFault('too-big');
  const parts = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.toLowerCase();
      // Of two parts with the same name, programs do not agree which one counts.
      if (parts.has(name)) throw xlsxFault('damaged');
      parts.set(name, entry);
    }
  } catch (error) {
    throw faultOf(error, shown);
  }
  return parts;
}

async function* bytesOf(
  zip: ZipFile,
  entry: Entry | undefined,
  most: number,
  shown: string,
): AsyncGenerator<Uint8Array> {
  if (entry === undefined) throw xlsxFault('damaged');
  if (entry.isEncrypted()) throw xlsxFault('password');
  const { uncompressedSize: size, compressedSize: packed } = entry;
  if (size > most || (size > tooSmallToAsk && size > packed * mostPacked)) throw xlsxFault('too-big');
  let stream: Readable | undefined;
  let length = 0;
  let checksum = 0;
  try {
    stream = await unpacked(zip, entry);
    for await (const bytes of stream as AsyncIterable<Buffer>) {
      length += bytes.length;
      if (length > size) throw xlsxFault('damaged');
      checksum = crc32(bytes, checksum);
      yield bytes;
    }
  } catch (error) {
    throw faultOf(error, shown);
  } finally {
    stream?.destroy();
  }
  if (length !== size || checksum !== entry.crc32) throw xlsxFault('damaged');
}

/** Unpacked here and not by yauzl, which leaves the checksum alone. */
async function unpacked(zip: ZipFile, entry: Entry): Promise<Readable> {
  const stored = 0;
  const deflated = 8;
  if (entry.compressionMethod !== stored && entry.compressionMethod !== deflated) throw xlsxFault('damaged');
  const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false });
  if (entry.compressionMethod === stored) return packed;
  // Whatever goes wrong in either is thrown where the second one is read.
  return pipeline(packed, createInflateRaw({ chunkSize: 64 * 1024 }), () => {});
}

/** Messages of libraries may quote what is in the file, so none is passed on. */
function faultOf(error: unknown, shown: string): Fault {
  if (error instanceof Fault) return error;
  return error instanceof Error && 'syscall' in error ? unreadableFile('xlsx', shown, error) : xlsxFault('damaged');
}
