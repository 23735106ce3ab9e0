import { parse } from 'tldts';

/** Every rule asks about the same few addresses, one rule after the other. */
const parsed = new Map<string, URL | undefined>();
const mostKept = 500;

/** An address as a URL; undefined for what is none. */
export function urlOf(address: string): URL | undefined {
  const known = parsed.get(address);
  if (known || parsed.has(address)) return known;
  if (parsed.size >= mostKept) parsed.clear();
  const url = URL.canParse(address) ? new URL(address) : undefined;
  parsed.set(address, url);
  return url;
}

/** The host of an address on the web, in small letters; undefined for what is none. */
export function hostOf(address: string): string | undefined {
  const url = urlOf(address);
  return url && /^https?:$/.test(url.protocol) ? url.hostname : undefined;
}

/** The domain that somebody registered for a host: "example.co.uk" of "www.example.co.uk". None of "report.docx". */
export function domainOf(host: string): string | undefined {
  const { domain, isIcann, isPrivate } = parse(host, { allowPrivateDomains: true });
  return isIcann || isPrivate ? (domain ?? undefined) : undefined;
}

/** Whether a host is a domain or below it. */
export function isUnder(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}
