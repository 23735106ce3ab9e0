const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

const languages = new Map<string, boolean>();
const directions = new Map<string, 'ltr' | 'rtl'>();

/** Whether a tag (BCP 47) names a language that there is; "und" says that nobody knows. */
export function isLanguage(tag: string): boolean {
  const is = languages.get(tag) ?? namesLanguage(tag);
  languages.set(tag, is);
  return is;
}

/** The direction in which a language is written. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  const direction = directions.get(tag) ?? directionOfScript(new Intl.Locale(tag).maximize().script ?? 'Latn');
  directions.set(tag, direction);
  return direction;
}

function namesLanguage(tag: string): boolean {
  try {
    return tag.toLowerCase() !== 'und' && (tag.toLowerCase().startsWith('und-') || names.of(tag) !== undefined);
  } catch {
    return false;
  }
}

function directionOfScript(script: string): 'ltr' | 'rtl' {
  return ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm'].includes(script) ? 'rtl' : 'ltr';
}
