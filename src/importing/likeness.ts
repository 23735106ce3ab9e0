/** What is compared of an item of the pool. */
export type Known = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly urls: readonly string[];
};

/** How much of two texts is the same, from where on somebody should look whether they are about one thing. */
const alike = 0.4;

/** How much of it is the same where only marks were taken away and added. */
const same = 0.9;

/** Something of the pool that is about the same. `isSame`: it leads to the very same page, or says the very same. */
export type Twin = { readonly id: string; readonly title: string; readonly isSame: boolean };

/** Finds what the pool has of the same: with the same address, the same title, or largely the same words. */
export function twinFinder(
  pool: readonly Known[],
): (title: string, text: string, url: string | undefined) => Twin | undefined {
  const known = pool.map((one) => ({
    one,
    title: plain(one.title),
    words: triples(one.text),
    pages: new Set(one.urls.map(page)),
  }));
  return (title, text, url) => {
    const here = url === undefined ? undefined : known.find(({ pages }) => pages.has(page(url)));
    if (here) return { id: here.one.id, title: here.one.title, isSame: true };
    const wanted = triples(text);
    const shares = known.map((other) => ({
      other,
      share: overlap(wanted, other.words),
      isTitle: other.title === plain(title),
    }));
    const [twin] = shares.filter(({ share, isTitle }) => isTitle || share >= alike).sort((a, b) => b.share - a.share);
    return twin && { id: twin.other.one.id, title: twin.other.one.title, isSame: twin.isTitle && twin.share >= same };
  };
}

function plain(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** An address without what does not tell pages apart. */
function page(url: string): string {
  return url
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/#.*$/, '')
    .replace(/\/$/, '')
    .toLowerCase();
}

/** Every three words in a row (Broder, On the resemblance and containment of documents, 1997). */
function triples(text: string): ReadonlySet<string> {
  const words = plain(text).split(' ');
  return new Set(words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`));
}

/** Of the shorter text, how much the other has: an excerpt is the same as what it is from. */
function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  if (small.size < 8) return 0;
  let shared = 0;
  for (const triple of small) if (large.has(triple)) shared += 1;
  return shared / small.size;
}
