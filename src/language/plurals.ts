/*
 * Plural forms of whole numbers, by the rules of CLDR (unicode.org/cldr/charts/latest/supplemental/language_plural_rules).
 * Languages whose nouns stay the same after a number have none here: Welsh "15 eitem", Kurdish "15 بابەت", Chinese,
 * Japanese.
 */

/** English, Spanish, Urdu. */
export function oneOrOther(count: number): 'one' | 'other' {
  return count === 1 ? 'one' : 'other';
}

/** French: none is singular, too. */
export function frenchPlural(count: number): 'one' | 'other' {
  return count < 2 ? 'one' : 'other';
}

export type ArabicPlural = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

/** Arabic: none, one, two, 3 to 10, 11 to 99, and 100 to 102; the last three again in every further hundred. */
export function arabicPlural(count: number): ArabicPlural {
  if (count === 0) return 'zero';
  if (count === 1) return 'one';
  if (count === 2) return 'two';
  const rest = count % 100;
  if (rest >= 3 && rest <= 10) return 'few';
  return rest >= 11 ? 'many' : 'other';
}
