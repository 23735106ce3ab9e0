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
