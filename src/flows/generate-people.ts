import { join } from 'node:path';
import { inventedCsv } from '../audience/generate.js';
import type { Finding } from '../model/finding.js';
import { privateFolder, writePrivateFile } from '../workspace/private-files.js';
import { loadAudience } from './load-audience.js';
import { facetsOf, type PeopleWorld } from './people-world.js';

export type InventRequest = {
  readonly audience: string;
  readonly count: number;
  readonly seed: number;
  /** Relative to the workspace. */
  readonly file?: string;
};

/**
 * Writes invented people with the facets of an audience to a CSV file; gives its path.
 *
 * @throws Fault for an unknown audience, and where the file is there already: it may have people in it.
 */
export async function generatePeople(
  { audience: id, count, seed, file = `${privateFolder}/${id}-invented.csv` }: InventRequest,
  world: PeopleWorld,
): Promise<{ readonly file?: string; readonly findings: readonly Finding[] }> {
  const { value, findings } = loadAudience(world, id);
  if (!value) return { findings };
  const facets = facetsOf(value.audience, value.content.organisation);
  await writePrivateFile(join(world.root, file), file, inventedCsv(count, seed, facets));
  return { file, findings };
}
