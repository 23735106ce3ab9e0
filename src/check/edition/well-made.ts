import { tokensIn } from './tags.js';

const phrasing = ['a', 'abbr', 'b', 'br', 'code', 'em', 'i', 'img', 'small', 'span', 'strong', 'sub', 'sup', 'u'];
const flow = [
  ...[...phrasing, 'blockquote', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'ol', 'p', 'pre', 'table', 'ul'],
];
const inline = { in: phrasing };

/** What may stand in what, of the elements that emails are made of. */
const contents: Readonly<Record<string, { readonly in: readonly string[] }>> = {
  ...Object.fromEntries(['a', 'abbr', 'b', 'code', 'em', 'i', 'small', 'span', 'strong'].map((name) => [name, inline])),
  ...Object.fromEntries(
    ['sub', 'sup', 'u', 'p', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, inline]),
  ),
  ...Object.fromEntries(['blockquote', 'body', 'div', 'li', 'td'].map((name) => [name, { in: flow }])),
  th: inline,
  ul: { in: ['li'] },
  ol: { in: ['li'] },
  table: { in: ['tbody', 'thead', 'tr'] },
  thead: { in: ['tr'] },
  tbody: { in: ['tr'] },
  tr: { in: ['td', 'th'] },
  html: { in: ['head', 'body'] },
  head: { in: ['meta', 'style', 'title'] },
  title: { in: [] },
  style: { in: [] },
};
const mayStandIn = new Map(Object.entries(contents).map(([name, one]) => [name, new Set(one.in)]));
const empty = new Set(['br', 'hr', 'img', 'meta']);

/** Elements that hold elements and no words of their own. */
const wordless = new Set(['ul', 'ol', 'table', 'thead', 'tbody', 'tr', 'html', 'head']);

/** What html-validate looks for in places that tags do not show. */
const odd =
  /<\/[a-z][\w-]*\s+[^>\s]|[^\s=]\s+=\s*["']|=\s+["']|&(?!(?:amp|lt|gt|quot|apos|nbsp|middot|bull|ndash|mdash|hellip|lsquo|rsquo|ldquo|rdquo|copy|zwnj|zwj|shy|pound|times|#\d{2,6}|#x[\da-f]{2,6});)[a-z#]/i;

/**
 * Whether HTML is made so plainly that nothing can be wrong with it: of elements that emails are made of, each where it
 * may stand and closed where it has to be. It says no too often rather than too seldom; then html-validate is asked,
 * which takes longer to load than all rules to run.
 */
export function isPlainlyWellMade(html: string): boolean {
  if (odd.test(html)) return false;
  const open: { readonly name: string; readonly children: Set<string> }[] = [];
  for (const token of tokensIn(html)) {
    const outer = open.at(-1);
    if (token.is === 'other') return false;
    if (token.is === 'words') {
      const isBlank = token.words.trim() === '';
      if (!isBlank && outer?.name !== 'style' && (token.words.includes('<') || !outer || wordless.has(outer.name))) {
        return false;
      }
    } else if (token.is === 'end') {
      if (open.pop()?.name !== token.name) return false;
    } else {
      const { name, attributes, isSelfClosed, isQuoted } = token;
      const fits = outer ? mayStandIn.get(outer.name)?.has(name) : name === 'html' && open.length === 0;
      const isInLink = name === 'a' && open.some((one) => one.name === 'a');
      const isTwice = new Set(attributes).size < attributes.length;
      if (!fits || isInLink || isTwice || !isQuoted || (isSelfClosed && !empty.has(name))) return false;
      // Once, and before what else is in it.
      if (['thead', 'head', 'title', 'body'].includes(name) && outer?.children.has(name)) return false;
      if ((name === 'thead' || name === 'head') && outer && outer.children.size > 0) return false;
      outer?.children.add(name);
      if (!empty.has(name)) open.push({ name, children: new Set() });
    }
  }
  return open.length === 0;
}
