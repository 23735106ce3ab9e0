const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** Whether a tag (BCP 47) names a language that there is; "und" says that nobody knows. */
export function isLanguage(tag: string): boolean {
  try {
    return tag.toLowerCase() !== 'und' && (tag.toLowerCase().startsWith('und-') || names.of(tag) !== undefined);
  } catch {
    return false;
  }
}

/** The direction in which a language is written. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  const script = new Intl.Locale(tag).maximize().script ?? 'Latn';
  return ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm'].includes(script) ? 'rtl' : 'ltr';
}
