import { approve } from './approve.js';
import { audience } from './audience.js';
import { build } from './build.js';
import { calendar } from './calendar.js';
import { cancel } from './cancel.js';
import { check } from './check.js';
import type { Commands } from './command.js';
import { completionOf } from './completion.js';
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

/** Every command by name. */
export const commands = {
  new: newGroup,
  import: importCommand,
  where,
  outcomes,
  build,
  preview,
  check,
  explain,
  calendar,
  pack,
  proof,
  approve,
  send,
  status,
  watch,
  resolve,
  cancel,
  ledger,
  audience,
  suppressions,
  'privacy-report': privacyReport,
  init,
  doctor,
  handover,
  schema,
  completion: completionOf((): Commands => commands),
} satisfies Commands;

type Name = keyof typeof commands;

/** Under which heading help shows each: in the order of an editor’s week. */
export const headings = {
  Write: ['new', 'import', 'where', 'outcomes'],
  Look: ['build', 'preview', 'check', 'explain', 'calendar', 'pack'],
  Send: ['proof', 'approve', 'send', 'status', 'watch', 'resolve', 'cancel', 'ledger'],
  People: ['audience', 'suppressions', 'privacy-report'],
  'Set up': ['init', 'doctor', 'handover', 'schema', 'completion'],
} satisfies Readonly<Record<string, readonly Name[]>>;
