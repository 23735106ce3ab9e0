import type { RosterMember } from './rosters.js';

/** A pseudonym is 16 bytes. */
export const personLength = 16;

/** Pseudonyms side by side, in order. Throws an Error where one is none. */
export function packPeople(people: readonly string[]): Buffer {
  const packed = Buffer.from(people.join(''), 'hex');
  if (packed.length !== people.length * personLength) throw new Error('A pseudonym has 32 hexadecimal digits.');
  return packed;
}

/** The pseudonyms that were packed; undefined where one was blanked. */
export function unpackPeople(packed: Buffer): (string | undefined)[] {
  const people: (string | undefined)[] = [];
  for (let at = 0; at < packed.length; at += personLength) {
    const person = packed.toString('hex', at, at + personLength);
    people.push(person === blankPerson ? undefined : person);
  }
  return people;
}

/** The places of a pseudonym among those packed, from 0. */
export function placesOf(packed: Buffer, person: Buffer): readonly number[] {
  const places: number[] = [];
  for (let at = packed.indexOf(person); at !== -1; at = packed.indexOf(person, at + 1)) {
    if (at % personLength === 0) places.push(at / personLength);
  }
  return places;
}

/** The same pseudonyms with places blanked. */
export function withoutPeople(packed: Buffer, places: readonly number[]): Buffer {
  const left = Buffer.from(packed);
  for (const place of places) left.fill(0, place * personLength, (place + 1) * personLength);
  return left;
}

const blankPerson = '00'.repeat(personLength);

/** Addresses and field values one after the other, null in the place of who was erased: a list of texts is written fastest. */
type Flat = (string | null)[];

/** What there is to know of members beside their pseudonyms. Throws an Error where one has not as many fields as all. */
export function packMembers(members: readonly RosterMember[], fields: number): Buffer {
  const flat: Flat = [];
  for (const { address, fields: values } of members) {
    if (values.length !== fields) throw new Error('A member has as many values as the roster has fields.');
    flat.push(address);
    for (const value of values) flat.push(value);
  }
  return Buffer.from(JSON.stringify(flat));
}

/** The members again, from what was packed of them. */
export function unpackMembers(packed: Buffer, people: Buffer, fields: number): (RosterMember | undefined)[] {
  const flat = JSON.parse(packed.toString()) as Flat;
  return unpackPeople(people).map((person, place) => {
    const [address, ...values] = flat.slice(place * (fields + 1), (place + 1) * (fields + 1));
    if (person === undefined || address === null || address === undefined) return undefined;
    return { address, person, fields: values.map((value) => value ?? '') };
  });
}

/** The same members with places blanked. */
export function withoutMembers(packed: Buffer, places: readonly number[], fields: number): Buffer {
  const flat = JSON.parse(packed.toString()) as Flat;
  for (const place of places) flat.fill(null, place * (fields + 1), (place + 1) * (fields + 1));
  return Buffer.from(JSON.stringify(flat));
}
