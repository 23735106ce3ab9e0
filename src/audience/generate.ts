import { type FacetName, type Facets, facetNames } from '../model/facets.js';

/** A person who does not exist, with an address at which nobody can be (RFC 2606). */
export type InventedPerson = {
  readonly email: string;
  /** Empty for some, as in every real list. */
  readonly firstName: string;
  readonly lastName: string;
  /** Empty for some. */
  readonly district: string;
  readonly facets: { readonly [name in FacetName]?: string };
};

/** Native spelling and what stands in the address. Long and short, many scripts, marks that upset careless programs. */
const firstNames: readonly (readonly [string, string])[] = [
  ['Siân', 'sian'],
  ['Jo', 'jo'],
  ['Aisha', 'aisha'],
  ['Nguyễn', 'nguyen'],
  ['Zoë', 'zoe'],
  ['Łukasz', 'lukasz'],
  ['Seán', 'sean'],
  ['Ọláyínká', 'olayinka'],
  ['محمد', 'mohammed'],
  ['فاطمة', 'fatima'],
  ['נועה', 'noa'],
  ['Ольга', 'olga'],
  ['Γιώργος', 'yorgos'],
  ['明', 'ming'],
  ['さくら', 'sakura'],
  ['지우', 'jiwoo'],
  ['प्रिया', 'priya'],
  ['தமிழ்', 'tamil'],
  ['ژیار', 'zhyar'],
  ['İpek', 'ipek'],
  ['Mary-Anne', 'mary-anne'],
  ['D’Angelo', 'd.angelo'],
  ['X', 'x'],
  ['Wolfeschlegelsteinhausenbergerdorff', 'wolfe'],
  ['', 'office'],
];

const lastNames: readonly (readonly [string, string])[] = [
  ['O’Neill', "o'neill"],
  ['Okonkwo', 'okonkwo'],
  ['Ng', 'ng'],
  ['Smith', 'smith'],
  ['Llywelyn ap Gruffudd', 'llywelyn'],
  ['García Márquez', 'garcia'],
  ['Müller-Lüdenscheidt', 'mueller'],
  ['Weiß', 'weiss'],
  ['Þórðarson', 'thordarson'],
  ['Yılmaz', 'yilmaz'],
  ['الحسيني', 'alhusseini'],
  ['כהן', 'cohen'],
  ['Иванова', 'ivanova'],
  ['Παπαδόπουλος', 'papadopoulos'],
  ['王', 'wang'],
  ['佐藤', 'sato'],
  ['김', 'kim'],
  ['शर्मा', 'sharma'],
  ['Nkosi', 'nkosi'],
  ['Featherstonehaugh-Cholmondeley', 'featherstonehaugh'],
];

/** Places that are not on a map, so that nobody takes a list of invented people for that of a real district. */
const districts: readonly string[] = [
  'Alderwick',
  'Ashenmoor and the Vale',
  'Brackenholt',
  'Caer Wennol',
  'East Lindermere',
  'King’s Harrowmere',
  'Llanfaelor',
  'Nether Quill',
  'North Tarnshire',
  'Port Merrow',
  'St Osyn’s',
  'Tref-y-Gwyntoedd',
  'Upper Wyverdale',
  'West Fenwold & Marshes',
  'Ynys Arian',
  'Great Featherstonehaugh-under-Wychwold with Little Featherstonehaugh',
];

/** How many of the invented have no value of a facet, or no district. */
const shareWithout = 0.05;

/**
 * Invents people, the same for the same seed, no address twice. Of each facet they have one of its
 * values; one in twenty has none, and one in twenty no district.
 *
 * @param seed any whole number
 */
export function* inventPeople(count: number, seed: number, facets: Facets): Generator<InventedPerson> {
  const next = numbers(seed);
  const oneOf = <T>(list: readonly T[]): T | undefined => list[Math.floor(next() * list.length)];
  for (let index = 0; index < count; index += 1) {
    const [firstName, first] = oneOf(firstNames) ?? ['', ''];
    const [lastName, last] = oneOf(lastNames) ?? ['', ''];
    const values: { [name in FacetName]?: string } = {};
    for (const name of facetNames) {
      const value = oneOf(facets[name] ?? []);
      if (value !== undefined && next() >= shareWithout) values[name] = value;
    }
    const place = oneOf(districts) ?? '';
    const district = next() >= shareWithout ? place : '';
    // The number is what makes each address the only one of its kind.
    yield { email: `${first}.${last}.${index + 1}@example.org`, firstName, lastName, district, facets: values };
  }
}

/** Invented people as the rows of a table: what its columns are called, and what is in them for each person. */
export type InventedTable = {
  readonly columns: readonly string[];
  readonly valuesOf: (person: InventedPerson) => readonly string[];
};

/** The table of invented people. Every facet is a column, also one that has no values. */
export const inventedTable: InventedTable = {
  columns: ['email', 'first_name', 'last_name', 'district', ...facetNames],
  valuesOf: ({ email, firstName, lastName, district, facets: hers }) => [
    email,
    firstName,
    lastName,
    district,
    ...facetNames.map((name) => hers[name] ?? ''),
  ],
};

/** Invented people as a CSV file, in pieces of some hundred rows. */
export function* inventedCsv(count: number, seed: number, facets: Facets): Generator<string> {
  const { columns, valuesOf } = inventedTable;
  let text = `${columns.join(',')}\n`;
  for (const person of inventPeople(count, seed, facets)) {
    text += `${valuesOf(person).join(',')}\n`;
    if (text.length < 1 << 16) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32): nothing here needs better ones. */
function numbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}
