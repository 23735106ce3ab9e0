import { rule } from '../../rule.js';
import { replacing } from '../../source-text.js';
import { unwrapped } from '../../wrapped-links.js';

/** Names of parameters that count or tell apart who follows a link, and do nothing for the page. */
const tracking =
  /^(?:utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|_hsenc|_hsmi|vero_id|mkt_tok|ck_subscriber_id|s_cid|oly_anon_id|oly_enc_id|akid|sc_src|sc_lid|sc_uid|sc_llid|wickedid|yclid|_openstat|spm)$/i;

export const trackingParams = rule({
  id: 'link/tracking-params',
  over: 'writing',
  severity: 'warning',
  title: 'Links do not spy',
  why: 'What follows the question mark may say who copied the address and from where. It came with a paste, tells others about readers, and makes the address longer.',
  origins: [
    { title: 'ICO, guidance on storage and access technologies (PECR, regulation 6)' },
    { title: 'This Week in Rust, checks of its links' },
  ],
  bad: '[Sign](https://www.example.org/sign?id=7&utm_source=newsletter&fbclid=IwAR0…)',
  good: '[Sign](https://www.example.org/sign?id=7)',
  *judge({ links, file }) {
    for (const { url, place, range } of links) {
      const clean = withoutTracking(url);
      if (clean === url || unwrapped(url)) continue;
      yield {
        place,
        words: 'The address has a code in it that tells others who follows it.',
        fix: `Write ${clean} instead.`,
        ...(range && { edits: [replacing(file, range.from, range.to, clean)] }),
      };
    }
  },
});

/** The address without such parameters: everything else stays as it is, to the letter. */
function withoutTracking(url: string): string {
  const [, before = '', query = '', after = ''] = /^(https?:[^?#]*)\?([^#]*)(#.*)?$/is.exec(url) ?? [];
  if (query === '') return url;
  const separator = query.includes('&amp;') ? '&amp;' : '&';
  const parts = query.split(separator);
  const kept = parts.filter((part) => !tracking.test(part.split('=')[0] ?? ''));
  if (kept.length === parts.length) return url;
  return `${before}${kept.length === 0 ? '' : `?${kept.join(separator)}`}${after}`;
}
