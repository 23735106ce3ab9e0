import type { Database } from '../../database/open.js';
import type { NewSendBatch } from '../../database/sends.js';
import { type Canary, stagesOf } from '../../delivery/canary.js';
import type { Tester } from '../../model/persona.js';
import { testerKeys } from '../freeze-roster.js';

/**
 * Cuts a roster into the batches of a send: no more people in one than the transport takes at once, testers first, then
 * a small part of everybody, then the rest.
 */
export async function slicesOf(
  roster: string,
  testers: readonly Tester[],
  canary: Canary,
  mostPeople: number,
  database: Database,
): Promise<readonly NewSendBatch[]> {
  const known = new Set([...testerKeys(testers)].map(database.personOf));
  const slices: Omit<NewSendBatch, 'stage'>[] = [];
  const ofTesters = new Set<number>();
  for await (const { number, people } of database.rosters.batches(roster)) {
    const isOfTesters = people.every((person) => person !== undefined && known.has(person));
    for (let from = 0; from < people.length; from += mostPeople) {
      if (isOfTesters) ofTesters.add(slices.length);
      slices.push({ rosterBatch: number, from, size: Math.min(mostPeople, people.length - from) });
    }
  }
  const stages = stagesOf([...slices.keys()], ofTesters, canary);
  return slices.map((slice, index) => ({ ...slice, stage: stages.get(index) ?? 2 }));
}
