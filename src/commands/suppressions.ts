import type { CommandGroup } from './command.js';
import { add } from './suppressions/add.js';
import { exportFile } from './suppressions/export.js';
import { importFile } from './suppressions/import.js';
import { lift } from './suppressions/lift.js';
import { sync } from './suppressions/sync.js';

export const suppressions: CommandGroup = {
  summary: 'Who must not be written to.',
  commands: { sync, add, lift, import: importFile, export: exportFile },
};
