import { knownLanguages, loadLanguage } from '../../src/language/languages.js';
import type { Language } from '../../src/model/language.js';

/** Every language there is, loaded, by its tag. */
export const everyLanguage: readonly (readonly [tag: string, language: Language])[] = await Promise.all(
  knownLanguages.map(async (tag) => [tag, (await loadLanguage(tag)).language] as const),
);

export async function language(tag: string): Promise<Language> {
  return (await loadLanguage(tag)).language;
}
