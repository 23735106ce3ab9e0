import { components } from 'mjml-core';
import type { StructureComplaint } from './structure.js';
import { bodyTags } from './tags.js';

const sharedDefaults = /<(mj-all|mj-class)\b((?:"[^"]*"|'[^']*'|[^"'<>])*)>/g;
const attribute = /([^\s="'/]+)\s*=\s*(?:"[^"]*"|'[^']*')/g;

/**
 * Attributes in mj-all and mj-class that no tag of a body has: MJML checks every tag but these two, and a default under
 * a misspelt name has no effect.
 *
 * @param head MJML for inside mj-head
 */
export function unknownDefaults(head: string): StructureComplaint[] {
  const known = new Set(['css-class']);
  for (const tag of bodyTags) {
    for (const name of Object.keys(components[tag]?.allowedAttributes ?? {})) known.add(name);
  }
  const complaints: StructureComplaint[] = [];
  for (const { 0: whole, 1: tag, 2: attributes = '', index } of head.matchAll(sharedDefaults)) {
    for (const found of attributes.matchAll(attribute)) {
      const [, name = ''] = found;
      if (known.has(name) || (tag === 'mj-class' && name === 'name')) continue;
      const offset = index + whole.indexOf(attributes) + found.index;
      const line = head.slice(0, offset).split('\n').length;
      complaints.push({
        line,
        words: `No tag has the attribute “${name}” of <${tag}>. Remove it or correct its name.`,
      });
    }
  }
  return complaints;
}
