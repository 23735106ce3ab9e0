import { getDomain } from 'tldts';
import { placeOf } from '../../../model/place.js';
import { isFreeMail } from '../../free-mail.js';
import { rule } from '../../rule.js';

export const fromDomain = rule({
  id: 'deliver/from-domain',
  over: 'issue',
  severity: 'error',
  title: 'Mail comes from an address of the organisation',
  why: 'Gmail, Yahoo and others refuse newsletters that claim to come from addresses of theirs, and put mail aside that comes from a domain which nothing ties to the sender. Readers, too, look at what stands behind the @.',
  origins: [
    { title: 'RFC 7489 (DMARC), section 3.1', url: 'https://www.rfc-editor.org/rfc/rfc7489#section-3.1' },
    { title: 'Google, Email sender guidelines', url: 'https://support.google.com/a/answer/81126' },
  ],
  bad: 'sender: { name: EWU International, address: ewu.international@gmail.com }',
  good: 'sender: { name: EWU International, address: international@union.example.org }',
  *judge({ publication: { channel, sender, source } }, { organisation: { web, contact } }) {
    if (channel !== 'email') return;
    const own = new Set([web, isFreeMail(contact) ? undefined : contact].flatMap((one) => domainOf(one) ?? []));
    const addresses = [
      { path: 'sender.address', address: sender.address, what: 'comes from' },
      { path: 'sender.reply-to', address: sender.replyTo, what: 'has its replies sent to' },
    ];
    for (const { path, address, what } of addresses) {
      if (address === undefined) continue;
      const place = placeOf(source, path);
      const host = address.slice(address.lastIndexOf('@') + 1);
      if (isFreeMail(address)) {
        yield {
          place,
          words: `This newsletter ${what} “${address}”, and anybody can have an address at ${host}.`,
          fix: 'Use an address at the organisation’s own domain.',
        };
      } else if (own.size > 0 && !own.has(domainOf(address) ?? '')) {
        yield {
          place,
          severity: 'warning',
          words: `This newsletter ${what} “${address}”, which is not at ${[...own].join(' or ')}.`,
          fix: 'Use an address at the organisation’s own domain. If this one is its own, too, switch the rule off in mailout.yaml.',
        };
      }
    }
  },
});

/** What somebody has registered: "example.org" of "www.example.org" and of "news@mail.example.org". */
function domainOf(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  return getDomain(address.slice(address.lastIndexOf('@') + 1)) ?? undefined;
}
