import { isUnder, urlOf } from './hosts.js';
import { proofpointInside } from './proofpoint.js';

/** A link that a mail program wrapped around another, and that other, if it can be read out of it exactly. */
export type Wrapped = { readonly wrapper: string; readonly inside: string | undefined };

type Wrapper = {
  readonly name: string;
  readonly is: (url: URL) => boolean;
  /** The address inside, decoded. */
  readonly inside: (url: URL) => string | undefined;
};

const parameter =
  (...names: readonly string[]) =>
  ({ searchParams }: URL) =>
    names.map((name) => searchParams.get(name)).find((value) => value !== null) ?? undefined;
const nothing = () => undefined;

const wrappers: readonly Wrapper[] = [
  {
    name: 'Outlook',
    is: ({ hostname }) => /(?:^|\.)safelinks\.protection\.(?:outlook\.com|office365\.us)$/.test(hostname),
    inside: parameter('url'),
  },
  {
    name: 'Google',
    is: ({ hostname, pathname }) =>
      /^(?:www\.)?google\.(?:com|[a-z]{2}|co\.[a-z]{2}|com\.[a-z]{2})$/.test(hostname) && pathname === '/url',
    inside: parameter('q', 'url'),
  },
  {
    name: 'Facebook',
    is: ({ hostname, pathname }) => /^lm?\.facebook\.com$/.test(hostname) && pathname === '/l.php',
    inside: parameter('u'),
  },
  { name: 'Instagram', is: ({ hostname }) => hostname === 'l.instagram.com', inside: parameter('u') },
  {
    name: 'LinkedIn',
    is: ({ hostname, pathname }) =>
      isUnder(hostname, 'linkedin.com') && /^\/(?:redir\/redirect|safety\/go)\/?$/.test(pathname),
    inside: parameter('url'),
  },
  {
    name: 'YouTube',
    is: ({ hostname, pathname }) => isUnder(hostname, 'youtube.com') && pathname === '/redirect',
    inside: parameter('q'),
  },
  {
    name: 'Proofpoint',
    is: ({ hostname }) =>
      isUnder(hostname, 'urldefense.com') ||
      isUnder(hostname, 'urldefense.proofpoint.com') ||
      isUnder(hostname, 'urldefense.us'),
    inside: proofpointInside,
  },
  { name: 'Barracuda', is: ({ hostname }) => isUnder(hostname, 'linkprotect.cudasvc.com'), inside: parameter('a') },
  {
    name: 'Mimecast',
    is: ({ hostname }) =>
      /^protect(?:-[a-z]+)?\.mimecast\.com$/.test(hostname) || isUnder(hostname, 'mimecastprotect.com'),
    inside: nothing,
  },
  { name: 'Cisco', is: ({ hostname }) => hostname === 'secure-web.cisco.com', inside: lastPart },
  { name: 'Sophos', is: ({ hostname }) => isUnder(hostname, 'protection.sophos.com'), inside: nothing },
  {
    name: 'Trend Micro',
    is: ({ hostname }) => isUnder(hostname, 'ctp.trendmicro.com'),
    inside: parameter('url'),
  },
  // What newsletters of others count their readers with: the code in it stands for the one reader who copied the link.
  {
    name: 'Mailchimp',
    is: ({ hostname, pathname }) => isUnder(hostname, 'list-manage.com') && pathname.startsWith('/track/click'),
    inside: nothing,
  },
  { name: 'SendGrid', is: ({ hostname }) => isUnder(hostname, 'ct.sendgrid.net'), inside: nothing },
  { name: 'Action Network', is: ({ hostname }) => hostname === 'click.actionnetwork.org', inside: nothing },
];

/** Any of the hosts above: most addresses are told by this alone. */
const suspect =
  /safelinks|\/url\?|l\.php|l\.instagram|\/redir|\/safety\/go|urldefense|linkprotect|mimecast|secure-web|sophos|trendmicro|list-manage|sendgrid|actionnetwork/i;

/** Wrapped again each time that a mail is passed on; nobody passes one on more often than that. */
const deepest = 5;

/** What a wrapped link is and has inside, under all wrappers; undefined for any other. */
export function unwrapped(address: string): Wrapped | undefined {
  const outermost = wrapperOf(address);
  if (!outermost) return undefined;
  let inside = outermost.inside;
  for (let depth = 0; inside !== undefined && depth < deepest; depth += 1) {
    const next = wrapperOf(inside);
    if (!next) return { wrapper: outermost.wrapper, inside };
    inside = next.inside;
  }
  return { wrapper: outermost.wrapper, inside: undefined };
}

/** Whether an address can stand in Markdown, YAML and quotation marks as it is. */
export function standsAnywhere(address: string): boolean {
  return /^https?:\/\/[\w\-.~:/?#@!$&*+=%]+$/i.test(address) && /[\w/=-]$/.test(address);
}

function wrapperOf(address: string): Wrapped | undefined {
  if (!suspect.test(address)) return undefined;
  const url = urlOf(address);
  const wrapper = url && wrappers.find(({ is }) => is(url));
  if (!url || !wrapper) return undefined;
  const inside = wrapper.inside(url);
  const isAddress = inside !== undefined && /^https?:\/\/[^\s<>"]+$/i.test(inside) && urlOf(inside) !== undefined;
  return { wrapper: wrapper.name, inside: isAddress ? inside : undefined };
}

/** The address stands behind a token, encoded as a whole. */
function lastPart({ pathname }: URL): string | undefined {
  const last = /^\/[^/]+\/(https?%3A%2F%2F[^/]+)$/i.exec(pathname)?.[1];
  return last === undefined ? undefined : decoded(last);
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
