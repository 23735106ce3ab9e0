import type { PhrasingContent, Root, RootContent } from 'mdast';
import { wordsOf } from '../mdast-words.js';

/** Lines that programs put before a mail which is passed on or answered, with the addresses of everybody in it. */
const header = /^\W{0,3}(?:from|sent|date|to|cc|bcc|subject|reply-to|importance|attachments|oddi wrth|at|pwnc)\s*:/i;
const marker = /^[\s>*_-]*(?:-{2,}\s*(?:forwarded|original) (?:message|mail)|begin forwarded message:?)/i;
const answered = /^on\b[\s\S]{5,300}\bwrote:\s*$/i;

/** A text without the headers of the mails that are quoted in it. */
export function withoutQuotedHeaders(root: Root): Root {
  return { type: 'root', children: root.children.flatMap(without) };
}

function without(node: RootContent): RootContent[] {
  if (node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem') {
    const children = (node.children as RootContent[]).flatMap(without);
    return children.length === 0 ? [] : [{ ...node, children } as RootContent];
  }
  if (node.type !== 'paragraph') return [node];
  if (answered.test(node.children.map(wordsOf).join('').trim())) return [];
  const lines = linesOf(node.children);
  const texts = lines.map((line) => line.map(wordsOf).join('').trim());
  const headers = texts.filter((text) => header.test(text)).length;
  // One line of the kind is a sentence like any other: “Date: 3 March”.
  const isQuoted = headers >= 3 || texts.some((text) => marker.test(text));
  if (!isQuoted) return [node];
  const kept = lines.filter((_, index) => !header.test(texts[index] ?? '') && !marker.test(texts[index] ?? ''));
  const children = kept.flatMap((line, index) => (index === 0 ? line : [{ type: 'break' } as const, ...line]));
  return children.some((child) => /\S/.test(wordsOf(child))) ? [{ ...node, children }] : [];
}

/** What stands on each line, whether it ends at a break or where the text was wrapped. */
function linesOf(children: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of children) {
    if (child.type === 'break') lines.push([]);
    else if (child.type !== 'text') lines.at(-1)?.push(child);
    else {
      for (const [index, value] of child.value.split('\n').entries()) {
        if (index > 0) lines.push([]);
        if (value !== '') lines.at(-1)?.push({ type: 'text', value });
      }
    }
  }
  return lines;
}
