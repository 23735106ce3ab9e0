import { sourceFile } from '../audience/describe-source.js';
import { type Admitted, admission, type Register } from '../audience/recipients.js';
import type { RowBatch } from '../audience/sources/source.js';
import type { Tally } from '../audience/tally.js';
import type { Audience } from '../model/audience.js';
import { exitCode, Fault } from '../model/fault.js';
import type { Finding } from '../model/finding.js';
import type { Organisation } from '../model/organisation.js';
import { stateOf } from '../workspace/private-files.js';
import { facetsOf, openPeople, type PeopleWorld } from './people-world.js';

export type RollCall = {
  readonly audience: Audience;
  readonly organisation: Organisation;
  readonly register: Register;
  /** Is shown what became of each batch of rows, and the rows and columns themselves, in order, and waited for. */
  readonly each?: (admitted: Admitted, batch: RowBatch, columns: readonly string[]) => void | Promise<void>;
};

/**
 * Reads everybody in an audience's source, from the first row to the last. Without a tally, the findings say why nobody
 * could be read.
 *
 * @throws Fault where the source cannot be read, breaks off, or is written to meanwhile.
 */
export async function callRoll(
  { audience, organisation, register, each }: RollCall,
  world: PeopleWorld,
): Promise<{ readonly tally?: Tally; readonly findings: readonly Finding[] }> {
  const unchanged = watched(audience, world);
  const source = await openPeople(audience, organisation, world);
  try {
    const known = facetsOf(audience, organisation);
    const { value: list, findings } = admission(source.columns, audience.columns, known, audience.source, register);
    if (!list) return { findings };
    let rows = 0;
    for await (const batch of source.batches) {
      await each?.(list.admit(batch), batch, source.columns);
      rows += batch.rows.length + batch.refused.length;
      world.progress(`Reading ${audience.title}: ${rows} rows …`);
    }
    unchanged();
    return { tally: list.tally(), findings: list.findings() };
  } finally {
    await source.close();
  }
}

/** Looks at the file of a source now, and, when it is called, whether it is still the same. */
function watched({ people }: Audience, { root }: PeopleWorld): () => void {
  const file = sourceFile(people);
  if (file === undefined) return () => {};
  const before = stateOf(root, file);
  return () => {
    if (stateOf(root, file) === before) return;
    throw new Fault({
      code: 'audience/source-changed',
      exit: exitCode.incomplete,
      words: `${file} was changed while it was read, so what was read is neither the old list nor the new one.`,
      fix: 'Run it again when nobody is writing to the file.',
    });
  };
}
