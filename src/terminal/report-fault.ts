import type { FaultDetails } from '../model/fault.js';
import type { Colours } from './terminal.js';

/** A fault in words: what happened, the state that things are in, what to do. */
export function reportFault({ words, state, fix, place }: FaultDetails, colours: Colours): string {
  const where = place ? `${colours.cyan(`${place.file}:${place.line}:${place.column}`)}\n` : '';
  return [`${where}${colours.red(colours.bold('Stopped:'))} ${words}`, state && `  ${state}`, fix && `  ${fix}`, '']
    .filter((line) => line !== undefined)
    .join('\n');
}
