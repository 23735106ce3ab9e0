import type { Reading } from './reading.js';

/**
 * The name of the page of each reading, without its ending: "e-bulletin-2027-03-17/wales" or
 * "e-bulletin-2027-03-17/wales-as-megan". Ids have letters, digits and hyphens only; a name that is taken gets a number.
 */
export function pageNames(readings: readonly Reading[]): (reading: Reading) => string {
  const names = new Map<Reading, string>();
  const taken = new Set<string>();
  for (const reading of readings) {
    const { issue, editionId, persona } = reading;
    const usual = `${issue.key.replace('/', '-')}/${editionId}${persona ? `-as-${persona.id}` : ''}`;
    let name = usual;
    for (let number = 2; taken.has(name); number += 1) name = `${usual}-${number}`;
    taken.add(name);
    names.set(reading, name);
  }
  return (reading) => names.get(reading) ?? '';
}
