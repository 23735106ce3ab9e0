import type { Rule } from '../rule.js';

/** In order of id. */
export const sizeRules: readonly Rule[] = [];
