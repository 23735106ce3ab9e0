import { build } from './build.js';
import type { Command } from './command.js';
import { schema } from './schema.js';

/** Every command by name, in the order in which help shows them. */
export const commands = { build, schema } satisfies Record<string, Command>;
