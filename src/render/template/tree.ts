/**
 * The tree of a Handlebars template as its parser makes it, without what is not used here. The package's own types
 * leave statements and expressions open, so that no `switch` over them can be checked.
 */

/** Lines count from 1, columns from 0. */
export type Position = { readonly line: number; readonly column: number };

type Node<Type extends string> = {
  readonly type: Type;
  readonly loc: { readonly start: Position; readonly end: Position };
};

export type Path = Node<'PathExpression'> & {
  /** Whether it begins with "@". */
  readonly data: boolean;
  /** How many "../" it begins with. */
  readonly depth: number;
  readonly parts: readonly string[];
  readonly original: string;
};

export type Literal =
  | (Node<'StringLiteral'> & { readonly original: string })
  | (Node<'NumberLiteral'> & { readonly original: number })
  | (Node<'BooleanLiteral'> & { readonly original: boolean })
  | (Node<'UndefinedLiteral'> & { readonly original: undefined })
  | (Node<'NullLiteral'> & { readonly original: null });

/** What follows the first word between braces: values, then "key=value" pairs. */
export type Arguments = {
  readonly params: readonly Expression[];
  readonly hash?: { readonly pairs: readonly { readonly key: string; readonly value: Expression }[] };
};
type Call = Arguments & { readonly path: Path | Literal };

export type SubExpression = Node<'SubExpression'> & Call;
export type Expression = Path | Literal | SubExpression;

/** `blockParams` are the names of "as |a b|". */
export type Program = Node<'Program'> & {
  readonly body: readonly Statement[];
  readonly blockParams?: readonly string[];
};

export type Content = Node<'ContentStatement'>;
export type Mustache = Node<'MustacheStatement'> & Call & { readonly escaped: boolean };
/** A raw block, "{{{{name}}}}", has no flags in `openStrip`. */
export type Block = Node<'BlockStatement'> &
  Call & {
    readonly program?: Program;
    readonly inverse?: Program;
    readonly openStrip: { readonly open?: boolean };
  };
export type PartialCall = Node<'PartialStatement'> & Arguments & { readonly name: Expression };

export type Statement =
  | Content
  | Node<'CommentStatement'>
  | Mustache
  | Block
  | PartialCall
  | (Node<'PartialBlockStatement'> & { readonly program: Program })
  | Node<'Decorator'>
  | (Node<'DecoratorBlock'> & { readonly program: Program });

type AnyNode = Program | Statement | Expression;

/** All nodes of a tree in reading order, each with how deep it is nested. Without recursion, for trees of any depth. */
export function* nodesOf(tree: Program): Generator<{ readonly node: AnyNode; readonly depth: number }> {
  const waiting: { node: AnyNode; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    const depth = next.depth + 1;
    for (const node of childrenOf(next.node).reverse()) waiting.push({ node, depth });
  }
}

function childrenOf(node: AnyNode): AnyNode[] {
  switch (node.type) {
    case 'Program':
      return [...node.body];
    case 'MustacheStatement':
    case 'SubExpression':
      return argumentsOf(node);
    case 'BlockStatement':
      return [...argumentsOf(node), ...programs(node.program, node.inverse)];
    case 'PartialStatement':
      return [node.name, ...argumentsOf(node)];
    case 'PartialBlockStatement':
    case 'DecoratorBlock':
      return [node.program];
    default:
      return [];
  }
}

/** All that a call is given: its values, then those of its pairs. */
export function argumentsOf({ params, hash }: Arguments): Expression[] {
  return [...params, ...(hash?.pairs ?? []).map(({ value }) => value)];
}

function programs(...given: readonly (Program | undefined)[]): Program[] {
  return given.filter((program) => program !== undefined);
}
