import { exitCode, Fault } from '../model/fault.js';

/**
 * An instant in the one form in which it is kept, so that instants can be compared as texts: UTC, to the millisecond.
 *
 * @throws Fault (exit 1) where a text is none.
 */
export function instantOf(text: string): string {
  const time = instant.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(time)) return new Date(time).toISOString();
  throw new Fault({
    code: 'database/not-an-instant',
    exit: exitCode.findings,
    words: 'A point in time was to be recorded that is none.',
    fix: 'Write it like 2021-03-22T09:30:00Z.',
  });
}

/** RFC 3339, with its seconds or without. */
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
