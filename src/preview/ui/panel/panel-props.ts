import type { ShownIssue, Workbench } from '../../../model/workbench.js';
import type { Act } from '../acting.js';
import type { Go, Place } from '../place.js';

export type PanelProps = {
  readonly issue: ShownIssue;
  readonly bench: Workbench;
  readonly place: Place;
  readonly go: Go;
  readonly act: Act;
  /** Shows an item in the email. */
  readonly point: (item: string) => void;
};
