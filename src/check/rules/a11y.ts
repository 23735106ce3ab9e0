import type { Rule } from '../rule.js';

/** In order of id. */
export const a11yRules: readonly Rule[] = [];
