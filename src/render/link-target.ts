import { mergeTags, outsideTags } from './merge-tags.js';

/**
 * The address that a link opens, with whatever a URI cannot hold percent-encoded (RFC 3986 §2) and merge tags as typed;
 * null if a reader could not open it: only http(s), mailto, tel, or a merge tag in place of the whole beginning.
 */
export function linkTarget(url: string): string | null {
  const typed = url.trim();
  return canOpen(typed) ? outsideTags(typed, encoded) : null;
}

function canOpen(url: string): boolean {
  const [first] = mergeTags(url);
  // A fallback stands in for the value, so it must be a link itself.
  if (first?.index === 0) return first.fallback === undefined || canOpen(first.fallback);
  return /^(?:https?:\/\/[^\s/?#]|mailto:\S|tel:[+\d])/i.test(url);
}

function encoded(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not get through.
  return text.replace(/[\x00-\x20"<>\\^`{|}\x7f]/g, (character) => {
    const octet = character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0');
    return `%${octet}`;
  });
}
