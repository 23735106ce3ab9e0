import type { MjmlError } from 'mjml';
import { bodyTags, headTags } from './tags.js';

type Wording = readonly [message: RegExp, words: (tag: string, ...found: string[]) => string];

/** What MJML's validator says, and how a designer can act on it. */
const wordings: readonly Wording[] = [
  [
    /^Attributes? (.+) (?:is|are) illegal$/,
    (tag, names = '') =>
      `<${tag}> has no attribute ${names
        .split(', ')
        .map((name) => `“${name}”`)
        .join(', ')}. Remove it or correct its name.`,
  ],
  [
    /^Attribute (\S+) has invalid value: (.*?) for type \S+?, only accepts \((.*)\) units and (.*) value\(s\)$/s,
    (tag, name = '', value = '', units = '', count = '') =>
      `<${tag} ${name}="${value}"> cannot be read. Write ${count === '1' ? 'one length' : `${count} lengths`} in ${listed(units)}.`,
  ],
  [
    /^Attribute (\S+) has invalid value: (.*?) for type \S+?, only accepts (.*)$/s,
    (tag, name = '', value = '', values = '') =>
      `<${tag} ${name}="${value}"> cannot be read. It takes ${listed(values)}.`,
  ],
  [
    /^Attribute (\S+) has invalid value: (.*) for type \S+ ?$/s,
    (tag, name = '', value = '') => `<${tag} ${name}="${value}"> cannot be read. Correct the value.`,
  ],
  [
    /^(\S+) cannot be used inside (\S+), only inside: (.*)$/,
    (_, tag = '', parent = '', parents = '') => {
      const usable = parents
        .split(', ')
        .filter((name) => name === 'mj-body' || bodyTags.has(name) || headTags.has(name));
      return `<${tag}> cannot stand inside <${parent}>. Put it inside ${usable.map((name) => `<${name}>`).join(' or ')}.`;
    },
  ],
];

/** An error of MJML's validator in a designer's words; a message that is not known is passed on as it is. */
export function wordsFor({ tagName, message }: MjmlError): string {
  for (const [pattern, words] of wordings) {
    const found = pattern.exec(message);
    if (found) return words(tagName, ...found.slice(1));
  }
  return `<${tagName}>: ${message}`;
}

function listed(values: string): string {
  return values
    .split(', ')
    .filter((value) => value !== '')
    .join(' or ');
}
