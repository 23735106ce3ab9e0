import type { Severity } from './finding.js';
import type { DateText } from './time.js';

/** That an editor stands by something that a rule complains of, why, and how long that may go unasked. */
export type Allowance = { readonly rule: string; readonly because: string; readonly until: DateText };

export const ruleLevels = ['off', 'info', 'warning', 'error'] as const satisfies readonly (Severity | 'off')[];
export type RuleLevel = (typeof ruleLevels)[number];

/** How severe rules are, by id, where it is not as usual. */
export type RuleLevels = Readonly<Record<string, RuleLevel>>;
