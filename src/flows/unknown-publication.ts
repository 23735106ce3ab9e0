import { exitCode, Fault } from '../model/fault.js';
import { suggestion } from '../model/suggest.js';

/** Throws a Fault (exit 2) for the first id that is no publication's. */
export function refuseUnknownPublication(ids: readonly string[], known: readonly string[]): void {
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown === undefined) return;
  throw new Fault({
    code: 'workspace/unknown-publication',
    exit: exitCode.usage,
    words: `There is no publication called “${unknown}”.`,
    fix: suggestion(unknown, known),
  });
}
