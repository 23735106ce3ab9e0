import { englishNames } from './english-countries.js';

/** Names by ISO 3166-1 alpha-2 code. Of several, the first is the usual one, as in the files of i18n-iso-countries. */
export type CountryNames = Readonly<Record<string, string | readonly string[]>>;

/**
 * Finds names of countries by code, in the first table that has one: null for a code that there is not, and the English
 * name where no table has one.
 */
export function countriesFrom(...tables: readonly CountryNames[]): (code: string) => string | null {
  return (code) => {
    const english = nameIn(englishNames, code);
    if (english === undefined) return null;
    for (const table of tables) {
      const name = nameIn(table, code);
      if (name !== undefined) return name;
    }
    return english;
  };
}

function nameIn(names: CountryNames, code: string): string | undefined {
  if (!Object.hasOwn(names, code)) return undefined;
  const name = names[code];
  return typeof name === 'string' ? name : name?.[0];
}
