import type { Rule } from './rule.js';
import { a11yRules } from './rules/a11y.js';
import { compatRules } from './rules/compat.js';
import { contentRules } from './rules/content.js';
import { deliverRules } from './rules/deliver.js';
import { imageRules } from './rules/image.js';
import { legalRules } from './rules/legal.js';
import { linkRules } from './rules/link.js';
import { mergeRules } from './rules/merge.js';
import { proseRules } from './rules/prose.js';
import { schedRules } from './rules/sched.js';
import { sizeRules } from './rules/size.js';

/** Every rule there is, by family and in order of id. */
export const rules: readonly Rule[] = [
  ...a11yRules,
  ...compatRules,
  ...contentRules,
  ...deliverRules,
  ...imageRules,
  ...legalRules,
  ...linkRules,
  ...mergeRules,
  ...proseRules,
  ...schedRules,
  ...sizeRules,
];
