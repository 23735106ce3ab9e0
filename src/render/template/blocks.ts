import { complain, type Here } from './checking.js';
import { complaints } from './complaints.js';
import { argumentShapes, callShape, helperName, sourceOf, takesArguments } from './expressions.js';
import { type BlockHelper, isBlockHelper, isQuestion } from './helpers.js';
import type { Known } from './scope.js';
import { isList } from './shape.js';
import type { Block } from './tree.js';

/** The names that each block gives out with “as |…|”. */
const namesGiven = { each: 2, with: 1, if: 0, unless: 0 } as const satisfies Record<BlockHelper, number>;

/** What names stand for in the two parts of a block: the main one, and the one after “else”. */
export function enterBlock(here: Here, block: Block): { readonly main: Here; readonly otherwise: Here } {
  const helper = helperName(block.path);
  const isRaw = block.openStrip.open === undefined;
  if (isRaw || !isBlockHelper(helper)) {
    if (isRaw) complain(here, block, complaints.rawBlock());
    else checkOtherBlock(here, block);
    return { main: lost(here), otherwise: lost(here) };
  }
  checkNames(here, block, helper);
  const value = blockValue(here, block, helper);
  if (helper === 'if' || helper === 'unless') return { main: here, otherwise: here };
  const inside = helper === 'each' ? entryShape(here, block, value) : value;
  const [first, second] = block.program?.blockParams ?? [];
  const names = new Map(here.names);
  if (second !== undefined) names.set(second, 'number');
  if (first !== undefined) names.set(first, inside);
  const loops = here.loops + (helper === 'each' ? 1 : 0);
  return { main: { ...here, frames: [inside, ...here.frames], names, loops }, otherwise: here };
}

/** The shape of the one thing that a block is about. */
function blockValue(here: Here, block: Block, helper: BlockHelper): Known {
  const [value] = argumentShapes(here, block);
  if (block.params.length === 1 && !block.hash) return value;
  const [first] = block.params;
  complain(here, block, complaints.blockArguments(helper, first && sourceOf(first)));
  return undefined;
}

function checkNames(here: Here, block: Block, helper: BlockHelper): void {
  // A block that begins with “{{^” has its part in `inverse`, where there is no value to name.
  const names = block.program?.blockParams ?? [];
  const misplaced = block.program ? [] : (block.inverse?.blockParams ?? []);
  if (names.length > namesGiven[helper] || misplaced.length > 0) complain(here, block, complaints.blockNames(helper));
  for (const name of names) {
    const isTaken = isBlockHelper(name) || isQuestion(name) || name.endsWith('this');
    if (isTaken) complain(here, block, complaints.takenName(name));
  }
}

function entryShape(here: Here, block: Block, value: Known): Known {
  if (value === undefined) return undefined;
  if (isList(value)) return value[0];
  const [list] = block.params;
  complain(here, block, complaints.notAList(list ? sourceOf(list) : '', value));
  return undefined;
}

/** A block whose first word is none of the block helpers. */
function checkOtherBlock(here: Here, block: Block): void {
  const name = helperName(block.path);
  if (isQuestion(name)) {
    argumentShapes(here, block);
    complain(here, block, complaints.questionAsBlock(name));
  } else {
    const shape = callShape(here, block);
    // In Mustache a block can be named after a value; here it has to say what it does with it.
    if (shape !== undefined && !takesArguments(block)) {
      complain(here, block, complaints.bareBlock(sourceOf(block.path), shape));
    }
  }
}

/** Inside of a block that is not understood, where any name may be right. */
function lost(here: Here): Here {
  return { ...here, frames: [undefined, ...here.frames.map(() => undefined)], loops: here.loops + 1 };
}
