const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Words as HTML, for a text or an attribute in quotes. */
export function escapedHtml(words: string): string {
  return words.replaceAll(/[&<>"']/g, (letter) => entities[letter] ?? letter);
}
