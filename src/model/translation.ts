import { createHash } from 'node:crypto';
import type { Item } from './item.js';

/**
 * A mark of the words of an item that are translated: eight hexadecimal digits, others as soon as one of the words is.
 * A translation carries the mark of the words that it was made from, so that one can see when it has become old.
 */
export function translatedMark(item: Item): string {
  const words = [
    item.title,
    item.summary,
    item.ask,
    item.wording,
    item.actions.map(({ label }) => label),
    item.statement?.excerpt,
    item.event?.place,
    item.image?.alt,
    item.outcome?.text,
    item.updates.map(({ text }) => text),
    item.body.text.trim(),
  ];
  return createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 8);
}
