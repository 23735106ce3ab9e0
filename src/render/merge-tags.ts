import type { Audience, MergeField } from '../model/audience.js';
import { type FieldValues, htmlPieces, joined, slotValue, tagGrammar, textPieces } from '../model/merge-slots.js';

export { type FieldValues, tagGrammar } from '../model/merge-slots.js';

/** One `[[name]]` or `[[name|fallback]]` in a text, with the index of its first character. */
export type MergeTag = {
  readonly name: string;
  readonly fallback?: string;
  readonly index: number;
  readonly text: string;
};

/** The fields that mailout itself fills, so that no audience declares them. */
export const ownFields = ['unsubscribe_url', 'web_url'] as const;

const tag = new RegExp(tagGrammar, 'g');

/** Everything in a text that has the form of a merge tag, whether or not there is such a field, in order. */
export function mergeTags(text: string): MergeTag[] {
  return [...text.matchAll(tag)].map(({ 0: typed, 1: name = '', 2: fallback, index }) => ({
    name,
    ...(fallback !== undefined && { fallback }),
    index,
    text: typed,
  }));
}

/** The names that are merge fields for an audience. Tags with other names are not tags, but text as typed. */
export function declaredFields(audience: Pick<Audience, 'fields'>): ReadonlySet<string> {
  return new Set([...ownFields, ...audience.fields.map(({ name }) => name)]);
}

/** The tags of a text whose name is not a declared field: readers would see their brackets. */
export function unknownTags(text: string, declared: ReadonlySet<string>): MergeTag[] {
  return mergeTags(text).filter(({ name }) => !declared.has(name));
}

/** The declared fields that texts use, sorted, each once. */
export function fieldsIn(texts: readonly string[], declared: ReadonlySet<string>): string[] {
  const names = texts.flatMap((text) => mergeTags(text).map(({ name }) => name));
  return [...new Set(names)].filter((name) => declared.has(name)).sort();
}

/**
 * Gives every tag without a fallback the one that the audience declares: `[[first_name]]` becomes
 * `[[first_name|friend]]`. `written` puts a fallback into the form of the text: for HTML, escaped as an attribute is,
 * since a tag may stand in one.
 */
export function withFallbacks(
  text: string,
  fields: readonly MergeField[],
  written: (fallback: string) => string = (fallback) => fallback,
): string {
  const fallbacks = new Map(fields.map(({ name, fallback }) => [name, fallback]));
  return text.replace(tag, (typed, name: string, own: string | undefined) => {
    const fallback = fallbacks.get(name);
    return own === undefined && fallback !== undefined ? `[[${name}|${written(fallback)}]]` : typed;
  });
}

/** A text as a reader sees it about whom nothing is known: every tag of the audience's is its fallback. */
export function withFallbackText(text: string, fields: readonly MergeField[]): string {
  return text.replace(tag, (typed, name: string, own: string | undefined) => {
    const field = fields.find((one) => one.name === name);
    return own ?? (field ? (field.fallback ?? '') : typed);
  });
}

/** Changes a text everywhere but inside its merge tags. */
export function outsideTags(text: string, change: (text: string) => string): string {
  let end = 0;
  let changed = '';
  for (const { index, text: typed } of mergeTags(text)) {
    changed += change(text.slice(end, index)) + typed;
    end = index + typed.length;
  }
  return changed + change(text.slice(end));
}

/**
 * HTML with every tag of a declared field filled in for one reader, escaped for the place where it stands: in an address
 * as a part of a URI (RFC 3986 §2.1), elsewhere as text. A tag that is the beginning of an address is an address itself.
 */
export function filledHtml(html: string, values: FieldValues, declared: ReadonlySet<string>): string {
  return joined(htmlPieces(html, declared), (slot) => slotValue(slot, values));
}

/** Plain text (a subject, a text part) with every tag of a declared field filled in for one reader. */
export function filledText(text: string, values: FieldValues, declared: ReadonlySet<string>): string {
  return joined(textPieces(text, declared), (slot) => slotValue(slot, values));
}
