import { domainOf, hostOf } from './hosts.js';
import { shortenerOf } from './shortened-links.js';
import { unwrapped } from './wrapped-links.js';
import type { WrittenLink } from './written-links.js';

/** The site that the words of a link name, and the one that it leads to. */
export type Mismatch = { readonly shown: string; readonly really: string };

/** Ends of names that are files more often than sites. */
const files = /\.(?:zip|mov|md|py|rs|sh|ps|ai|cc|pl|so|do|mp|app|doc|pub)$/i;

/** Where the words of a link name a site or an address to write to, and it leads to another one; else undefined. */
export function mismatchOf({ text, url }: WrittenLink): Mismatch | undefined {
  if (!text.includes('.')) return undefined;
  return /^mailto:/i.test(url) ? otherMailbox(text, url) : otherSite(text, url);
}

function otherMailbox(text: string, url: string): Mismatch | undefined {
  const shown = /^\s*([\w.+-]+@[\w.-]+\.\w+)\s*$/.exec(text)?.[1]?.toLowerCase();
  const really = /^mailto:([^?]*)/i.exec(url)?.[1]?.toLowerCase() ?? '';
  return shown === undefined || decoded(really) === shown ? undefined : { shown, really };
}

function otherSite(text: string, url: string): Mismatch | undefined {
  const shown = siteIn(text);
  const really = hostOf(url);
  if (shown === undefined || really === undefined) return undefined;
  const [seen, there] = [domainOf(shown), domainOf(really)];
  if (seen === undefined || there === undefined || nameOf(seen) === nameOf(there)) return undefined;
  // That they lead elsewhere is told of these anyway.
  return shortenerOf(url) !== undefined || unwrapped(url) ? undefined : { shown, really };
}

/** The site that a text is the name or the address of, or that it has in it with “www.” or “https://”. */
function siteIn(text: string): string | undefined {
  const whole = /^\s*((?:[a-z0-9-]+\.)+[a-z]{2,})(?:[/?#]\S*)?\s*$/i.exec(text)?.[1];
  if (whole !== undefined && !/^www\./i.test(whole)) return files.test(whole) ? undefined : whole.toLowerCase();
  const part = /(?:^|[\s(“‘"'<])(?:https?:\/\/|(?=www\.))((?:[a-z0-9-]+\.)+[a-z]{2,})(?![\w.-]*@)/i.exec(text)?.[1];
  return part?.toLowerCase();
}

/** “amazon” of amazon.com and amazon.co.uk: who has one mostly has the other. */
function nameOf(domain: string): string {
  return domain.split('.', 1)[0] ?? domain;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
