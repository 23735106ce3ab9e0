import type { Rule } from '../rule.js';
import { fallback } from './merge/fallback.js';
import { inStyle } from './merge/in-style.js';
import { inUrl } from './merge/in-url.js';
import { leftOver } from './merge/left-over.js';
import { leftOverInDesign } from './merge/left-over-in-design.js';
import { plainParity } from './merge/plain-parity.js';
import { specialCategory } from './merge/special-category.js';

/** In order of id. */
export const mergeRules: readonly Rule[] = [
  fallback,
  inStyle,
  inUrl,
  leftOver,
  leftOverInDesign,
  plainParity,
  specialCategory,
];
