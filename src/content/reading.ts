import type { Finding } from '../model/finding.js';

/** What came of reading one file: the value, unless an error stands in its way, and all complaints. */
export type Reading<T> = { readonly value?: T; readonly findings: readonly Finding[] };

/** The parts of an object that are not undefined, for types whose optional parts must be absent rather than undefined. */
export function present<T extends object>(parts: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
