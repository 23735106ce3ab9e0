import { github } from './github.js';
import { gitlab } from './gitlab.js';
import { json } from './json.js';
import { junit } from './junit.js';
import type { Reporter } from './report.js';
import { sarif } from './sarif.js';

/** The reporters for programs; words for people are not among them. */
export const reporterNames = ['json', 'github', 'gitlab', 'sarif', 'junit'] as const;
export type ReporterName = (typeof reporterNames)[number];

export const reporters = { json, github, gitlab, sarif, junit } satisfies Record<ReporterName, Reporter>;
