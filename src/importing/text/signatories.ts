import type { Signatory } from '../../model/item.js';
import type { Block } from './headings.js';
import { isNames, isOffice } from './headings.js';

/**
 * Who signed a text: names with an office in the line below, or after “Signed:”. Gives them, and the blocks without them.
 */
export function signatoriesOf(blocks: readonly Block[]): {
  readonly signatories: readonly Signatory[];
  readonly rest: readonly Block[];
} {
  const signatories: Signatory[] = [];
  const used = new Set<object>();
  const lines = blocks.flatMap((block) => (block.isHeading ? [] : block.lines));
  for (const [index, line] of lines.entries()) {
    const below = lines[index + 1];
    const signed = /^signed(?: by)?:\s*(.+)$/i.exec(line.text)?.[1];
    if (signed !== undefined) {
      for (const one of signed.split(/\s*;\s*/)) signatories.push(inOneLine(one));
      used.add(line);
    } else if (line.is === 'words' && below?.is === 'words' && isNames(line.text) && isOffice(below.text)) {
      for (const name of line.text.split(/\s*,\s*|\s+(?:&|and)\s+/)) signatories.push({ name, role: below.text });
      used.add(line);
      used.add(below);
    }
  }
  const rest = blocks
    .map((block) => ({ ...block, lines: block.lines.filter((line) => !used.has(line)) }))
    .filter(({ lines: left }) => left.length > 0);
  return { signatories, rest };
}

/** “Name, role, organisation” */
function inOneLine(text: string): Signatory {
  const [name = '', role, organisation] = text.split(/\s*,\s*/);
  return { name, ...(role && { role }), ...(organisation && { organisation }) };
}
