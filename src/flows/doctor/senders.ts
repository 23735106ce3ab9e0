import { Fault } from '../../model/fault.js';
import type { ProviderApi } from '../../model/provider-api.js';
import { listOf, part } from './ask-account.js';
import { bad, type Check, type Diagnosis, good, named, type Patient, warning } from './check.js';

/*
 * Mail comes from a domain that SendGrid may send for, with SPF and DKIM, or mailbox providers take it for a forgery. An
 * address can be proven to be one's own without the domain; SendGrid then sends, and mailbox providers see no signature
 * of the domain.
 */

/** SendGrid may send from the addresses of all newsletters. */
const senders: Check = ({ content, account }) =>
  account(async ({ api, scopes }) => {
    const mailed = content.publications.filter(({ channel }) => channel === 'email');
    const addresses = mailed.map(({ sender }) => sender.address);
    if (!scopes.has('whitelabel.read') || addresses.length === 0) return [];
    const domains = listOf(await api.ask({ method: 'GET', path: '/v3/whitelabel/domains', query: { limit: 200 } }));
    const namesOf = (isValid: boolean) =>
      domains.flatMap((one) => ((part(one, 'valid') === true) === isValid ? lower(part(one, 'domain')) : []));
    const [valid, broken] = [namesOf(true), namesOf(false)];
    const strange = addresses.filter((address) => !isAmong(valid, address));
    if (strange.length === 0) return [good(`SendGrid may send for ${named(senderDomains(content))}.`)];
    const verified = await verifiedAddresses(api);
    const diagnoses = strange.map((address) =>
      strangeSender(domainOf(address), isAmong(broken, address), verified.includes(lower(address))),
    );
    return diagnoses.filter(({ words }, index) => diagnoses.findIndex((one) => one.words === words) === index);
  });

/** None where the key may not read them: which right that takes is documented nowhere. */
async function verifiedAddresses(api: ProviderApi): Promise<readonly string[]> {
  try {
    const answer = await api.ask({ method: 'GET', path: '/v3/verified_senders' });
    return listOf(part(answer, 'results')).flatMap((one) =>
      part(one, 'verified') === true ? lower(part(one, 'from_email')) : [],
    );
  } catch (error) {
    if (error instanceof Fault) return [];
    throw error;
  }
}

function strangeSender(domain: string, isBroken: boolean, isVerified: boolean): Diagnosis {
  const fix = 'at SendGrid (Settings, Sender Authentication), and have the DNS records set that it shows.';
  if (isVerified) {
    return warning(
      `SendGrid has verified an address at ${domain}, but not authenticated the domain, and large mailbox providers refuse much mail from such.`,
      `Authenticate it ${fix}`,
    );
  }
  if (isBroken) {
    return bad(
      `The DNS records of ${domain} are not as SendGrid wants them, so mail from it is not signed (SPF, DKIM).`,
      `Verify it again ${fix}`,
    );
  }
  return bad(`SendGrid has not authenticated ${domain}, from which mail is to come.`, `Authenticate it ${fix}`);
}

/** The domains that newsletters come from. */
export function senderDomains({ publications }: Patient['content']): readonly string[] {
  const mailed = publications.filter(({ channel }) => channel === 'email');
  return [...new Set(mailed.map(({ sender }) => domainOf(sender.address)))];
}

function isAmong(domains: readonly string[], address: string): boolean {
  const domain = domainOf(address);
  return domains.some((one) => domain === one || domain.endsWith(`.${one}`));
}

function domainOf(address: string): string {
  return lower(address.split('@').at(-1));
}

function lower(value: unknown): string {
  return typeof value === 'string' ? value.toLowerCase() : '';
}

export const senderChecks = { senders } satisfies Record<string, Check>;
