/** The next so many of a list, until there are none. */
export function* parts<Item>(list: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let at = 0; at < list.length; at += size) yield list.slice(at, at + size);
}

/** Batches put together until there are so many items; also those that had come when the rest did not. */
export async function* gathered<Item>(
  batches: AsyncIterable<readonly Item[]> | Iterable<readonly Item[]>,
  size: number,
): AsyncGenerator<readonly Item[]> {
  let waiting: Item[] = [];
  let broken: { readonly error: unknown } | undefined;
  try {
    for await (const batch of batches) {
      for (const item of batch) waiting.push(item);
      if (waiting.length < size) continue;
      yield waiting;
      waiting = [];
    }
  } catch (error) {
    broken = { error };
  }
  if (waiting.length > 0) yield waiting;
  if (broken) throw broken.error;
}

/**
 * What a query has, page by page. Each page is a query of its own, that begins after the last row of the page before: so
 * nothing is held open while somebody thinks about the rows, and they may write meanwhile.
 */
export async function* pages<Row>(
  size: number,
  ask: (after: Row | undefined, size: number) => Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  let after: Row | undefined;
  for (;;) {
    const page = await ask(after, size);
    if (page.length > 0) yield page;
    if (page.length < size) return;
    after = page.at(-1);
  }
}
