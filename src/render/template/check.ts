import type { Finding } from '../../model/finding.js';
import { enterBlock } from './blocks.js';
import { complain, type Findings, type Here, placeOfNode } from './checking.js';
import { complaints } from './complaints.js';
import { calledPartial, circularCalls } from './cycles.js';
import { argumentShapes, callShape, sourceOfCall } from './expressions.js';
import type { Known } from './scope.js';
import { isGroup, type Shape } from './shape.js';
import type { Mustache, PartialCall, Program, Statement } from './tree.js';

/** A template file with its tree, which one that cannot be read does not have. */
export type ParsedFile = { readonly file: string; readonly tree?: Program };

/** The templates of a design. `entries` are those that are filled in with the whole view; the others are called. */
export type Templates = {
  readonly entries: readonly ParsedFile[];
  readonly partials: ReadonlyMap<string, ParsedFile>;
};

/** `used` are the names of the partials that are called, by whatever way. */
export type Checked = { readonly findings: readonly Finding[]; readonly used: ReadonlySet<string> };

/**
 * Checks that every name in the templates stands for something that the view has, and is used as what it is: so that a
 * slip is a complaint at its place, and not a blank in a newsletter. A partial is checked with each shape of value that
 * it is called with.
 */
export function checkTemplates({ entries, partials }: Templates, root: Shape): Checked {
  const readable = new Map<string, Program>();
  for (const [name, { tree }] of partials) if (tree) readable.set(name, tree);
  const walk: Walk = { partials, circles: circularCalls(readable), checked: new Set(), used: new Set() };
  const findings: Findings = new Map();
  for (const { file, tree } of entries) {
    checkProgram(walk, tree, { file, findings, root, frames: [root], names: new Map(), loops: 0 });
  }
  return { findings: [...findings.values()], used: walk.used };
}

type Walk = {
  readonly partials: Templates['partials'];
  readonly circles: ReadonlyMap<PartialCall, readonly string[]>;
  /** Partials with the scopes that they were checked in. */
  readonly checked: Set<string>;
  readonly used: Set<string>;
};

function checkProgram(walk: Walk, program: Program | undefined, here: Here): void {
  for (const statement of program?.body ?? []) checkStatement(walk, statement, here);
}

function checkStatement(walk: Walk, statement: Statement, here: Here): void {
  switch (statement.type) {
    case 'MustacheStatement':
      checkPrinted(statement, here);
      break;
    case 'BlockStatement': {
      const { main, otherwise } = enterBlock(here, statement);
      checkProgram(walk, statement.program, main);
      checkProgram(walk, statement.inverse, otherwise);
      break;
    }
    case 'PartialStatement':
      checkPartialCall(walk, statement, here);
      break;
    case 'PartialBlockStatement':
      complain(here, statement, complaints.partialBlock());
      break;
    case 'Decorator':
    case 'DecoratorBlock':
      complain(here, statement, complaints.decorator());
      break;
    case 'ContentStatement':
    case 'CommentStatement':
      break;
  }
}

function checkPrinted(mustache: Mustache, here: Here): void {
  const shape = callShape(here, mustache);
  if (shape === undefined || shape === 'number') return;
  const name = sourceOfCall(mustache);
  if (shape === 'html') {
    if (mustache.escaped) complain(here, mustache, complaints.escapedHtml(name));
  } else if (shape === 'text') {
    if (!mustache.escaped) complain(here, mustache, complaints.unescapedText(name));
  } else {
    complain(here, mustache, complaints.notText(name, shape));
  }
}

function checkPartialCall(walk: Walk, call: PartialCall, here: Here): void {
  const value = partialValue(call, here);
  const name = calledPartial(call);
  const circle = walk.circles.get(call);
  const partial = name === undefined ? undefined : walk.partials.get(name);
  if (name !== undefined && partial) walk.used.add(name);

  if (name === undefined) complain(here, call, complaints.dynamicPartial());
  else if (name === '@partial-block') complain(here, call, complaints.partialBlock());
  else if (!partial) complain(here, call, complaints.unknownPartial(name, [...walk.partials.keys()].sort()));
  else if (circle) complain(here, call, complaints.partialCycle(circle));
  else {
    const seen = JSON.stringify([name, value ?? null, here.loops]);
    if (walk.checked.has(seen)) return;
    walk.checked.add(seen);
    const calledFrom = placeOfNode(here, call);
    checkProgram(walk, partial.tree, { ...here, file: partial.file, calledFrom, frames: [value], names: new Map() });
  }
}

/** The shape of what a partial sees: the value it is given or else the current one, with its pairs laid over it. */
function partialValue(call: PartialCall, here: Here): Known {
  if (call.params.length > 1) complain(here, call, complaints.partialArguments());
  const shapes = argumentShapes(here, call);
  const value = call.params.length === 0 ? here.frames[0] : shapes[0];
  const pairs = call.hash?.pairs ?? [];
  if (pairs.length === 0 || value === undefined) return value;
  const merged: Record<string, Shape> = isGroup(value) ? { ...value } : {};
  for (const [index, { key }] of pairs.entries()) {
    const shape = shapes[call.params.length + index];
    if (shape === undefined) return undefined;
    merged[key] = shape;
  }
  return merged;
}
