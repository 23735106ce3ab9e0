import { check } from './audience/check.js';
import { erase } from './audience/erase.js';
import { explain } from './audience/explain.js';
import { freeze } from './audience/freeze.js';
import { generate } from './audience/generate.js';
import { preview } from './audience/preview.js';
import type { CommandGroup } from './command.js';

export const audience: CommandGroup = {
  summary: 'Who gets it, who does not, and why.',
  commands: { explain, check, preview, freeze, generate, erase },
};
