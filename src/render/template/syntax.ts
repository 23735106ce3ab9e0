import type { TemplateFile } from '../../model/design.js';
import type { Finding } from '../../model/finding.js';
import { lineStarts, offsetOf, placeAt } from './lines.js';
import type { Position } from './tree.js';

/** What Handlebars' parser threw: its message, and the piece of text that it could not place. */
export type ParserComplaint = { readonly message: string; readonly at?: Position };

type Words = {
  readonly words: string;
  readonly fix: string;
  /** The offset where the cause is, if it is not where the parser noticed. */
  readonly cause?: number;
};

/** A parser's complaint in a person's words, at its most probable cause. */
export function syntaxFinding({ file, text }: TemplateFile, complaint: ParserComplaint): Finding {
  const starts = lineStarts(text);
  const noticed = complaint.at ? offsetOf(starts, complaint.at) : 0;
  const { words, fix, cause = noticed } = inWords(text, noticed, complaint.message);
  return { rule: 'template/syntax', severity: 'error', place: placeAt(file, starts, cause), words, fix };
}

function inWords(text: string, at: number, message: string): Words {
  const mismatch = /^(\S+) doesn't match (\S+)/.exec(message);
  if (mismatch) {
    const [, opened, closed] = mismatch;
    return {
      words: `“{{#${opened}}}” opens here, and “{{/${closed}}}” comes where it should close.`,
      fix: `Close what opened last first: “{{/${opened}}}”.`,
      cause: text.lastIndexOf('{{', at),
    };
  }
  if (message.startsWith('Invalid path')) {
    return { words: `“${nameAt(text, at)}” is not a name.`, fix: '“../” and “this” stand only at its beginning.' };
  }
  if (message.startsWith('Lexical error')) return neverEnding(text);

  const [, list = '', got = ''] = /Expecting (.*), got '(\w+)'$/s.exec(message) ?? [];
  const expected = new Set(Array.from(list.matchAll(/'(\w+)'/g), ([, token = '']) => token));
  const awaits = (token: string) => expected.has(token);

  switch (got) {
    case 'EOF':
      return awaits('OPEN_ENDBLOCK') ? openBlock(text) : neverClosed(text, at);
    case 'OPEN_ENDBLOCK':
      return {
        words: `“{{/${nameAt(text, at)}}}” closes nothing: no block is open here.`,
        fix: 'Remove it, or open the block before it.',
      };
    case 'INVERSE':
    case 'OPEN_INVERSE_CHAIN':
      return awaits('OPEN_ENDBLOCK')
        ? {
            words: 'This block has something after its “{{else}}”.',
            fix: 'Make “{{else}}” the last part, after any “{{else if …}}”.',
          }
        : { words: 'This “{{else}}” is in no block.', fix: 'Put it between “{{#if …}}” and “{{/if}}”.' };
    case 'CLOSE_SEXPR':
      return { words: 'There is one “)” too many.', fix: 'Remove it.' };
    case 'CLOSE':
    case 'CLOSE_UNESCAPED':
      return wrongClose(text, at, got, awaits);
  }
  return cannotStand(text, at);
}

function wrongClose(text: string, at: number, got: string, awaits: (token: string) => boolean): Words {
  if (awaits('CLOSE_SEXPR')) {
    return { words: 'A “(” is never closed here.', fix: 'Write “)” after the last word that belongs to it.' };
  }
  if (awaits('CLOSE_UNESCAPED')) {
    return { words: 'Three braces open here, and two close.', fix: 'Write three braces on both sides, or two.' };
  }
  if (got === 'CLOSE_UNESCAPED' && awaits('CLOSE')) {
    return { words: 'Two braces open here, and three close.', fix: 'Write two braces on both sides, or three.' };
  }
  if (awaits('CLOSE_BLOCK_PARAMS')) {
    return { words: 'The names after “as |” are never closed.', fix: 'Write “|” after the last of them.' };
  }
  if (awaits('EQUALS')) {
    const words = 'After “name=value” there can only be more of the same kind.';
    return { words, fix: 'Put the word before it, or give it a value.' };
  }
  if (text[at - 1] === '=') {
    return { words: 'There is no value after this “=”.', fix: 'Write one, in quotes if it is words.', cause: at - 1 };
  }
  const cause = text.lastIndexOf('{{', at - 1);
  return { words: 'A name is missing between these braces.', fix: 'Write one, like “{{title}}”.', cause };
}

/** For a piece of text between braces that no rule of the grammar has a place for. */
function cannotStand(text: string, at: number): Words {
  const end = text.indexOf('}}', at);
  const opening = text.lastIndexOf('{{', at);
  const nextOpening = text.indexOf('{{', at);
  if (text[at] === '}') {
    return { words: 'One brace is missing: “{{” is closed with “}}”.', fix: 'Write two, or three after three.' };
  }
  if (end === -1 || (nextOpening !== -1 && nextOpening < end)) return neverClosed(text, at);
  if (/^[#/>^]/.test(text.slice(at)) && /^\{\{~?\s+$/.test(text.slice(opening, at))) {
    return { words: `There is a space between the braces and “${text[at]}”.`, fix: 'Remove it.' };
  }
  // The parser takes the first sign of “==” for the one of “name=value”.
  const start = text.startsWith('==', at - 1) ? at - 1 : at;
  const operator = /^(?:[=!]=*|&+|\|+|[<>]=?|[+*%-])/.exec(text.slice(start))?.[0];
  if (operator !== undefined) {
    const fix = operatorFix[operator.charAt(0)] ?? 'Remove it: templates do not compute.';
    return { words: `Templates have no “${operator}”.`, fix, cause: start };
  }
  if (/^["']/.test(text.slice(at))) {
    return { words: 'This quotation mark is never closed.', fix: 'Write the same mark after the last word.' };
  }
  return {
    words: `“${nameAt(text, at)}” cannot be read here.`,
    fix: 'Between braces stands a name (“title”), a block (“#if title”) or a partial (“> card”).',
  };
}

const operatorFix: Readonly<Record<string, string>> = {
  '=': 'Write “{{#if (eq kind "event")}}”.',
  '&': 'Write “{{#if (and title summary)}}”.',
  '|': 'Write “{{#if (or title summary)}}”.',
  '!': 'Write “{{#unless title}}”.',
};

/** The file ends inside braces. */
function neverClosed(text: string, at: number): Words {
  const cause = Math.max(text.lastIndexOf('{{', at), 0);
  return { words: 'These braces are never closed.', fix: 'Close them with as many braces.', cause };
}

/** The file ends inside a comment, or inside a block with four braces. */
function neverEnding(text: string): Words {
  const comment = text.lastIndexOf('{{!--');
  if (comment === -1) return neverClosed(text, text.length);
  return { words: 'This comment is never closed.', fix: 'Close it with “--}}”.', cause: comment };
}

const blockEdges = /\\?\{\{~?(?:!--[\s\S]*?--~?\}\}|![\s\S]*?\}\}|#[>*]?\s*([^\s~}]+)|\^\s*([^\s~}]+)|(\/))/g;

/** The file ends inside a block: the one that is still open when all others have found their end. */
function openBlock(text: string): Words {
  const open: { readonly name: string; readonly at: number }[] = [];
  for (const edge of text.matchAll(blockEdges)) {
    if (edge[0].startsWith('\\')) continue;
    const name = edge[1] ?? edge[2];
    if (name !== undefined) open.push({ name, at: edge.index });
    else if (edge[3]) open.pop();
  }
  const last = open.at(-1);
  const name = last?.name ?? 'if';
  return {
    words: `“{{#${name}}}” opens here and is never closed.`,
    fix: `Write “{{/${name}}}” where it ends.`,
    ...(last && { cause: last.at }),
  };
}

/** The word at an offset, without the braces and marks before it. */
function nameAt(text: string, at: number): string {
  return /^[{}~#/>^\s]*([^\s}|)]+)/.exec(text.slice(at, at + 80))?.[1] ?? text.slice(at, at + 1);
}
