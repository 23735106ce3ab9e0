import type { ReadEdition, ShownIssue, ShownPersona } from '../../model/workbench.js';

/** One edition as one persona reads it, or as it is written. */
export type Reading = {
  readonly issue: ShownIssue;
  readonly editionId: string;
  readonly readers: string;
  readonly persona?: ShownPersona;
  readonly read: ReadEdition;
};
