import type { Database } from '../../database/open.js';
import type { Send } from '../../database/sends.js';
import { exitCode, Fault } from '../../model/fault.js';
import type { PeopleWorld } from '../people-world.js';
import { withDatabase } from '../workspace-database.js';

/**
 * Finds a send by its id, or by as much of the beginning as no other has, and does something about it.
 *
 * @throws Fault (exit 2) where there is none, or more than one.
 */
export async function withSend<Result>(
  id: string,
  world: PeopleWorld,
  use: (send: Send, database: Database) => Promise<Result>,
): Promise<Result> {
  return withDatabase(world, { make: false }, async (database) => {
    const found = /^[\w-]+$/.test(id) ? ((await database?.sends.list({ id })) ?? []) : [];
    const [send, ...more] = found;
    if (!database || !send) throw noSend(id);
    if (more.length > 0) throw several(id, found);
    return use(send, database);
  });
}

function noSend(id: string): Fault {
  return new Fault({
    code: 'send/unknown',
    exit: exitCode.usage,
    words: `There is no send “${id}”.`,
    fix: 'See the ones there are: mailout status.',
  });
}

function several(id: string, found: readonly Send[]): Fault {
  return new Fault({
    code: 'send/several',
    exit: exitCode.usage,
    words: `More than one send begins with “${id}”: ${found.map((one) => one.id).join(', ')}.`,
    fix: 'Write more of it.',
  });
}
