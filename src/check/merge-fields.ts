import { tagGrammar } from '../model/merge-slots.js';
import type { Stretch } from './passage.js';
import type { House } from './subjects.js';

/** The fields that mailout fills in itself. They say nothing about a reader. */
export const ownFields: ReadonlySet<string> = new Set(['unsubscribe_url', 'web_url']);

/** A merge tag in a text: `[[first_name|friend]]`. */
export type WrittenTag = Stretch & { readonly field: string; readonly fallback?: string; readonly text: string };

const tag = new RegExp(tagGrammar, 'g');

/** Everything in a text that has the form of a merge tag, in order. */
export function tagsIn(text: string): WrittenTag[] {
  if (!text.includes('[[')) return [];
  return [...text.matchAll(tag)].map(({ 0: typed, 1: field = '', 2: fallback, index }) => ({
    field,
    ...(fallback !== undefined && { fallback }),
    text: typed,
    from: index,
    to: index + typed.length,
  }));
}

/** Whether some audience knows a field; of those that none knows the build speaks. */
export function isDeclared(field: string, { audiences }: Pick<House, 'audiences'>): boolean {
  return audiences.some(({ fields }) => fields.some(({ name }) => name === field));
}

/** What the law protects more than other things that are known of people (UK GDPR, article 9), by the names of fields. */
const special: ReadonlySet<string> = new Set([
  ...['ethnicity', 'ethnic', 'race', 'racial', 'black', 'nationality'],
  ...['disability', 'disabled', 'disabilities', 'health', 'medical', 'sickness', 'impairment', 'pregnancy', 'pregnant'],
  ...['religion', 'religious', 'faith', 'belief'],
  ...['sexuality', 'sexual', 'orientation', 'lgbt', 'lgbtq', 'lgbtplus', 'transgender', 'trans'],
  ...['politics', 'political'],
]);

/** Whether the name of a field says that it is about ethnicity, disability, religion, sexuality, health or politics. */
export function isSpecialCategory(field: string): boolean {
  return field.split('_').some((word) => special.has(word));
}
