import { isUnder, urlOf } from './hosts.js';

/** A link that a mail program wrapped around another, and that other, if it can be read out of it exactly. */
export type Wrapped = { readonly wrapper: string; readonly inside: string | undefined };

type Wrapper = {
  readonly name: string;
  readonly is: (url: URL) => boolean;
  /** The address inside, decoded. */
  readonly inside: (url: URL) => string | undefined;
};

const parameter = (name: string) => (url: URL) => url.searchParams.get(name) ?? undefined;
const nothing = () => undefined;

const wrappers: readonly Wrapper[] = [
  {
    name: 'Outlook',
    is: ({ hostname }) => isUnder(hostname, 'safelinks.protection.outlook.com'),
    inside: parameter('url'),
  },
  {
    name: 'Google',
    is: ({ hostname, pathname }) => /^www\.google\.(com|co\.uk)$/.test(hostname) && pathname === '/url',
    inside: (url) => parameter('q')(url) ?? parameter('url')(url),
  },
  {
    name: 'Facebook',
    is: ({ hostname, pathname }) => hostname === 'l.facebook.com' && pathname === '/l.php',
    inside: parameter('u'),
  },
  {
    name: 'Proofpoint',
    is: ({ hostname }) => hostname === 'urldefense.com' || hostname === 'urldefense.proofpoint.com',
    inside: (url) => /^\/v3\/__(https?:\/\/[^*]+?)__;/.exec(`${url.pathname}${url.search}`)?.[1],
  },
  { name: 'Barracuda', is: ({ hostname }) => hostname === 'linkprotect.cudasvc.com', inside: parameter('a') },
  { name: 'Mimecast', is: ({ hostname }) => /^protect(-[a-z]+)?\.mimecast\.com$/.test(hostname), inside: nothing },
];

/** What a wrapped link is and has inside; undefined for any other. */
export function unwrapped(address: string): Wrapped | undefined {
  const url = urlOf(address);
  const wrapper = url && wrappers.find(({ is }) => is(url));
  if (!url || !wrapper) return undefined;
  const inside = wrapper.inside(url);
  const isAddress = inside !== undefined && /^https?:\/\/[^\s<>()"]+$/i.test(inside) && urlOf(inside) !== undefined;
  return { wrapper: wrapper.name, inside: isAddress ? inside : undefined };
}
