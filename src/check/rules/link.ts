import type { Rule } from '../rule.js';
import { https } from './link/https.js';

/** In order of id. */
export const linkRules: readonly Rule[] = [https];
