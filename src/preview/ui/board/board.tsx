import type { Workbench } from '../../../model/workbench.js';
import type { Act } from '../acting.js';
import type { Go } from '../place.js';

export function Board({ bench }: { bench: Workbench; go: Go; act: Act }) {
  return <p>{bench.issues.length}</p>;
}
