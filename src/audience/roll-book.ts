import type { ReaderFacets } from '../model/facets.js';
import type { Recipient } from './recipients.js';
import { isReserved } from './reserved-domains.js';
import { type Counted, counted } from './tally.js';

/** An edition as far as its readers matter. */
export type ReadBy = {
  readonly id: string;
  /** The fields that it prints without a fallback. */
  readonly needed: readonly string[];
};

/** What the recipients of one issue come to, entered one after the other. */
export type RollBook = {
  /** Enters a recipient; gives the id of the edition that she gets. */
  readonly enter: (recipient: Recipient) => string;
  /** How many get each edition, also those that nobody gets. */
  readonly editions: () => Readonly<Record<string, number>>;
  /** Rows with addresses at which somebody can be, and those at which nobody can. */
  readonly real: () => Counted | undefined;
  readonly reserved: () => Counted | undefined;
  /** By name of a field: those whose edition prints it, and who have neither a value nor a fallback. */
  readonly blank: () => ReadonlyMap<string, Counted>;
};

/**
 * @param fields the names of the recipients' fields, in their order
 * @param editionOf the id of the edition that a reader gets
 */
export function rollBook(
  fields: readonly string[],
  editions: readonly ReadBy[],
  editionOf: (reader: ReaderFacets) => string,
): RollBook {
  const places = new Map(editions.map(({ id, needed }) => [id, needed.map((name) => fields.indexOf(name))]));
  const counts = new Map(editions.map(({ id }) => [id, 0]));
  // Recipients with the same values have the same object, and asking takes longer than looking it up.
  const known = new Map<ReaderFacets, string>();
  const blank = new Map<string, Counted>();
  let real: Counted | undefined;
  let reserved: Counted | undefined;

  const edition = (facets: ReaderFacets): string => {
    const found = known.get(facets) ?? editionOf(facets);
    known.set(facets, found);
    return found;
  };

  return {
    enter: (recipient) => {
      const id = edition(recipient.facets);
      counts.set(id, (counts.get(id) ?? 0) + 1);
      if (isReserved(recipient.address)) reserved = counted(reserved, recipient.row);
      else real = counted(real, recipient.row);
      for (const at of places.get(id) ?? []) {
        const name = fields[at];
        if (name !== undefined && recipient.fields[at] === '') blank.set(name, counted(blank.get(name), recipient.row));
      }
      return id;
    },
    editions: () => Object.fromEntries(counts),
    real: () => real,
    reserved: () => reserved,
    blank: () => blank,
  };
}
