import { Comment } from 'domhandler';
import { find } from 'domutils';
import { type Complaint, lineage, nameOf, nameOfText, type Page, shortened } from './page.js';

/** What clients strip, warn of, or take for an attack. */
const refused = new Set([
  ...['script', 'form', 'input', 'button', 'select', 'textarea', 'iframe', 'video', 'audio', 'object', 'embed', 'svg'],
  ...['canvas', 'picture', 'link', 'base'],
]);

export function misplacedElements({ elements }: Page): Complaint[] {
  return elements.flatMap((element) => {
    const { name, attribs } = element;
    const isInBody = [...lineage(element)].some((outer) => outer.name === 'body');
    const address = `${attribs.href ?? ''}${attribs.src ?? ''}`;
    return [
      ...(refused.has(name) || name.startsWith('mj-') ? ['does not belong in an email'] : []),
      ...(name === 'style' && isInBody ? ['is dropped outside the head'] : []),
      ...(name === 'meta' && attribs['http-equiv']?.toLowerCase() === 'refresh' ? ['sends readers elsewhere'] : []),
      ...(Object.keys(attribs).some((attribute) => attribute.startsWith('on')) ? ['has a script in an attribute'] : []),
      ...(/^\s*javascript:/i.test(address) ? ['has a script for its address'] : []),
    ].map((reason) => ({ check: 'element', at: nameOf(element), reason }));
  });
}

export function sharedIds({ elements }: Page): Complaint[] {
  const seen = new Set<string>();
  return elements.flatMap((element) => {
    const { id } = element.attribs;
    if (id === undefined) return [];
    const isShared = seen.has(id);
    seen.add(id);
    return isShared ? [{ check: 'id', at: nameOf(element), reason: 'another element has the same id' }] : [];
  });
}

/** What a template leaves in a page when it is given nothing. */
export function leftovers({ elements, texts, html }: Page): Complaint[] {
  const inText = texts.flatMap((text) => {
    const found = /\{\{|\}\}|\bundefined\b|\[object |\bNaN\b|^\s*null\s*$/.exec(text.data);
    return found ? [{ check: 'leftover', at: nameOfText(text), reason: `“${found[0].trim()}” was left in it` }] : [];
  });
  const inAttributes = elements.flatMap((element) =>
    Object.entries(element.attribs).flatMap(([name, value]) => {
      const isProse = ['alt', 'title', 'aria-label'].includes(name);
      const found =
        /\{\{|\}\}|\bundefined\b|\[object |\bNaN\b|^null$/.exec(value) ??
        (isProse ? null : /(?<=^|[\s:;,/=])null(?=$|[\s;,/&])/.exec(value));
      return found
        ? [{ check: 'leftover', at: nameOf(element), reason: `“${found[0].trim()}” was left in its ${name}` }]
        : [];
    }),
  );
  const inComments = /<!--(?:(?!-->)[\s\S])*?(?:\{\{|\bundefined\b|\[object )/.exec(html);
  return [
    ...inText,
    ...inAttributes,
    ...(inComments
      ? [{ check: 'leftover', at: 'a comment', reason: `“${shortened(inComments[0].slice(-40))}” was left in it` }]
      : []),
  ];
}

/**
 * What only Outlook for Windows sees, in conditional comments: each is closed, and the page as Outlook reads it, with
 * what is for it and without what is not, has every tag closed where it was opened.
 */
export function unbalancedConditionals({ html, document }: Page): Complaint[] {
  const complaint = (reason: string) => [{ check: 'conditional', at: 'the page as Outlook sees it', reason }];
  const marks = [...html.matchAll(/\[if [^\]]*\]>|<!\[endif\]/g)].map(([mark]) => mark);
  const isPaired = marks.every((mark, index) => mark.startsWith('[if') === (index % 2 === 0)) && marks.length % 2 === 0;
  if (!isPaired) return complaint('a conditional comment is not closed, or closed twice');
  const plain = find(
    (node) => node instanceof Comment && !/^\[if |^<!\[endif\]|<!\[endif\]$/.test(node.data),
    document,
    true,
    1,
  );
  const stray = firstStrayTag(asOutlookSees(html));
  return [
    ...(stray ? complaint(`${stray} has no counterpart`) : []),
    ...plain.map((node) => ({
      check: 'comment',
      at: `<!--${shortened(node instanceof Comment ? node.data.trim() : '')}-->`,
      reason: 'every reader gets it and nobody needs it',
    })),
  ];
}

function asOutlookSees(html: string): string {
  return html
    .replace(/<!--\[if !mso[^\]]*\]><!-->[\s\S]*?<!--<!\[endif\]-->/g, '')
    .replace(/<!--\[if !mso[^\]]*\]>[\s\S]*?<!\[endif\]-->/g, '')
    .replace(/<!--\[if [^\]]*\]>(?:<!-->)?([\s\S]*?)(?:<!--)?<!\[endif\]-->/g, '$1');
}

const withoutEnd = new Set(['meta', 'img', 'br', 'hr', 'link', 'input', 'col', 'area', 'base', 'wbr']);

/** The first tag that closes what was not opened last, or that is never closed. */
function firstStrayTag(html: string): string | undefined {
  const open: string[] = [];
  for (const [tag, slash, name = '', isClosed] of html
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .matchAll(/<(\/?)([a-z][\w:-]*)(?:"[^"]*"|'[^']*'|[^"'>/]|\/(?!>))*(\/?)>/gi)) {
    const low = name.toLowerCase();
    if (slash) {
      if (open.pop() !== low) return tag;
    } else if (!isClosed && !withoutEnd.has(low)) open.push(low);
  }
  const last = open.pop();
  return last && `<${last}>`;
}
