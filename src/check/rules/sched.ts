import type { Rule } from '../rule.js';

/** In order of id. */
export const schedRules: readonly Rule[] = [];
