import { complain, type Here } from './checking.js';
import { complaints } from './complaints.js';
import { blockHelpers, isBlockHelper, isQuestion, type Question, questions } from './helpers.js';
import { isScoped, type Known, lookUp } from './scope.js';
import { isGroup, isList } from './shape.js';
import {
  type Arguments,
  argumentsOf,
  type Block,
  type Expression,
  type Literal,
  type Mustache,
  type Path,
  type SubExpression,
} from './tree.js';

export type Call = Mustache | SubExpression | Block;

/** The shape of what stands between braces or parentheses: of a value, or of the answer of a helper. */
export function callShape(here: Here, call: Call): Known {
  const name = helperName(call.path);
  if (isQuestion(name)) return answerShape(here, call, name);
  if (!isBlockHelper(name) && !takesArguments(call)) return nameShape(here, call.path);
  argumentShapes(here, call);
  complain(here, call, isBlockHelper(name) ? complaints.blockAlone(name) : unknownHelper(call));
  return undefined;
}

/** The shapes of all that a call is given, in the order of `argumentsOf`. */
export function argumentShapes(here: Here, call: Arguments): Known[] {
  return argumentsOf(call).map((given) => shapeOf(here, given));
}

export function takesArguments(call: Call): boolean {
  return call.params.length > 0 || call.hash !== undefined || call.type === 'SubExpression';
}

/** The first word of a call, if Handlebars would look for a helper of that name. */
export function helperName(path: Path | Literal): string | undefined {
  if (path.type !== 'PathExpression' || path.data || path.depth > 0 || isScoped(path)) return undefined;
  return path.parts.length === 1 ? path.parts[0] : undefined;
}

/** An expression about as the template writes it, for the words of a complaint. */
export function sourceOf(expression: Expression): string {
  if (expression.type === 'SubExpression') return sourceOfCall(expression);
  if (expression.type === 'StringLiteral') return `"${expression.original}"`;
  return String(expression.original);
}

/** What stands between braces or parentheses; with what it is given, it is put in parentheses. */
export function sourceOfCall(call: Call): string {
  const words = [call.path, ...call.params].map(sourceOf).join(' ');
  return takesArguments(call) ? `(${words})` : words;
}

function shapeOf(here: Here, expression: Expression): Known {
  switch (expression.type) {
    case 'PathExpression':
      return nameShape(here, expression);
    case 'SubExpression':
      return callShape(here, expression);
    case 'StringLiteral':
      return 'text';
    case 'NumberLiteral':
      return 'number';
    case 'BooleanLiteral':
      return 'flag';
    case 'NullLiteral':
    case 'UndefinedLiteral':
      complain(here, expression, complaints.noValue(sourceOf(expression)));
      return undefined;
  }
}

function nameShape(here: Here, path: Path | Literal): Known {
  if (path.type !== 'PathExpression') {
    complain(here, path, complaints.literal());
    return undefined;
  }
  const found = lookUp(path, here);
  if ('shape' in found) return found.shape;
  complain(here, path, found.complaint);
  return undefined;
}

function answerShape(here: Here, call: Call, name: Question): Known {
  const [one, other] = argumentShapes(here, call);
  const count = call.params.length;
  if (call.hash || (name === 'eq' ? count !== 2 : count < 2)) {
    complain(here, call, complaints.questionArguments(name));
    return undefined;
  }
  if (name === 'eq' && one !== undefined && other !== undefined) {
    const isComparable = one === other && one !== 'html' && !isList(one) && !isGroup(one);
    if (!isComparable) complain(here, call, complaints.neverEqual(one, other));
  }
  return 'flag';
}

function unknownHelper(call: Call) {
  const known = call.type === 'BlockStatement' ? blockHelpers : [...blockHelpers, ...Object.keys(questions)];
  return complaints.unknownHelper(sourceOf(call.path), known);
}
