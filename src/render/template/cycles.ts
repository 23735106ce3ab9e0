import { nodesOf, type PartialCall, type Program } from './tree.js';

/** The name of a partial that a call names, or undefined if it is to be worked out when the template is filled in. */
export function calledPartial({ name }: PartialCall): string | undefined {
  return name.type === 'SubExpression' ? undefined : String(name.original);
}

/** The calls that close a circle of partials, each with the circle: ["card", "list", "card"]. */
export function circularCalls(partials: ReadonlyMap<string, Program>): ReadonlyMap<PartialCall, readonly string[]> {
  const circles = new Map<PartialCall, readonly string[]>();
  const done = new Set<string>();

  const visit = (name: string, chain: readonly string[]) => {
    const tree = partials.get(name);
    if (!tree || done.has(name)) return;
    for (const { node } of nodesOf(tree)) {
      const called = node.type === 'PartialStatement' ? calledPartial(node) : undefined;
      if (node.type !== 'PartialStatement' || called === undefined) continue;
      const start = chain.indexOf(called);
      if (start === -1) visit(called, [...chain, called]);
      else circles.set(node, [...chain.slice(start), called]);
    }
    done.add(name);
  };
  for (const name of [...partials.keys()].sort()) visit(name, [name]);
  return circles;
}
