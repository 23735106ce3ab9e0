import type { Edit } from '../../model/finding.js';
import type { Passage, Stretch } from '../passage.js';
import { replacing } from '../source-text.js';

/**
 * The edit that changes a stretch of a passage, also where it reaches from one piece of the passage into the next (from
 * word to word); undefined if the file does not have it letter by letter.
 */
export function mendingIn({ file, spans, text }: Passage, { from, to }: Stretch, better: string): Edit | undefined {
  const span = spans.findLast((one) => one.from <= from);
  if (!span) return undefined;
  const start = span.offset + from - span.from;
  if (file.text.slice(start, start + to - from) !== text.slice(from, to)) return undefined;
  // What follows must be where the file has it too: otherwise the letters are the same by chance.
  const next = spans.find((one) => one.from <= to && to <= one.to);
  if (!next || next.offset + to - next.from !== start + to - from) return undefined;
  return replacing(file, start, start + to - from, better);
}
