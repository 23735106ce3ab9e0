import { cssParts } from './css.js';
import type { Gap } from './lines.js';

/** What a tag is written from: each part stays in one piece. */
export type TagPart = { readonly before?: Gap; readonly text: string };

/** One attribute with its value, or the slash of an empty element. */
const attributes = /\s*([^\s=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"']+))?/y;

/** Parts are filled up to this many characters. */
const partLength = 200;

/**
 * A start or end tag with single spaces between its attributes. Left out are a height of "auto", which MJML writes and
 * HTML does not know, and a class without a name.
 *
 * @param opening "<td" or "</td"
 * @param rest what stands between the name and ">"
 */
export function tagParts(opening: string, rest: string): TagPart[] {
  const found = attributesOf(rest);
  if (found === undefined) return [{ text: `${opening}${rest}>` }];
  const parts: TagPart[] = [];
  let last: { before?: Gap; text: string } = { text: opening };
  const add = (text: string, before: Gap) => {
    if (parts.length === 0 || last.text.length + text.length > partLength) {
      parts.push(last);
      last = { before, text };
    } else last.text += before === 'space' ? ` ${text}` : text;
  };
  let isQuoted = true;
  for (const { name, value } of found) {
    const lower = name.toLowerCase();
    if (value === '"auto"' && lower === 'height' && /^<img$/i.test(opening)) continue;
    if (value === '""' && lower === 'class') continue;
    if (name === '/' && isQuoted) {
      last.text += '/';
      continue;
    }
    isQuoted = value === undefined || /^["']/.test(value);
    if (value === undefined) add(name, 'space');
    else if (!value.startsWith('"')) add(`${name}=${value}`, 'space');
    // The semicolon of a character reference ends no declaration.
    else if (lower !== 'style') add(`${name}=${withoutNeedlessEscapes(value)}`, 'space');
    else if (value.includes('&')) add(`${name}=${value}`, 'space');
    else {
      const [first = '', ...others] = cssParts(value.slice(1, -1).replace(/[;\s]+$/, ''));
      add(`${name}="${first}`, 'space');
      for (const declaration of others) add(declaration, 'seam');
      last.text += '"';
    }
  }
  last.text += '>';
  return [...parts, last];
}

/**
 * "=", "'" and "`" mean nothing in text and in values in double quotes; Handlebars escapes them for values without
 * quotes. In a style they may end a string.
 */
export function withoutNeedlessEscapes(text: string): string {
  if (!text.includes('&#x')) return text;
  return text.replaceAll('&#x3D;', '=').replaceAll('&#x27;', "'").replaceAll('&#x60;', '`');
}

type Attribute = { readonly name: string; readonly value: string | undefined };

/** Undefined if this is not the syntax of attributes. */
function attributesOf(rest: string): Attribute[] | undefined {
  const found: Attribute[] = [];
  const end = rest.trimEnd().length;
  for (let at = 0; at < end; at = attributes.lastIndex) {
    attributes.lastIndex = at;
    const [, name, value] = attributes.exec(rest) ?? [];
    if (name === undefined || /["'<]/.test(name)) return undefined;
    found.push({ name, value });
  }
  return found;
}
