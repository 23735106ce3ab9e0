import { hostOf } from '../../hosts.js';
import { isLookAlike, typedHost } from '../../look-alikes.js';
import type { Complaint } from '../../rule.js';
import { rule } from '../../rule.js';
import { mismatchOf } from '../../shown-sites.js';
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
      const complaint = odd(link) ?? misleading(link);
      if (complaint) yield complaint;
    }
  },
});

function odd({ url, place }: WrittenLink): Complaint | undefined {
  // Only what is written in other letters, or as a code for them, can be odd.
  if (!/^https?:\/\/(?:[^/?#]*[^\x20-\x7e]|[^/?#]*xn--)/i.test(url)) return undefined;
  const [host, typed] = [hostOf(url), typedHost(url)];
  if (host === undefined || typed === undefined) return undefined;
  if (isLookAlike(host)) {
    return {
      place,
      words: `“${typed}” has letters that look like others: it is really ${host}.`,
      fix: 'Type the address anew, and check that it is the site that you mean.',
    };
  }
  if (!/(?:^|\.)xn--/i.test(typed)) return undefined;
  return {
    place,
    severity: 'warning',
    words: `Nobody can read “${typed}”.`,
    fix: 'Check that it is the site that you mean, and write it in the letters that it is known by.',
  };
}

function misleading(link: WrittenLink): Complaint | undefined {
  const mismatch = mismatchOf(link);
  return (
    mismatch && {
      place: link.textPlace,
      words: `Readers see ${mismatch.shown}, and the link leads to ${mismatch.really}.`,
      fix: 'Write words that say where it leads, or the address that it leads to.',
    }
  );
}
