import { type FileHandle, open } from 'node:fs/promises';
import type { Fault } from '../../model/fault.js';
import { unreadableFile } from './unreadable.js';
import { xlsxFault } from './xlsx-fault.js';

/**
 * Why a file cannot be a workbook, from how it begins, or nothing if it may be one: a zip archive.
 *
 * @param shown its path as people know it
 * @throws Fault where the system cannot read it
 */
export async function notAnArchive(path: string, shown: string): Promise<Fault | undefined> {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0);
    const start = buffer.subarray(0, bytesRead);
    if (start.length === 0) return xlsxFault('empty');
    if (zipMarks.some((mark) => start.subarray(0, 4).equals(mark))) return undefined;
    if (start.subarray(0, 8).equals(compoundMark)) {
      return xlsxFault((await hasEncryptedPackage(file)) ? 'password' : 'is-xls');
    }
    return xlsxFault(textKind(start));
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw unreadableFile('xlsx', shown, error);
  } finally {
    await file?.close();
  }
}

/** Why an archive is no workbook that can be read, from the names of its parts, or nothing if it may be one. */
export function notAWorkbook(has: (part: string) => boolean): Fault | undefined {
  if (has('xl/workbook.bin')) return xlsxFault('is-xlsb');
  if (has('[Content_Types].xml')) return undefined;
  if (has('Index/Document.iwa')) return xlsxFault('is-numbers');
  return xlsxFault(has('mimetype') && has('content.xml') ? 'is-ods' : 'not-xlsx');
}

/** What begins a zip archive: its first part, or the list of them where there is none. */
const zipMarks = [Buffer.from('PK\u0003\u0004'), Buffer.from('PK\u0005\u0006')];

/** What old Office documents begin with, and new ones with a password ([MS-CFB] 2.2, [MS-OFFCRYPTO] 2.3.4). */
const compoundMark = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');

/** The list of what is in a compound file may be anywhere in it. */
async function hasEncryptedPackage(file: FileHandle): Promise<boolean> {
  const size = 1 << 20;
  const buffer = Buffer.alloc(size + encryptedPackage.length);
  for (let position = 0; ; position += size) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, position);
    if (bytesRead === 0) return false;
    if (buffer.subarray(0, bytesRead).includes(encryptedPackage)) return true;
  }
}

function textKind(start: Buffer): 'is-markup' | 'is-text' | 'not-xlsx' {
  const [first = 0, second = 0] = start;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isUtf16) return 'is-text';
  if (start.includes(0)) return 'not-xlsx';
  return /^\s*<[!?a-z]/i.test(start.toString('utf8').replace(/^\uFEFF/, '')) ? 'is-markup' : 'is-text';
}
