import { audience } from './audience.js';
import { build } from './build.js';
import type { Command, CommandGroup } from './command.js';
import { doctor } from './doctor.js';
import { privacyReport } from './privacy-report.js';
import { schema } from './schema.js';
import { suppressions } from './suppressions.js';

/** Every command by name, in the order in which help shows them. */
export const commands = {
  build,
  audience,
  suppressions,
  doctor,
  'privacy-report': privacyReport,
  schema,
} satisfies Record<string, Command | CommandGroup>;
