import { domainOf, hostOf } from '../../hosts.js';
import type { Complaint } from '../../rule.js';
import { rule } from '../../rule.js';
import type { WrittenLink } from '../../written-links.js';

export const homograph = rule({
  id: 'link/homograph',
  over: 'writing',
  severity: 'error',
  title: 'A link leads where it seems to lead',
  why: 'Words that look like one site over an address of another, and letters of another alphabet that look like ours, are how people are robbed. Readers who learn that we do so will fall for those who do it on purpose.',
  origins: [
    {
      title: 'Unicode Technical Standard 39, Unicode Security Mechanisms',
      url: 'https://www.unicode.org/reports/tr39/',
    },
    { title: 'NCSC, phishing: spot and report scam emails' },
  ],
  bad: '[www.union.org.uk/sign](https://www.unlon-sign.example/)',
  good: '[Sign at www.union.org.uk](https://www.union.org.uk/sign)',
  *judge({ links }) {
    for (const link of links) {
      const complaint = odd(link) ?? mismatch(link);
      if (complaint) yield complaint;
    }
  },
});

function odd({ url, place }: WrittenLink): Complaint | undefined {
  const host = hostOf(url);
  if (host === undefined || !/(^|\.)xn--/.test(host)) return undefined;
  const typed = /^[a-z]+:\/\/([^/?#]+)/i.exec(url)?.[1] ?? host;
  const hasLatin = /\p{Script=Latin}/u.test(typed.replace(/\.[a-z]+$/i, ''));
  const isMixed = hasLatin && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(typed);
  if (!isMixed && !/(^|\.)xn--/.test(typed)) return undefined;
  return {
    place,
    words: `“${typed}” has letters that look like others: it is really ${host}.`,
    fix: 'Type the address anew, and check that it is the site that you mean.',
  };
}

function mismatch({ text, url, textPlace }: WrittenLink): Complaint | undefined {
  const shown = /^(?:https?:\/\/)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?:[/?#].*)?$/i.exec(text.trim())?.[1]?.toLowerCase();
  const host = hostOf(url);
  if (shown === undefined || host === undefined) return undefined;
  const [there, seen] = [domainOf(host), domainOf(shown)];
  // “report.pdf” is no site.
  if (seen === undefined || there === undefined || there === seen) return undefined;
  return {
    place: textPlace,
    words: `Readers see ${shown}, and the link leads to ${host}.`,
    fix: 'Write words that say where it leads, or the address that it leads to.',
  };
}
