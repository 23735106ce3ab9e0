import caniemail from 'caniemail/caniemail.json' with { type: 'json' };

/** The clients in which union members read their mail, as the data names them, and as people do. */
const clients: readonly (readonly [family: string, platform: string, name: string])[] = [
  ['apple-mail', 'ios', 'Apple Mail'],
  ['gmail', 'desktop-webmail', 'Gmail'],
  ['outlook', 'windows', 'Outlook for Windows'],
  ['outlook', 'outlook-com', 'Outlook.com'],
  ['samsung-email', 'android', 'Samsung Email'],
  ['thunderbird', 'macos', 'Thunderbird'],
  ['yahoo', 'desktop-webmail', 'Yahoo'],
];

type Feature = {
  readonly slug: string;
  readonly title: string;
  /** By family, platform and version: "y", "n", "a #1" (in part), "u" (unknown). */
  readonly stats: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;
};

/** What a table of the clients says of a feature, by its name at caniemail.com. */
export function lackingIn(slug: string): readonly string[] {
  const known = lacking.get(slug);
  if (known) return known;
  const feature = features.get(slug);
  const found = clients.flatMap(([family, platform, name]) => {
    const newest = Object.values(feature?.stats[family]?.[platform] ?? {}).at(-1);
    return newest?.startsWith('n') ? [name] : [];
  });
  lacking.set(slug, found);
  return found;
}

const lacking = new Map<string, readonly string[]>();

// As the data is, features differ in the clients that they were tested in: too many shapes for the compiler.
const features = new Map((caniemail.data as unknown as readonly Feature[]).map((feature) => [feature.slug, feature]));
