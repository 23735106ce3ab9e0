/** A text as JSON. Most texts of people need no look at each letter. */
export function jsonText(text: string): string {
  return /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/.test(text) ? `"${text}"` : JSON.stringify(text);
}
