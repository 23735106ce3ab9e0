import type { Finding } from '../model/finding.js';
import type { Issue } from '../model/issue.js';
import { placeOf } from '../model/place.js';

/**
 * What a link grows by when the sender counts clicks: its address becomes one of the provider's, with a code. Whether
 * clicks are counted is decided when the mail is sent, and nobody wants to find out then.
 */
const trackingGrowth = 150;

const kilobyte = 1024;
/** Gmail cuts a message off at about 102 KB, and the unsubscribe link with it. */
export const mostKilobytes = 100;

/** Bytes of an edition's HTML as it may be sent, with links grown by tracking. */
export function sentBytes(html: string): number {
  const links = html.match(/<a\s[^>]*href="https?:/g)?.length ?? 0;
  return Buffer.byteLength(html) + links * trackingGrowth;
}

/** What an item adds to the HTML of an edition, in bytes. */
export type ItemWeight = { readonly id: string; readonly title: string; readonly bytes: number };

/** A complaint about an edition that is longer than its publication wants, or than Gmail shows; undefined if it is not. */
export function weightFinding(
  issue: Issue,
  edition: { readonly id: string; readonly bytes: number },
  heaviest: readonly ItemWeight[],
): Finding | undefined {
  if (!isTooLong(issue, edition.bytes)) return undefined;
  const { publication } = issue;
  const isCut = edition.bytes > mostKilobytes * kilobyte;
  const items = heaviest.map(({ title, bytes }) => `“${title}” (${kilobytes(bytes)} KB)`).join(', ');
  const consequence = isCut
    ? 'Gmail would cut it off, and the unsubscribe link with it'
    : `${publication.title} should stay below ${publication.size.limit} KB`;
  return {
    rule: 'render/too-long',
    severity: isCut ? 'error' : 'warning',
    place: placeOf(publication.source, 'size'),
    words: `The edition for ${edition.id} has ${kilobytes(edition.bytes)} KB, counting what links grow by when clicks are counted: ${consequence}. The biggest items: ${items}.`,
    fix: 'Shorten those items, leave one out, or name sections under “size: { shorten: [ … ] }” that may be shortened.',
  };
}

/** Whether an edition is longer than its publication wants. */
export function isTooLong({ publication }: Issue, bytes: number): boolean {
  return bytes > publication.size.limit * kilobyte;
}

/** Rounded up: what is over a limit must not read as if it were at it. */
function kilobytes(bytes: number): number {
  return Math.ceil(bytes / kilobyte);
}
