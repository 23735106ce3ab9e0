import type { Rule } from '../rule.js';

/** In order of id. */
export const mergeRules: readonly Rule[] = [];
