import type { Finding } from '../../model/finding.js';
import type { Place } from '../../model/place.js';
import type { Complaint } from './complaints.js';
import type { Scope } from './scope.js';
import type { Position } from './tree.js';

/** A spot in a file, while it is checked. `calledFrom` is the call that led into the partial. */
export type Here = Scope & { readonly file: string; readonly calledFrom?: Place; readonly findings: Findings };

/** By what makes two findings the same for a reader: the rule, the place and the words. */
export type Findings = Map<string, Finding>;

/** Adds a complaint about a node of the tree, unless it is there already from another call of the same partial. */
export function complain(here: Here, node: { readonly loc: { readonly start: Position } }, complaint: Complaint): void {
  const { rule, words, fix, dependsOnCall } = complaint;
  const { calledFrom } = here;
  const place = placeOfNode(here, node);
  const key = JSON.stringify([rule, place, words]);
  if (here.findings.has(key)) return;
  const call = dependsOnCall && calledFrom ? ` (As called from ${calledFrom.file}:${calledFrom.line}.)` : '';
  here.findings.set(key, { rule, severity: 'error', place, words, fix: fix + call });
}

export function placeOfNode({ file }: Here, { loc }: { readonly loc: { readonly start: Position } }): Place {
  return { file, line: loc.start.line, column: loc.start.column + 1 };
}
