/**
 * A name as the id of a file: small letters, digits and hyphens, at most so many characters, cut between words.
 * Accents go, “and” stands for “&”; what is left of a name in another script can be nothing at all.
 */
export function slugOf(name: string, most = 60): string {
  const words = name
    .normalize('NFKD')
    .replace(/[\p{M}’'‘]/gu, '')
    .replaceAll('&', ' and ')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, most) : `${slug}-${word}`;
    if (longer.length > most) break;
    slug = longer;
  }
  return slug;
}

/** The first of `x`, `x-2`, `x-3` … that is not taken. */
export function freshId(wanted: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? wanted : `${wanted}-${number}`;
    if (!taken.has(id)) return id;
  }
}
