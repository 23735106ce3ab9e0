import type { Link, PhrasingContent } from 'mdast';

/** A text with the addresses in it as links. What stands around an address (a bracket, a full stop) is not a part of it. */
export function inline(text: string): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let from = 0;
  for (const match of text.matchAll(/\bhttps?:\/\/[^\s<>"“”]+|\bwww\.[^\s<>"“”]+\.[^\s<>"“”]+/gi)) {
    const address = trimmed(match[0]);
    if (match.index > from) parts.push({ type: 'text', value: text.slice(from, match.index) });
    parts.push(linkTo(address));
    from = match.index + address.length;
  }
  if (from < text.length) parts.push({ type: 'text', value: text.slice(from) });
  return parts;
}

function linkTo(address: string): Link {
  const url = /^www\./i.test(address) ? `https://${address}` : address;
  return { type: 'link', url, children: [{ type: 'text', value: address }] };
}

/** Closing marks go, but for brackets that the address itself opens. */
function trimmed(address: string): string {
  let end = address.replace(/[.,;:!?'’”\]]+$/, '');
  while (end.endsWith(')') && end.split('(').length < end.split(')').length)
    end = end.slice(0, -1).replace(/[.,;:!?]+$/, '');
  return end;
}
