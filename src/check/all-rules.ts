import { builtIns } from './built-in.js';
import { rules } from './rules.js';

/** Everything that a finding can be of: the rules, and what building an issue finds by itself. */
export const allRules = [...rules, ...builtIns];
