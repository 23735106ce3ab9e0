import { isUnder, urlOf } from './hosts.js';

/** Names that are nobody's on the internet (RFC 6761, RFC 6762, RFC 8375), and those that offices use as if they were. */
const ownNetwork = [
  'localhost',
  'local',
  'internal',
  'lan',
  'intranet',
  'corp',
  'home',
  'home.arpa',
  'test',
  'invalid',
];

const mailboxes = /^(?:outlook\.office(?:365)?\.com|outlook\.live\.com|mail\.(?:google|yahoo|aol|proton)\.\w+)$/;

/** Why readers cannot open a link that its writer can: "an address in somebody’s own network". */
export function privateReason(address: string): string | undefined {
  const url = urlOf(address);
  return url && /^https?:$/.test(url.protocol) ? reasonFor(url) : undefined;
}

/** Whether a host is a number of somebody's own network (RFC 6890). The host is as a URL has it. */
export function isPrivateNumber(host: string): boolean {
  const mapped = /^\[::ffff:([0-9a-f]+):([0-9a-f]+)\]$/i.exec(host);
  if (mapped) return isPrivateNumber(fromGroups(mapped[1] ?? '', mapped[2] ?? ''));
  return (
    /^(?:127|10|0|192\.168|172\.(?:1[6-9]|2\d|3[01])|169\.254|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\.[\d.]+$/.test(
      host,
    ) || /^\[(?:::1?\]|f[cd]|fe[89ab])/i.test(host)
  );
}

function fromGroups(high: string, low: string): string {
  const [first, second] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return [first >> 8, first & 255, second >> 8, second & 255].join('.');
}

function reasonFor({ hostname: host, pathname, searchParams }: URL): string | undefined {
  const isNamed = !/^[\d.]+$|^\[/.test(host);
  if (isPrivateNumber(host) || (isNamed && !host.includes('.'))) return 'an address in somebody’s own network';
  if (ownNetwork.some((name) => isUnder(host, name))) return 'an address in somebody’s own network';
  if (/^(?:intranet|extranet|vpn)\./.test(host)) return 'an intranet';
  // A link that was made to be shared with everybody says so by a “g”.
  if (isUnder(host, 'sharepoint.com') && !/^\/:[a-z]:\/g\//.test(pathname)) return 'a document for colleagues';
  if (host === 'onedrive.live.com' && /^\/edit/.test(pathname)) return 'a document opened for editing';
  if (host === 'docs.google.com' && /\/edit\b/.test(pathname)) return 'a document opened for editing';
  if (host === 'drive.google.com' && /^\/drive\/(?:u\/\d+\/)?(?:my-drive|home|recent)\b/.test(pathname)) {
    return 'somebody’s own files';
  }
  if (mailboxes.test(host) || /^\/owa(?:\/|$)/i.test(pathname)) return 'somebody’s mailbox';
  if (isDraft(host, pathname, searchParams)) return 'a draft of a site';
  return undefined;
}

/** How sites are shown to those who build them, before anybody else. */
function isDraft(host: string, pathname: string, asked: URLSearchParams): boolean {
  return (
    /^(?:staging|stg|preview|preprod|dev|test|uat)\./.test(host) ||
    /^deploy-preview-\d+--/.test(host) ||
    (host.endsWith('.vercel.app') && host.includes('-git-')) ||
    /^\/wp-admin\//.test(pathname) ||
    asked.get('preview') === 'true' ||
    asked.has('preview_id')
  );
}
