import { Resolver } from 'node:dns/promises';
import { bad, type Check, type Diagnosis, good, type Patient, warning } from './check.js';
import { senderDomains } from './senders.js';

/** Nobody waits for a name server for longer than that, in milliseconds. */
const patience = 3_000;

/**
 * Mailbox providers want to know what a domain says of forged mail (DMARC, RFC 7489), of whoever sends to many. SPF and
 * DKIM are SendGrid's to check: see senders. Asked where there is a key only, as a rehearsal needs no network.
 */
const dmarc: Check = async ({ variable, content }: Patient) => {
  if (variable('SENDGRID_API_KEY') === undefined || variable('MAILOUT_SENDGRID_URL') !== undefined) return [];
  return Promise.all(senderDomains(content).map((domain) => dmarcOf(domain, textRecords)));
};

/** What a domain says, with a way to ask for its text records. */
export async function dmarcOf(domain: string, ask: (name: string) => Promise<readonly string[]>): Promise<Diagnosis> {
  // A domain without a record of its own has that of the organisation above it.
  const names = [domain, domain.split('.').slice(-2).join('.'), domain.split('.').slice(-3).join('.')];
  try {
    for (const name of new Set(names)) {
      const records = (await ask(`_dmarc.${name}`)).filter((text) => /^v=DMARC1\b/i.test(text));
      if (records.length > 0) return good(`${domain} says what is to be done about forged mail (DMARC).`);
    }
  } catch {
    return warning(`It could not be looked up what ${domain} says of forged mail.`, 'Try again with a network.');
  }
  return bad(
    `${domain} says nothing of forged mail (DMARC), and large mailbox providers refuse much mail from it.`,
    `Have a TXT record set for _dmarc.${domain}, “v=DMARC1; p=none” to begin with.`,
  );
}

async function textRecords(name: string): Promise<readonly string[]> {
  const resolver = new Resolver({ timeout: patience, tries: 1 });
  try {
    return (await resolver.resolveTxt(name)).map((pieces) => pieces.join(''));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOTFOUND' || code === 'ENODATA') return [];
    throw error;
  }
}

export const dnsChecks = { dmarc } satisfies Record<string, Check>;
