import { hostOf } from '../../hosts.js';
import { isPrivateNumber, privateReason } from '../../private-links.js';
import type { Complaint } from '../../rule.js';
import { rule } from '../../rule.js';
import { replacing } from '../../source-text.js';
import type { House, Writing } from '../../subjects.js';
import { unwrapped } from '../../wrapped-links.js';
import type { WrittenLink } from '../../written-links.js';

export const https = rule({
  id: 'link/https',
  over: 'writing',
  severity: 'warning',
  title: 'Links begin with https',
  why: 'Over http anybody on the way can read and change what a reader sees, and browsers warn of such pages. Nearly every site answers to https.',
  origins: [{ title: 'RFC 9325, section 3.2', url: 'https://www.rfc-editor.org/rfc/rfc9325#section-3.2' }],
  bad: '[Sign the petition](http://www.example.org/petition)',
  good: '[Sign the petition](https://www.example.org/petition)',
  *judge({ links, file }, house) {
    for (const link of links) {
      if (!/^http:\/\//i.test(link.url) || isToldOtherwise(link.url)) continue;
      yield {
        place: link.place,
        words: `The link to ${hostOf(link.url) ?? link.url} is not encrypted.`,
        ...remedy(link, file, house),
      };
    }
  },
});

/** To write an address with https that is to be replaced anyway helps nobody. */
function isToldOtherwise(url: string): boolean {
  const host = hostOf(url) ?? '';
  return privateReason(url) !== undefined || isPrivateNumber(host) || unwrapped(url) !== undefined;
}

/** Where links were looked up, it may be known how the site itself writes the address. */
function remedy(
  { url, text, range }: WrittenLink,
  file: Writing['file'],
  { linkStates }: House,
): Pick<Complaint, 'fix' | 'edits'> {
  const state = linkStates.get(url);
  const location = state?.is === 'open' ? state.location : undefined;
  const secure = `https${url.slice(4)}`;
  if (
    location !== undefined &&
    URL.canParse(secure) &&
    withoutHash(new URL(secure)) === withoutHash(new URL(location))
  ) {
    return {
      fix: `Write ${secure}: the site itself passes readers on to it.`,
      ...(range && { edits: [replacing(file, range.from, range.from + 4, 'https')] }),
    };
  }
  if (location?.startsWith('https://')) return { fix: `Write ${location}: the site itself passes readers on to it.` };
  // “www.union.org.uk” in a text is a link to http.
  if (/^www\./i.test(text) && url === `http://${text}`) {
    return { fix: `Write it as a link: [${text}](${secure}).` };
  }
  return { fix: 'Try it with https:// and write it so if it opens.' };
}

function withoutHash({ href, hash }: URL): string {
  return href.slice(0, href.length - hash.length);
}
