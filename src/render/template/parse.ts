import Handlebars from 'handlebars';
import type { TemplateFile } from '../../model/design.js';
import type { Finding } from '../../model/finding.js';
import { lineStarts, offsetOf, placeAt } from './lines.js';
import { type ParserComplaint, syntaxFinding } from './syntax.js';
import { nodesOf, type Position, type Program } from './tree.js';

/** How deep a tree can be, at two levels a block: enough for any template, and far from where a stack overflows. */
const nestingLimit = 200;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are looked for.
const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

/** A template's tree, or what keeps it from being read. Handlebars stops at the first fault, so that is one finding. */
export function parseTemplate(template: TemplateFile): {
  readonly tree?: Program;
  readonly findings: readonly Finding[];
} {
  const { file, text } = template;
  const starts = lineStarts(text);
  const stray = text.search(control);
  if (stray !== -1) {
    return refused({
      rule: 'template/control-character',
      severity: 'error',
      place: placeAt(file, starts, stray),
      words: 'There is an invisible control character here, probably from a paste.',
      fix: 'Delete it: retype what stands around it.',
    });
  }

  let tree: Program;
  try {
    // White space is not looked at here; what is left out of the tree is what the trees of this folder leave out.
    tree = Handlebars.parseWithoutProcessing(text) as unknown as Program;
  } catch (fault) {
    return refused(syntaxFinding(template, complaintOf(fault)));
  }

  for (const { node, depth } of nodesOf(tree)) {
    if (depth <= nestingLimit) continue;
    return refused({
      rule: 'template/too-deep',
      severity: 'error',
      place: placeAt(file, starts, offsetOf(starts, node.loc.start)),
      words: 'Blocks are nested too deeply here.',
      fix: 'Put a part of them into a partial.',
    });
  }
  return { tree, findings: [] };
}

function refused(finding: Finding) {
  return { findings: [finding] };
}

function complaintOf(fault: unknown): ParserComplaint {
  const message = fault instanceof Error ? fault.message : String(fault);
  const at = positionIn(fault) ?? whereTheParserStopped();
  return at ? { message, at } : { message };
}

/** Where the fault of a block or name is, which Handlebars attaches to the exception. */
function positionIn(fault: unknown): Position | undefined {
  const { lineNumber: line, column } = fault as { lineNumber?: unknown; column?: unknown };
  return typeof line === 'number' && typeof column === 'number' ? { line, column } : undefined;
}

/**
 * The message of a syntax fault names a line, not always the right one, and no column. The parser, of which Handlebars
 * has only one, still knows which piece of the text it could not place.
 */
function whereTheParserStopped(): Position | undefined {
  const { Parser } = Handlebars as unknown as {
    readonly Parser?: {
      readonly lexer?: { readonly yylloc?: { readonly first_line: number; readonly first_column: number } };
    };
  };
  const piece = Parser?.lexer?.yylloc;
  return piece && { line: piece.first_line, column: piece.first_column };
}
