import { findOne, getElementsByTagName, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';

/**
 * What an edition says, as somebody would lay it out in MJML who takes the components as they come: a section for the
 * header, for each heading of a section and for the footer; a section with one column for each item, with its words in
 * one text, a button for each of its buttons, and a divider. All that is read, clicked and seen is taken from the built
 * HTML, in its order, without its styles.
 */
export function plainLayout(html) {
  const page = parseDocument(html);
  const [body] = getElementsByTagName('body', page);
  const blocks = blocksOf(body);
  const preheader = findOne(isHidden, body.children);
  const footer = blocks.findIndex((block) => block.html?.includes('unsubscribe'));
  const groups = [[]];
  for (const [index, block] of blocks.entries()) {
    if (block.opens || index === footer) groups.push([]);
    groups.at(-1).push(block);
  }
  const title = escaped(textContent(getElementsByTagName('title', page)).trim());
  const { lang, dir } = getElementsByTagName('html', page)[0].attribs;
  return `<mjml lang="${lang}" dir="${dir}">
  <mj-head>
    <mj-title>${title}</mj-title>
    <mj-preview>${preheader ? inline(preheader) : ''}</mj-preview>
    <mj-attributes>
      <mj-all font-family="Arial, Helvetica, sans-serif" />
      <mj-text font-size="16px" line-height="1.5" />
      <mj-button font-size="16px" />
    </mj-attributes>
  </mj-head>
  <mj-body>
${groups
  .filter((group) => group.length > 0)
  .map(section)
  .join('\n')}
  </mj-body>
</mjml>
`;
}

function section(blocks) {
  const parts = [];
  for (const { button, image, html } of blocks) {
    if (button) parts.push(`<mj-button href="${escaped(button.href)}">${button.html}</mj-button>`);
    else if (image)
      parts.push(`<mj-image src="${escaped(image.src)}" alt="${escaped(image.alt)}" width="${image.width}px" />`);
    else if (Array.isArray(parts.at(-1))) parts.at(-1).push(html);
    else parts.push([html]);
  }
  const isItem = blocks.some(({ level }) => level === 3);
  const column = [
    ...parts.map((part) => (Array.isArray(part) ? `<mj-text>${part.join('')}</mj-text>` : part)),
    ...(isItem ? ['<mj-divider />'] : []),
  ];
  return `<mj-section><mj-column>\n${column.join('\n')}\n</mj-column></mj-section>`;
}

/** The blocks of an element, in reading order. Those that open a section of the layout say so. */
function blocksOf(element) {
  return element.children.flatMap((child) => {
    if (child.type === 'text' && child.data.trim()) return [{ html: `<p>${inline(child)}</p>` }];
    if (child.type !== 'tag' || isHidden(child)) return [];
    const { name, attribs } = child;
    const level = /^h[1-6]$/.test(name) ? Number(name[1]) : undefined;
    if (level) return [{ level, html: outer(child), opens: !opensBefore(child) && level > 1 }];
    if (name === 'img') return [{ image: attribs }];
    if (name === 'a' && isButton(child)) return [{ button: { href: attribs.href, html: inline(child) } }];
    if (['p', 'ul', 'ol', 'blockquote'].includes(name)) {
      const html = outer(child);
      const isEmpty = textContent(child).trim() === '' && getElementsByTagName('img', child).length === 0;
      const buttons = getElementsByTagName('a', child).filter(isButton);
      if (isEmpty) return [];
      return buttons.length > 0 ? blocksOf(child) : [{ html, opens: startsHeading(child) }];
    }
    const isText = child.children.some((inner) => inner.type === 'text' && inner.data.trim());
    return isText ? [{ html: `<p>${inline(child)}</p>`, opens: startsHeading(child) }] : blocksOf(child);
  });
}

/** Whether a text stands above the heading of an item, as its campaign does. */
function startsHeading(element) {
  return /^h[2-6]$/.test(nextElement(element)?.name ?? '');
}

function opensBefore(heading) {
  const before = heading.parent.children.slice(0, heading.parent.children.indexOf(heading)).findLast(isElement);
  return before !== undefined && textContent(before).trim() !== '' && !/^h[1-6]$/.test(before.name);
}

function nextElement(element) {
  return element.parent.children.slice(element.parent.children.indexOf(element) + 1).find(isElement);
}

function isElement({ type }) {
  return type === 'tag';
}

function isHidden({ attribs }) {
  return /display:\s*none/.test(attribs?.style ?? '');
}

function isButton({ attribs: { style = '' } }) {
  return /text-decoration:\s*none/.test(style) && /(?:background|padding|border)[-\w]*:/.test(style);
}

const kept = new Set(['a', 'b', 'blockquote', 'br', 'code', 'em', 'i', 'li', 'ol', 'p', 'strong', 'sub', 'sup', 'ul']);

/** An element with its name, and what is in it, without styles. */
function outer(element) {
  return `<${element.name}>${inline(element)}</${element.name}>`;
}

function inline(node) {
  if (node.type === 'text') return escaped(node.data);
  if (!('children' in node)) return '';
  return node.children
    .map((child) => {
      const inner = inline(child);
      if (child.type !== 'tag' || !kept.has(child.name)) return inner;
      const { href, lang, dir } = child.attribs;
      const attributes = Object.entries({ href, lang, dir }).filter(([, value]) => value !== undefined);
      const open = `<${child.name}${attributes.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('')}>`;
      return child.name === 'br' ? '<br />' : `${open}${inner}</${child.name}>`;
    })
    .join('');
}

function escaped(text = '') {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
