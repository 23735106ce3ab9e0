import { type Complaint, complaints } from './complaints.js';
import { isGroup, isList, type Shape } from './shape.js';
import type { Path } from './tree.js';

/** What is known of a value: nothing after a complaint about it, so that one slip does not cause a dozen findings. */
export type Known = Shape | undefined;

/** What the names at one spot of a template stand for. */
export type Scope = {
  /** What the whole design is given: “@root”. */
  readonly root: Shape;
  /** The value that names are looked up in, and after it those that “../” reaches. A partial begins with one. */
  readonly frames: readonly [Known, ...Known[]];
  /** The names given by “as |name|”. */
  readonly names: ReadonlyMap<string, Known>;
  /** How many “each” blocks are around, in callers too: they give “@index”, “@first” and “@last”. */
  readonly loops: number;
};

export type LookUp = { readonly shape: Known } | { readonly complaint: Complaint };

const loopVariables: Readonly<Record<string, Shape>> = { index: 'number', first: 'flag', last: 'flag' };

/** What a path stands for in a scope, by the rules that Handlebars follows when it fills in the template. */
export function lookUp(path: Path, scope: Scope): LookUp {
  const { parts, depth, original } = path;
  if (path.data) return lookUpData(path, scope);
  if (depth > 0) {
    const above = scope.frames.slice(1, depth + 1);
    if (above.length < depth) {
      return { complaint: complaints.nothingAbove(original, fromRoot(scope, parts[0])) };
    }
    if (above.some((outer, index) => mayBeOneValue(scope.frames[index], outer))) {
      return { complaint: complaints.doubtfulParent(original) };
    }
    return follow(above.at(-1), parts);
  }
  const [first] = parts;
  if (first !== undefined && scope.names.has(first) && !isScoped(path)) {
    return follow(scope.names.get(first), parts.slice(1));
  }
  return follow(scope.frames[0], parts, scope);
}

/** Handlebars takes a path as one from the current value, not from a block's names, if its text matches this. */
export function isScoped({ original }: Path): boolean {
  return /^\.|this\b/.test(original);
}

function lookUpData({ parts, depth, original }: Path, scope: Scope): LookUp {
  const [first = '', ...rest] = parts;
  if (first === 'root' && depth === 0) return follow(scope.root, rest);
  const variable = Object.hasOwn(loopVariables, first) ? loopVariables[first] : undefined;
  if (variable === undefined) {
    return { complaint: complaints.unknownData(original, ['@root', '@index', '@first', '@last']) };
  }
  return depth < scope.loops ? follow(variable, rest) : { complaint: complaints.outsideEach(original) };
}

/** With a scope, a field that is missing is also looked for further out. */
function follow(from: Known, parts: readonly string[], scope?: Scope): LookUp {
  let shape = from;
  for (const [index, part] of parts.entries()) {
    if (shape === undefined) return { shape };
    if (isGroup(shape)) {
      if (!Object.hasOwn(shape, part)) {
        const outward = scope && index === 0 ? furtherOut(scope, part) : undefined;
        return { complaint: complaints.unknownField(part, Object.keys(shape), outward) };
      }
      shape = shape[part];
    } else if (isList(shape) && part === 'length') {
      shape = 'number';
    } else {
      return { complaint: complaints.noSuchPart(part, shape) };
    }
  }
  return { shape };
}

/** How to name a field that the current value does not have, and one around it does. */
function furtherOut(scope: Scope, name: string): string | undefined {
  const [, above] = scope.frames;
  return has(above, name) ? `../${name}` : fromRoot(scope, name);
}

function fromRoot({ root }: Scope, name: string | undefined): string | undefined {
  return name !== undefined && has(root, name) ? `@root.${name}` : undefined;
}

function has(shape: Known, name: string): boolean {
  return shape !== undefined && isGroup(shape) && Object.hasOwn(shape, name);
}

/**
 * Handlebars adds a step for “../” only if a block's value differs (by "!=") from the value around it. One value can be
 * reached by two ways, texts can be equal by chance (the country and the kicker above a title), and a list of one text
 * counts as equal to that text.
 */
function mayBeOneValue(inner: Known, outer: Known): boolean {
  if (inner === undefined || outer === undefined) return false;
  return inner === outer || !(isGroup(inner) || isGroup(outer));
}
