import type { Edition } from '../model/edition.js';
import { mergeTags, ownFields } from './merge-tags.js';

/**
 * The fields of an edition that would be blank for a reader who has no value: they are printed somewhere without a
 * fallback. Those that mailout fills are not among them.
 */
export function neededFields({ subject, preheader, html, text, mergeFields }: Edition): string[] {
  const bare = new Set<string>();
  for (const part of [subject, preheader, html, text]) {
    for (const { name, fallback } of mergeTags(part)) if (fallback === undefined) bare.add(name);
  }
  const ours = new Set<string>(ownFields);
  return mergeFields.filter((name) => bare.has(name) && !ours.has(name));
}
