import caniemail from 'caniemail/caniemail.json' with { type: 'json' };
import { expect, it } from 'vitest';
import { knownFeatures, lackingIn } from '../../src/check/edition/support.js';

/** What the data calls the clients that the table names. */
const clients: readonly (readonly [family: string, platform: string, name: string])[] = [
  ['apple-mail', 'ios', 'Apple Mail'],
  ['gmail', 'desktop-webmail', 'Gmail'],
  ['outlook', 'windows', 'Outlook for Windows'],
  ['outlook', 'outlook-com', 'Outlook.com'],
  ['samsung-email', 'android', 'Samsung Email'],
  ['thunderbird', 'macos', 'Thunderbird'],
  ['yahoo', 'desktop-webmail', 'Yahoo'],
];

/** Versions are numbers with dots, or months: the data has them in no order that survives reading. */
const byNumber = new Intl.Collator('en', { numeric: true });

type Stats = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;

it('the table of what clients leave out says what caniemail.com says', () => {
  const features = new Map(caniemail.data.map(({ slug, stats }) => [slug, stats as unknown as Stats]));
  for (const slug of knownFeatures) {
    const stats = features.get(slug);
    const expected = clients.flatMap(([family, platform, name]) => {
      const versions = Object.entries(stats?.[family]?.[platform] ?? {});
      const newest = versions.sort(([one], [other]) => byNumber.compare(one, other)).at(-1)?.[1];
      return newest?.startsWith('n') ? [name] : [];
    });
    expect({ slug, clients: lackingIn(slug) }).toEqual({ slug, clients: expected });
  }
  expect(knownFeatures.length).toBeGreaterThan(40);
});
