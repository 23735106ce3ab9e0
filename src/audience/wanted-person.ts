import { canonicalAddress, isRefused, maskedAddress } from './address.js';

/** How one person is known among the cells of a file. */
export type WantedPerson = {
  /** Her address as it may be shown. */
  readonly shown: string;
  /** What her address is compared by; absent where it is no address that mail can be sent to. */
  readonly key?: string;
  /** Whether what was typed has an @: other texts may be in anybody's row. */
  readonly hasAt: boolean;
  /** Whether a cell is her address. */
  readonly isHers: (cell: string) => boolean;
  /** Whether a cell has her address among other things. */
  readonly names: (cell: string) => boolean;
  /** Whether a text may have her address in it; a quick look. */
  readonly mayBeIn: (text: string) => boolean;
};

/**
 * The person with an address, however it is written in a cell. Where nobody can be written to at it, the cell must be the
 * same text, but for spaces around it.
 *
 * @param typed an address as somebody typed it; not blank
 */
export function wantedPerson(typed: string): WantedPerson {
  const canonical = canonicalAddress(typed);
  const text = typed.trim();
  if (isRefused(canonical)) {
    return {
      shown: maskedAddress(text),
      hasAt: text.includes('@'),
      isHers: (cell) => cell.trim() === text,
      names: () => false,
      mayBeIn: () => true,
    };
  }
  const { address, key } = canonical;
  const local = key.slice(0, key.indexOf('@') + 1);
  // No letter of another address may stand before or after it: jo@example.org is not in banjo@example.org.
  const whole = new RegExp(`(?<![\\w.%+-])${key.replaceAll(/[^\w@]/g, '\\$&')}(?![\\w-]|\\.\\w)`);
  return {
    shown: maskedAddress(address),
    key,
    hasAt: true,
    isHers: (cell) => {
      const other = canonicalAddress(cell);
      return !isRefused(other) && other.key === key;
    },
    names: (cell) => whole.test(lower(cell)),
    mayBeIn: (text) => lower(text).includes(local),
  };
}

/** Composed as the canonical form composes, because then a letter can become another one. */
function lower(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
