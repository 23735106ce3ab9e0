import type { ShownIssue, Workbench } from '../../../model/workbench.js';
import type { Go, Place } from '../place.js';
import type { Pointed } from '../pointed.js';

export type ReaderProps = {
  readonly issue: ShownIssue;
  readonly bench: Workbench;
  readonly place: Place;
  readonly go: Go;
  readonly pointed: Pointed | undefined;
};

export function Reader({ issue }: ReaderProps) {
  return <p>{issue.title}</p>;
}
