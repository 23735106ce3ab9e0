import { describe, expect, it } from 'vitest';
import { dmarcOf } from '../../../src/flows/doctor/dns.js';

const zone = (records: Readonly<Record<string, readonly string[]>>) => async (name: string) => records[name] ?? [];

describe('what a domain says of forged mail', () => {
  it.each([
    ['news.union.example', { '_dmarc.news.union.example': ['v=DMARC1; p=none'] }, 'good'],
    ['news.union.example', { '_dmarc.union.example': ['other', 'v=DMARC1; p=reject'] }, 'good'],
    ['news.union.org.uk', { '_dmarc.union.org.uk': ['v=dmarc1; p=none'] }, 'good'],
    ['union.example', {}, 'bad'],
    ['union.example', { '_dmarc.union.example': ['v=spf1 -all'] }, 'bad'],
  ])('%s: %o is %s', async (domain, records, state) => {
    expect(await dmarcOf(domain, zone(records))).toMatchObject({ state });
  });

  it('is not known without a network, which is no failure', async () => {
    const silent = () => Promise.reject(new Error('ETIMEOUT'));
    expect(await dmarcOf('union.example', silent)).toMatchObject({ state: 'warning' });
  });
});
