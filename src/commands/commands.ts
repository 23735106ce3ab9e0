import { approve } from './approve.js';
import { audience } from './audience.js';
import { build } from './build.js';
import { calendar } from './calendar.js';
import { cancel } from './cancel.js';
import { check } from './check.js';
import type { Command, CommandGroup } from './command.js';
import { doctor } from './doctor.js';
import { explain } from './explain.js';
import { handover } from './handover.js';
import { importCommand } from './import.js';
import { init } from './init.js';
import { ledger } from './ledger.js';
import { newGroup } from './new.js';
import { outcomes } from './outcomes.js';
import { pack } from './pack.js';
import { preview } from './preview.js';
import { privacyReport } from './privacy-report.js';
import { proof } from './proof.js';
import { resolve } from './resolve.js';
import { schema } from './schema.js';
import { send } from './send.js';
import { status } from './status.js';
import { suppressions } from './suppressions.js';
import { watch } from './watch.js';
import { where } from './where.js';

/** Every command by name, in the order in which help shows them. */
export const commands = {
  new: newGroup,
  import: importCommand,
  build,
  calendar,
  check,
  explain,
  where,
  outcomes,
  pack,
  preview,
  proof,
  approve,
  send,
  watch,
  status,
  resolve,
  cancel,
  ledger,
  audience,
  suppressions,
  doctor,
  handover,
  init,
  'privacy-report': privacyReport,
  schema,
} satisfies Record<string, Command | CommandGroup>;
