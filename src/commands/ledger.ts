import type { CommandGroup } from './command.js';
import { exportLedger } from './ledger/export.js';
import { forget } from './ledger/forget.js';
import { verify } from './ledger/verify.js';

export const ledger: CommandGroup = {
  summary: 'The record of all sends: check it, take a copy, forget what is old.',
  commands: { verify, export: exportLedger, forget },
};
