import type { Rule } from '../rule.js';

/** In order of id. */
export const compatRules: readonly Rule[] = [];
