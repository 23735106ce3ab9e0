import type { ColumnMapping, FacetColumn } from '../model/audience.js';
import type { Facets, ReaderFacets } from '../model/facets.js';
import { type FacetName, facetNames } from '../model/facets.js';
import { didYouMean } from '../model/suggest.js';
import { type Counted, counted, type FacetTally } from './tally.js';

/** The facets of one person after the other, and what they came to. The same object for the same values. */
export type FacetColumns = {
  readonly read: (values: readonly string[], row: number) => ReaderFacets;
  /** The facets of a row that is nobody's: nothing is counted. */
  readonly peek: (values: readonly string[]) => ReaderFacets;
  readonly tally: () => { [name in FacetName]?: FacetTally };
  /** The known value that the first unknown one of each facet resembles. */
  readonly meant: () => { readonly [name in FacetName]?: string };
};

export function facetColumns(columns: readonly string[], mapping: ColumnMapping, known: Facets): FacetColumns {
  const readers = facetNames.flatMap((name) => {
    const facet = mapping.facets[name];
    const values = known[name] ?? [];
    if (!facet) return [];
    return [{ name, at: columns.indexOf(facet.column), values, place: facetReader(facet, values) }];
  });
  const unknowns: { [name in FacetName]?: Counted } = {};
  const meant: { [name in FacetName]?: string } = {};
  /** By the places of its values as one number. */
  const combinations = new Map<number, { readonly facets: ReaderFacets; people: number }>();

  const combination = (values: readonly string[], onUnknown?: (reader: (typeof readers)[number]) => void) => {
    let code = 0;
    for (const reader of readers) {
      const place = reader.place(values[reader.at] ?? '');
      if (place === unknown) onUnknown?.(reader);
      code = code * (reader.values.length + 1) + Math.max(place, -1) + 1;
    }
    let found = combinations.get(code);
    if (!found) {
      const facets: { [name in FacetName]?: string } = { ...mapping.everybody };
      for (const { name, at, values: all, place } of readers) {
        const value = all[place(values[at] ?? '')];
        if (value !== undefined) facets[name] = value;
      }
      found = { facets, people: 0 };
      combinations.set(code, found);
    }
    return found;
  };

  return {
    peek: (values) => combination(values).facets,
    read: (values, row) => {
      const found = combination(values, ({ name, at, values: all }) => {
        const like = unknowns[name] ? undefined : meantValue(values[at] ?? '', all);
        if (like !== undefined) meant[name] = like;
        unknowns[name] = counted(unknowns[name], row);
      });
      found.people += 1;
      return found.facets;
    },
    meant: () => meant,
    tally: () =>
      Object.fromEntries(
        readers.map(({ name, values }) => {
          const withValue = (value: string | undefined) =>
            [...combinations.values()]
              .filter(({ facets }) => facets[name] === value)
              .reduce((sum, { people }) => sum + people, 0);
          const odd = unknowns[name];
          const counts = Object.fromEntries(values.map((value) => [value, withValue(value)]));
          return [name, { values: counts, none: withValue(undefined), ...(odd && { unknown: odd }) }];
        }),
      ),
  };
}

/** What a cell says of a facet: the place of its value in the list of those there are, none, or unknown. */
const none = -1;
const unknown = -2;

/** Reads the cells of a facet's column, all of which say one of a few things. Case and spaces around do not matter. */
function facetReader({ values = {}, fallback }: FacetColumn, known: readonly string[]): (cell: string) => number {
  const places = new Map<string, number>([['', fallback === undefined ? none : known.indexOf(fallback)]]);
  known.forEach((value, place) => void places.set(folded(value), place));
  for (const [written, value] of Object.entries(values)) {
    places.set(folded(written), value === null ? none : known.indexOf(value));
  }
  return (cell) => places.get(cell) ?? places.get(folded(cell)) ?? unknown;
}

/** The known value that an unknown cell most probably means. Of the cell itself nothing is told. */
function meantValue(cell: string, known: readonly string[]): string | undefined {
  return cell.length > 100 ? undefined : didYouMean(folded(cell).replaceAll(' ', '-'), known);
}

/** As cells are compared: without regard to case, composition and spaces around. */
export function folded(text: string): string {
  return text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
