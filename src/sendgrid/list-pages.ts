import { unreadable } from './faults.js';

/** The most that SendGrid gives at once (tsg_suppressions_v3, PaginationCommonLimit). Offsets are multiples of it. */
const pageSize = 500;

/** Five million entries: a list that seems to be longer has no end. */
const mostPages = 10_000;

/** How wrong a computer's clock may be before it matters, in seconds. */
const leeway = 3_600;

/** Asks for one page of a list. */
export type AskPage<Entry> = (query: Readonly<Record<string, number>>) => Promise<readonly Entry[]>;

/**
 * All pages of a list that others change meanwhile. Nobody is missed who is on it from beginning to end and came to it
 * more than an hour ago; of the newest, somebody could be missed only if there are more than a page of them and one leaves
 * while they are read, until the next time. Somebody may come twice.
 *
 * Whoever leaves the list moves those after them to lower offsets, over a border that has been read already. So what is
 * older than an hour is read from its last page to its first: then they move into what is still to be read. That part
 * does not grow. What is newer may, so it is read forwards, up to now by SendGrid's clock, whatever this computer's says.
 *
 * @param list what it is called, for faults.
 * @param now an ISO instant.
 * @throws Fault where pages cannot be those that were asked for: too long, given again for another offset, or shorter than
 * asked with more behind them.
 */
export async function* listPages<Entry>(
  ask: AskPage<Entry>,
  list: string,
  now: string,
): AsyncGenerator<readonly Entry[]> {
  const border = Math.floor(Date.parse(now) / 1_000) - leeway;
  const older = pagesWithin(ask, list, { end_time: border - 1 });
  for (let index = (await older.count()) - 1; index >= 0; index -= 1) yield older.page(index);
  const newer = pagesWithin(ask, list, { start_time: border });
  for (let index = 0; ; index += 1) {
    const page = await newer.page(index);
    // Not after a short page: a server that gives fewer than it was asked for would be taken to be at its end.
    if (page.length === 0) return;
    yield page;
  }
}

type Pages<Entry> = {
  readonly page: (index: number) => Promise<readonly Entry[]>;
  /** How many there are that have anything on them. */
  readonly count: () => Promise<number>;
};

function pagesWithin<Entry>(ask: AskPage<Entry>, list: string, window: Readonly<Record<string, number>>): Pages<Entry> {
  let last: { readonly index: number; readonly text: string } | undefined;
  let short: number | undefined;

  const page = async (index: number): Promise<readonly Entry[]> => {
    const entries = await ask({ limit: pageSize, offset: index * pageSize, ...window });
    if (entries.length > pageSize || index > mostPages) {
      throw unreadable(`SendGrid gives more of its list “${list}” at once than it was asked for, or it has no end.`);
    }
    if (entries.length === 0) return entries;
    const text = JSON.stringify(entries);
    if (last !== undefined && last.index !== index && last.text === text) {
      throw unreadable(`SendGrid gives the same page of its list “${list}” again and again.`);
    }
    last = { index, text };
    if (short !== undefined && index > short) {
      throw unreadable(`SendGrid gives shorter pages of its list “${list}” than its documentation describes.`);
    }
    // Of the first page alone: a later one may have become short because somebody left.
    if (index === 0 && entries.length < pageSize) short = 0;
    return entries;
  };

  const isEmpty = async (index: number) => (await page(index)).length === 0;

  const count = async (): Promise<number> => {
    if (await isEmpty(0)) return 0;
    let filled = 0;
    let empty = 1;
    while (!(await isEmpty(empty))) [filled, empty] = [empty, empty * 2];
    while (empty - filled > 1) {
      const middle = Math.floor((filled + empty) / 2);
      if (await isEmpty(middle)) empty = middle;
      else filled = middle;
    }
    return empty;
  };

  return { page, count };
}
