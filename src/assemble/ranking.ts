import { type Item, priorities } from '../model/item.js';
import { type DateText, endOf, startOf, type WallTime } from '../model/time.js';

/** What an item's place among the others depends on. */
export type Ranked = {
  readonly item: Item;
  readonly deadline: WallTime | undefined;
  /** Position among the items that the editor pinned or listed, if it is one of them. */
  readonly named: number | undefined;
  /** Position in the editor's `order`. */
  readonly ordered: number | undefined;
};

/**
 * The order of reading: what the editor named, what the editor ordered, then the urgent, the nearest deadline or event,
 * the newest; ids decide ties, so that the order is the same everywhere.
 */
export function byRank(a: Ranked, b: Ranked): number {
  return (
    number(a.named) - number(b.named) ||
    number(a.ordered) - number(b.ordered) ||
    priorities.indexOf(a.item.priority) - priorities.indexOf(b.item.priority) ||
    text(nearest(a), nearest(b)) ||
    text(newest(b.item), newest(a.item)) ||
    text(a.item.id, b.item.id)
  );
}

const never = '9999';

function nearest({ item, deadline }: Ranked): string {
  if (deadline) return endOf(deadline);
  return item.event ? startOf(item.event.starts) : never;
}

function newest(item: Item): DateText {
  return item.runs.from ?? '';
}

function number(position: number | undefined): number {
  return position ?? 1_000_000;
}

function text(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
