import type { Audience } from '../model/audience.js';
import { type FacetName, type Facets, facetNames, type ReaderFacets } from '../model/facets.js';
import type { Finding } from '../model/finding.js';
import type { Item } from '../model/item.js';
import { placeOf } from '../model/place.js';
import { facetOrder, variantNames } from './variant-names.js';

/** What makes one edition differ from another, and what it shows. */
export type Variant = {
  /** "everyone" where there is only one; else its facet values, "wales-iso", or "everyone-else". The edition's id. */
  readonly id: string;
  /** The values that tell its readers from others; none for everyone and everyone else. */
  readonly facets: Facets;
  /** The language of its words, BCP 47, where it is not the issue's. */
  readonly lang?: string;
  /** The ids of the items that its readers see, in the order of the issue. */
  readonly items: readonly string[];
};

export type Variants = {
  readonly variants: readonly Variant[];
  /** The values that make a difference in this issue, sorted. Readers with others count as having none. */
  readonly values: Facets;
  /** The languages, BCP 47, that the issue has beside its own. */
  readonly languages: readonly string[];
  readonly findings: readonly Finding[];
};

/** More editions than this are more than anybody proofreads. */
export const mostVariants = 64;

/** A whole issue's worth of limits; the rest of an item plays no part here. */
export type LimitedItem = Pick<Item, 'id' | 'title' | 'readers' | 'source'>;

/**
 * The editions that an issue needs: one for each different set of items that readers of the audience may see, in each of
 * its languages that readers have. Readers whose sets and languages are equal share an edition, so their number grows
 * with the items' limits and not with the readers. Sorted by id, everyone else last. Where there would be too many there
 * are none, and a finding.
 *
 * @param languages BCP 47, those that the issue has beside its own; readers have them in the facet "languages"
 */
export function variantsOf(
  pool: readonly LimitedItem[],
  audience: Pick<Audience, 'facets'>,
  organisationFacets: Facets,
  languages: readonly string[] = [],
): Variants {
  const items = [...pool, ...languages.map(languageMark)];
  const values = valuesInUse(items, { ...organisationFacets, ...audience.facets });
  let groups: readonly Group[] = [{ items, facets: {} }];
  for (const facet of facetOrder) {
    const valueClasses = classes(facet, values[facet] ?? [], items);
    groups = merged(groups.flatMap((group) => split(group, facet, valueClasses)));
    // Merging later can make fewer of them, but not so much fewer.
    if (groups.length > mostVariants ** 2) break;
  }
  if (groups.length > mostVariants) return { variants: [], values, languages, findings: [tooMany(pool)] };
  return { variants: named(groups, languages), values, languages, findings: [] };
}

/** Whether a variant shows an item of its issue. */
export function visibleTo(item: Pick<Item, 'id'>, variant: Variant): boolean {
  return variant.items.includes(item.id);
}

/** Whether a reader may see an item: of every facet that the item names, she has one of the values. */
export function mayRead({ readers }: Pick<Item, 'readers'>, reader: ReaderFacets): boolean {
  return facetNames.every((facet) => admits(readers[facet], reader[facet]));
}

/**
 * Tells which variant a reader gets, for the items that the variants were made of. Every reader gets exactly one. The
 * function remembers, so that half a million readers cost little more than the different ones among them.
 */
export function variantFinder(
  pool: readonly LimitedItem[],
  { variants, values, languages }: Variants,
): (reader: ReaderFacets) => Variant {
  const items = [...pool, ...languages.map(languageMark)];
  const bySet = new Map(
    variants.map((variant) => [setKey([...variant.items, ...(variant.lang ? [markId(variant.lang)] : [])]), variant]),
  );
  const known = new Map<string, Variant>();
  return (reader) => {
    const relevant = facetNames.map((facet) => values[facet]?.find((value) => value === reader[facet]));
    const key = JSON.stringify(relevant);
    const variant = known.get(key) ?? bySet.get(setKey(visibleIds(items, relevant)));
    if (!variant) throw new Error('These variants were made of other items.');
    known.set(key, variant);
    return variant;
  };
}

function visibleIds(items: readonly LimitedItem[], values: readonly (string | undefined)[]): string[] {
  const reader = Object.fromEntries(facetNames.map((facet, index) => [facet, values[index]])) as ReaderFacets;
  return items.filter((item) => mayRead(item, reader)).map(({ id }) => id);
}

/** A limit without values is one that an editor emptied: it limits nothing. */
function admits(limit: readonly string[] | undefined, value: string | undefined): boolean {
  return limit === undefined || limit.length === 0 || (value !== undefined && limit.includes(value));
}

/** The values that items name and the audience has: no other value changes what anybody sees. */
function valuesInUse(items: readonly LimitedItem[], audienceFacets: Facets): Facets {
  const inUse: { [name in FacetName]?: readonly string[] } = {};
  for (const facet of facetNames) {
    const values = new Set(items.flatMap(({ readers }) => readers[facet] ?? []));
    const had = [...values].filter((value) => audienceFacets[facet]?.includes(value));
    if (had.length > 0) inUse[facet] = had.sort();
  }
  return inUse;
}

/** Readers who see the same items, and what tells them from others. */
type Group = { readonly items: readonly LimitedItem[]; readonly facets: Facets };

/** The values of a facet in classes that no item tells apart, in order of their first values. */
function classes(facet: FacetName, values: readonly string[], items: readonly LimitedItem[]): string[][] {
  const byItems = new Map<string, string[]>();
  for (const value of values) {
    const key = setKey(items.filter(({ readers }) => readers[facet]?.includes(value)).map(({ id }) => id));
    byItems.set(key, [...(byItems.get(key) ?? []), value]);
  }
  return [...byItems.values()];
}

/** A group parted by a facet: those with none of the values, and those with the values of each class. */
function split({ items, facets }: Group, facet: FacetName, valueClasses: readonly string[][]): Group[] {
  const visible = (value: string | undefined) => items.filter(({ readers }) => admits(readers[facet], value));
  return [
    { items: visible(undefined), facets },
    ...valueClasses.map((values) => ({ items: visible(values[0]), facets: { ...facets, [facet]: values } })),
  ];
}

/** Groups that see the same items made one. */
function merged(groups: readonly Group[]): Group[] {
  const bySet = new Map<string, Group>();
  for (const group of groups) {
    const key = setKey(group.items.map(({ id }) => id));
    const other = bySet.get(key);
    bySet.set(key, other ? { items: other.items, facets: simpler(other.facets, group.facets) } : group);
  }
  return [...bySet.values()];
}

/** Of two ways to say which readers a group is for, the one with fewer facets; values of a single facet are joined. */
function simpler(one: Facets, other: Facets): Facets {
  const [facets, otherFacets] = [facetsOf(one), facetsOf(other)];
  if (facets.length !== otherFacets.length) return facets.length < otherFacets.length ? one : other;
  const [different, ...more] = facets.filter((facet) => one[facet]?.join() !== other[facet]?.join());
  if (different === undefined || more.length > 0 || facets.join() !== otherFacets.join()) return one;
  const values = new Set([...(one[different] ?? []), ...(other[different] ?? [])]);
  return { ...one, [different]: [...values].sort() };
}

function facetsOf(facets: Facets): FacetName[] {
  return facetNames.filter((facet) => facets[facet]);
}

function named(groups: readonly Group[], languages: readonly string[]): Variant[] {
  const names = variantNames(groups.map(({ facets }) => facets));
  const marks = new Map(languages.map((lang) => [markId(lang), lang]));
  return groups
    .map(({ items, facets }, index): Variant => {
      const lang = items.map(({ id }) => marks.get(id)).find((tag) => tag !== undefined);
      const ids = items.map(({ id }) => id).filter((id) => !marks.has(id));
      return { id: names[index] ?? '', facets, ...(lang !== undefined && { lang }), items: ids };
    })
    .sort((a, b) => Number(a.id === 'everyone-else') - Number(b.id === 'everyone-else') || (a.id < b.id ? -1 : 1));
}

/**
 * Stands for all that is worded in a language: only its readers see it, so that they get editions apart. The space keeps
 * its id apart from those of items.
 */
function languageMark(lang: string): LimitedItem {
  return { id: markId(lang), title: '', readers: { languages: [lang] }, source: { file: '', at: {} } };
}

function markId(lang: string): string {
  return `in ${lang}`;
}

function setKey(ids: readonly string[]): string {
  return JSON.stringify(ids);
}

function tooMany(items: readonly LimitedItem[]): Finding {
  const limited = items.filter(({ readers }) => facetNames.some((facet) => readers[facet]?.length));
  const titles = limited.slice(0, 5).map(({ title }) => `“${title}”`);
  const others = limited.length > titles.length ? ` and ${limited.length - titles.length} more` : '';
  return {
    rule: 'render/too-many-editions',
    severity: 'error',
    ...(limited[0] && { place: placeOf(limited[0].source, 'readers') }),
    words: `This issue would need more than ${mostVariants} different editions, because these items limit their readers in so many ways: ${titles.join(', ')}${others}.`,
    fix: 'Limit fewer items under “readers”, or limit them to the same regions, nations, roles or languages.',
  };
}
