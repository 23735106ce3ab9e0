import { xlsxFault } from './xlsx-fault.js';
import { textCollector } from './xlsx-text.js';
import { readXml } from './xlsx-xml.js';

/** The texts of cells, which cells name by number. */
export type SharedStrings = {
  /** Nothing where there is no text with this number. */
  readonly at: (index: number) => string | undefined;
};

export const noStrings: SharedStrings = { at: () => undefined };

/** Bytes of the part that has them; in half a million rows, some 100 MB. */
export const mostOfStrings = 2 ** 30;

/**
 * Reads the shared texts of a workbook (ECMA-376 part 1, 18.4.9), packed: as strings of their own, the two million of half
 * a million rows would need ten times the memory.
 *
 * @throws Fault where the part is damaged or too big
 */
export async function readStrings(part: AsyncIterable<Uint8Array>): Promise<SharedStrings> {
  const packed = packedTexts();
  const collector = textCollector();
  const reader = {
    ...collector,
    close: (name: string) => {
      collector.close(name);
      if (name === 'si') packed.add(collector.take());
    },
  };
  for await (const _ of readXml(part, reader));
  return packed;
}

const blockSize = 4 << 20;
const mostBlocks = 64;

/** Longer than Excel takes, and short enough for a block. */
const longestText = 1_000_000;

/** Texts one after the other as UTF-8, each in one block with its length before it. */
function packedTexts(): SharedStrings & { readonly add: (text: string) => void } {
  const blocks: Buffer[] = [];
  let used = blockSize;
  let starts = new Uint32Array(1 << 12);
  let count = 0;
  return {
    add: (text) => {
      if (text.length > longestText) throw xlsxFault('too-big');
      const length = Buffer.byteLength(text);
      if (used + 4 + length > blockSize) {
        if (blocks.length === mostBlocks) throw xlsxFault('too-big');
        blocks.push(Buffer.allocUnsafeSlow(blockSize));
        used = 0;
      }
      if (count === starts.length) {
        const longer = new Uint32Array(count * 2);
        longer.set(starts);
        starts = longer;
      }
      starts[count] = (blocks.length - 1) * blockSize + used;
      count += 1;
      const block = blocks[blocks.length - 1];
      used = (block?.writeUInt32LE(length, used) ?? 0) + (block?.write(text, used + 4) ?? 0);
    },
    at: (index) => {
      if (!(index < count)) return undefined;
      const start = starts[index];
      if (start === undefined) return undefined;
      const block = blocks[Math.floor(start / blockSize)];
      const from = (start % blockSize) + 4;
      return block?.toString('utf8', from, from + block.readUInt32LE(from - 4));
    },
  };
}
