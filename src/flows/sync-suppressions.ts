import { canonicalAddress, isRefused } from '../audience/address.js';
import type { Database } from '../database/open.js';
import { exitCode, Fault } from '../model/fault.js';
import { isError } from '../model/finding.js';
import type { ListPage } from '../sendgrid/suppression-lists.js';
import { loadWorkspace } from './load-audience.js';
import type { PeopleWorld } from './people-world.js';
import { provider } from './provider.js';
import { withMadeDatabase } from './workspace-database.js';

export type SyncedList = {
  readonly list: string;
  /** How many are on it. */
  readonly count: number;
  /** How many of them were not known here. */
  readonly added: number;
  readonly softBounces: number;
  readonly refused: number;
};

/**
 * Reads the provider's lists of people who must not be written to, and takes up who is on them. Whoever is known stays
 * known: a sync never lets anybody be written to again. A list counts as read only when it was read to its end.
 *
 * @throws Fault where a list cannot be read, or has less than half as many people as last time, which is more probably a
 *   wrong key than half of them gone; unless that is accepted.
 */
export async function syncSuppressions(
  { acceptFewer }: { readonly acceptFewer: boolean },
  world: PeopleWorld,
): Promise<readonly SyncedList[]> {
  const { content, findings } = loadWorkspace(world);
  if (!content) {
    const words = findings.find(isError)?.words ?? 'mailout.yaml cannot be read.';
    throw new Fault({ code: 'suppressions/workspace', exit: exitCode.usage, words, fix: 'Run “mailout doctor”.' });
  }
  const groups = new Set(content.audiences.flatMap(({ unsubscribeGroup }) => unsubscribeGroup ?? []));
  const api = await provider(content.organisation.region, world.variable);
  const { readSuppressionLists } = await import('../sendgrid/suppression-lists.js');
  return withMadeDatabase(world, async (database) => {
    const synced: SyncedList[] = [];
    let sum = { count: 0, added: 0, softBounces: 0, refused: 0 };
    for await (const page of readSuppressionLists(api, { groups: [...groups], canonical, now: world.now })) {
      const added = await takeUp(page, database, world.now);
      sum = {
        count: sum.count + page.entries.length + page.softBounces.length + page.refused,
        added: sum.added + added,
        softBounces: sum.softBounces + page.softBounces.length,
        refused: sum.refused + page.refused,
      };
      world.progress(`Reading ${page.list}: ${sum.count} …`);
      if (!page.isLast) continue;
      if (!acceptFewer) await refuseFewer(page.list, sum.count, database);
      await database.suppressions.syncFinished({
        origin: 'sendgrid',
        list: page.list,
        at: world.now,
        count: sum.count,
      });
      synced.push({ list: page.list, ...sum });
      sum = { count: 0, added: 0, softBounces: 0, refused: 0 };
    }
    return synced;
  });
}

function canonical(text: string): string | undefined {
  const result = canonicalAddress(text);
  return isRefused(result) ? undefined : result.address;
}

async function takeUp({ entries, softBounces }: ListPage, { suppressions }: Database, now: string): Promise<number> {
  const { added } = await suppressions.record([entries], now);
  const { suppressed } = await suppressions.noteSoftBounces(softBounces, now);
  return added + suppressed;
}

/** Lists of a few change by half all the time. */
const fewest = 20;

async function refuseFewer(list: string, count: number, { suppressions }: Database): Promise<void> {
  const syncs = await suppressions.lastSyncs();
  const last = syncs.find((one) => one.origin === 'sendgrid' && one.list === list);
  if (!last || last.count < fewest || count * 2 >= last.count) return;
  throw new Fault({
    code: 'suppressions/far-fewer',
    exit: exitCode.refused,
    words: `SendGrid’s list “${list}” has ${count} entries, and on ${last.at.slice(0, 10)} it had ${last.count}.`,
    fix: 'Check that the key is of the same account and region. If so many have really gone, run it again with --accept-fewer.',
    state: 'Nobody was let off: whoever was suppressed still is.',
  });
}
