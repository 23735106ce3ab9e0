import * as z from 'zod/mini';
import type { ProviderApi } from '../model/provider-api.js';
import {
  groupList,
  type SoftBounce,
  type SuppressedAddress,
  type SuppressionReason,
  suppressionLists,
} from '../model/suppression.js';
import { noSuchGroup, unreadable } from './faults.js';
import { listPages } from './list-pages.js';

/** Some entries of one of the provider's lists. */
export type ListPage = {
  readonly list: string;
  readonly entries: readonly SuppressedAddress[];
  /** Mailboxes that could not take a mail for the time being. */
  readonly softBounces: readonly SoftBounce[];
  /** How many entries have no address that anybody could be written to at. */
  readonly refused: number;
  /** Whether the list ends with this page: until then nobody knows all who are on it. */
  readonly isLast: boolean;
};

export type ListReading = {
  /** The unsubscribe groups whose lists are read, beside those that are for all mail. */
  readonly groups: readonly number[];
  /** An address in its canonical form, or undefined where a text is none. */
  readonly canonical: (text: string) => string | undefined;
  /** Now, an ISO instant. Lists of groups do not say since when. */
  readonly now: string;
};

/** What the API answers for each list for all mail (OpenAPI description tsg_suppressions_v3). */
const lists: Readonly<Record<(typeof suppressionLists)[number], { path: string; reason: SuppressionReason }>> = {
  unsubscribes: { path: '/v3/suppression/unsubscribes', reason: 'unsubscribed' },
  bounces: { path: '/v3/suppression/bounces', reason: 'bounced' },
  'spam-reports': { path: '/v3/suppression/spam_reports', reason: 'spam-report' },
  'invalid-addresses': { path: '/v3/suppression/invalid_emails', reason: 'invalid' },
};

/** Unix seconds up to the year 2100: milliseconds, say, would be something else than documented. */
const latest = 4_102_444_800;

const entryShape = z.object({
  created: z.number().check(z.minimum(0), z.maximum(latest)),
  email: z.string(),
  reason: z.optional(z.nullable(z.string())),
  status: z.optional(z.nullable(z.string())),
});
type Entry = z.output<typeof entryShape>;

const groupShape = z.object({ id: z.number() });

/**
 * Reads the provider's lists of people who must not be written to, page by page and list by list.
 *
 * A list may change while it is read: list-pages.ts says how nobody is missed. Lists of groups come in one piece.
 *
 * @throws Fault where a list cannot be read to its end: what was given until then is true, but not all.
 */
export async function* readSuppressionLists(api: ProviderApi, reading: ListReading): AsyncGenerator<ListPage> {
  for (const list of suppressionLists) yield* readList(api, list, reading);
  for (const group of reading.groups) yield await readGroup(api, group, reading);
}

async function* readList(
  api: ProviderApi,
  list: (typeof suppressionLists)[number],
  reading: ListReading,
): AsyncGenerator<ListPage> {
  const { path, reason } = lists[list];
  const ask = async (query: Readonly<Record<string, number>>) =>
    shaped(z.array(entryShape), await api.ask({ method: 'GET', path, query }), list);
  for await (const page of listPages(ask, list, reading.now))
    yield { list, ...toPage(page, reason, reading), isLast: false };
  yield { list, entries: [], softBounces: [], refused: 0, isLast: true };
}

function toPage(
  page: readonly Entry[],
  reason: SuppressionReason,
  { canonical }: ListReading,
): Pick<ListPage, 'entries' | 'softBounces' | 'refused'> {
  const entries: SuppressedAddress[] = [];
  const softBounces: SoftBounce[] = [];
  let refused = 0;
  for (const entry of page) {
    const address = canonical(entry.email);
    const since = new Date(entry.created * 1000).toISOString();
    if (address === undefined) refused += 1;
    else if (reason === 'bounced' && isSoft(entry)) softBounces.push({ address, at: since });
    else entries.push({ address, reason, origin: 'sendgrid', since });
  }
  return { entries, softBounces, refused };
}

/** Whether a bounce is a passing one, by its enhanced status code (RFC 3463, 2: class 4) or else by the reply's code. */
function isSoft({ status, reason }: Entry): boolean {
  const code = /^[245]\.\d+\.\d+$/.exec(status ?? '')?.[0] ?? /^[245]\d\d\b/.exec(reason ?? '')?.[0];
  return code?.startsWith('4') === true;
}

async function readGroup(api: ProviderApi, group: number, { canonical, now }: ListReading): Promise<ListPage> {
  const list = groupList(group);
  const path = `/v3/asm/groups/${group}/suppressions`;
  // Nothing says that the list of a group that does not exist is not simply empty.
  const { id } = shaped(groupShape, await api.ask({ method: 'GET', path: `/v3/asm/groups/${group}` }), list);
  if (id !== group) throw noSuchGroup(group);
  const addresses = shaped(z.array(z.string()), await api.ask({ method: 'GET', path }), list);
  const known = addresses.flatMap((text) => canonical(text) ?? []);
  return {
    list,
    entries: known.map((address) => ({ address, reason: 'unsubscribed', group, origin: 'sendgrid', since: now })),
    softBounces: [],
    refused: addresses.length - known.length,
    isLast: true,
  };
}

function shaped<T extends z.ZodMiniType>(shape: T, answer: unknown, list: string): z.output<T> {
  const { success, data } = z.safeParse(shape, answer);
  if (success) return data;
  throw unreadable(`SendGrid’s list “${list}” is not in the form that its documentation describes.`);
}
