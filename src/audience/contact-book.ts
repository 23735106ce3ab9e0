import type { Recipient } from './recipients.js';

/** How somebody is written to: her address, and the values of the fields in the order of the mapping. */
export type Contact = { readonly address: string; readonly fields: readonly string[] };

/** The contacts of an audience for as long as it is written to, by person. It is never written down. */
export type ContactBook = {
  /** Whoever is in it already stays as she is. */
  readonly add: (recipient: Pick<Recipient, 'person' | 'address' | 'fields'>) => void;
  readonly find: (person: string) => Contact | undefined;
  readonly size: () => number;
};

/** Words of a person's name in the database: 128 bits, as four numbers. */
const words = 4;
const pageSize = 1 << 20;
/** No value of a field has it: see field-columns.ts. */
const between = '\u0000';

const noName = 'A person’s name in the database has 32 hexadecimal digits.';

/** What a hexadecimal digit is worth, by its character; faster than parsing slices, a million times a send. */
const none = 255;
const digits = Uint8Array.from({ length: 128 }, (_, code) => {
  const digit = '0123456789abcdef'.indexOf(String.fromCharCode(code));
  return digit === -1 ? none : digit;
});

/**
 * An empty book. It takes 60 to 90 bytes a person, where a Map takes three times that. Exact: the whole of a person's
 * name is compared, since a wrong address would be somebody else's mail.
 */
export function contactBook(): ContactBook {
  let names = new Uint32Array(words << 10);
  let starts = new Float64Array(1 << 10);
  let lengths = new Uint32Array(1 << 10);
  /** By hash, open addressing: the number of a person and 1 more, or 0. */
  let slots = new Uint32Array(1 << 11);
  const pages: Buffer[] = [];
  let used = pageSize;
  let size = 0;
  const name = new Uint32Array(words);

  const readName = (person: string): void => {
    if (person.length !== words * 8) throw new Error(noName);
    for (let word = 0; word < words; word += 1) {
      let value = 0;
      for (let at = word * 8; at < word * 8 + 8; at += 1) {
        const digit = digits[person.charCodeAt(at)] ?? none;
        if (digit === none) throw new Error(noName);
        value = (value << 4) | digit;
      }
      name[word] = value;
    }
  };

  const isAt = (number: number): boolean => {
    const at = number * words;
    for (let word = 0; word < words; word += 1) if (names[at + word] !== name[word]) return false;
    return true;
  };

  /** The slot of whoever `name` is, or the free one where she belongs. */
  const slotOf = (hash: number, isWanted: (number: number) => boolean): number => {
    let slot = hash & (slots.length - 1);
    for (;;) {
      const number = (slots[slot] ?? 0) - 1;
      if (number === -1 || isWanted(number)) return slot;
      slot = (slot + 1) & (slots.length - 1);
    }
  };

  const grow = (): void => {
    names = longer(names, new Uint32Array(names.length * 2));
    starts = longer(starts, new Float64Array(starts.length * 2));
    lengths = longer(lengths, new Uint32Array(lengths.length * 2));
    slots = new Uint32Array(slots.length * 2);
    for (let number = 0; number < size; number += 1) {
      slots[slotOf(hashOf(names, number * words), () => false)] = number + 1;
    }
  };

  /** Puts a text on the last page, or on a new one; a longer text gets a page of its own. */
  const keep = (text: string): void => {
    // UTF-8 takes three bytes for a UTF-16 unit at the most, and counting them takes as long as writing them.
    const most = text.length * 3;
    if (used + most > pageSize) {
      pages.push(Buffer.allocUnsafe(Math.max(pageSize, most)));
      used = 0;
    }
    const length = pages.at(-1)?.write(text, used) ?? 0;
    starts[size] = (pages.length - 1) * pageSize + used;
    lengths[size] = length;
    used += length;
  };

  return {
    add: ({ person, address, fields }) => {
      readName(person);
      const slot = slotOf(hashOf(name, 0), isAt);
      if ((slots[slot] ?? 0) > 0) return;
      keep(fields.length === 0 ? address : `${address}${between}${fields.join(between)}`);
      names.set(name, size * words);
      slots[slot] = size + 1;
      size += 1;
      if (size === starts.length) grow();
    },
    find: (person) => {
      readName(person);
      const number = (slots[slotOf(hashOf(name, 0), isAt)] ?? 0) - 1;
      if (number === -1) return undefined;
      const start = starts[number] ?? 0;
      const at = start % pageSize;
      const page = pages[Math.floor(start / pageSize)];
      const [address = '', ...fields] = page?.toString('utf8', at, at + (lengths[number] ?? 0)).split(between) ?? [];
      return { address, fields };
    },
    size: () => size,
  };
}

/** Names are random, so any mixture of their words will do. */
function hashOf(names: Uint32Array, at: number): number {
  return ((names[at] ?? 0) ^ (names[at + 1] ?? 0) ^ (names[at + 2] ?? 0) ^ (names[at + 3] ?? 0)) >>> 0;
}

function longer<Numbers extends Uint32Array | Float64Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}
