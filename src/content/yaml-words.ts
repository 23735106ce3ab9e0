import type { ErrorCode } from 'yaml';
import type { Finding } from '../model/finding.js';
import type { Place } from '../model/place.js';

export type YamlComplaint = { readonly words: string; readonly fix: string };

/** The finding for a complaint of the YAML parser, at the line that most probably caused it. */
export function yamlFinding(code: ErrorCode, text: string, reported: Place): Finding {
  const lines = text.split('\n');
  const line = probableLine(lines, reported.line);
  const column = line === reported.line ? reported.column : firstColumn(lines[line - 1] ?? '');
  const complaint = wordsFor(code, lines[line - 1] ?? '');
  return { rule: 'content/yaml', severity: 'error', place: { ...reported, line, column }, ...complaint };
}

/**
 * The parser notices an open quote, an open bracket or a wrong indent on a later line than the one that has it: look
 * back for the nearest such line. A line that has left its block it notices on the empty line before that.
 */
function probableLine(lines: readonly string[], noticed: number): number {
  const reported = lineWithText(lines, noticed);
  for (let line = 1; line <= reported; line += 1) {
    const text = withoutComment(lines[line - 1] ?? '');
    if (isUnclosed(text)) return line;
  }
  const before = previousLine(lines, reported);
  const here = indentOf(lines[reported - 1] ?? '');
  const above = indentOf(lines[before - 1] ?? '');
  return above % 2 === 1 && here % 2 === 0 ? before : reported;
}

/** The line itself or the next one that is not empty. */
function lineWithText(lines: readonly string[], line: number): number {
  const more = lines.slice(line - 1).findIndex((text) => text.trim() !== '');
  return more === -1 ? line : line + more;
}

function previousLine(lines: readonly string[], line: number): number {
  let before = line - 1;
  while (before > 1 && withoutComment(lines[before - 1] ?? '').trim() === '') before -= 1;
  return Math.max(before, 1);
}

/** Only a value that begins with a quote or bracket can be left open; others are plain words. */
function isUnclosed(line: string): boolean {
  const value = line.replace(/^\s*(- +)?([\w-]+:\s+)?/, '').trim();
  const first = value[0];
  if (first === '"') return value.length < 2 || (value.match(/(?<!\\)"/g)?.length ?? 0) % 2 === 1;
  if (first === "'") return (value.match(/'/g)?.length ?? 0) % 2 === 1;
  if (first === '[') return count(value, '[') > count(value, ']');
  if (first === '{') return count(value, '{') > count(value, '}');
  return false;
}

function wordsFor(code: ErrorCode, line: string): YamlComplaint {
  const value = line.replace(/^\s*(- +)?([\w-]+:\s+)?/, '').trim();
  if (code === 'DUPLICATE_KEY') {
    return { words: 'This setting is here twice.', fix: 'Keep one of the two.' };
  }
  if (code === 'TAB_AS_INDENT' || line.startsWith('\t')) {
    return { words: 'This line is indented with a tab.', fix: 'Indent with spaces.' };
  }
  if (isUnclosed(withoutComment(line))) {
    return {
      words: `The ${bracketName(value[0])} that opens here is never closed.`,
      fix: 'Close it at the end of the value.',
    };
  }
  if (/^\s*(- +)?[\w-]+:\S/.test(line) && !/^\s*(- +)?\w+:\/\//.test(line)) {
    return { words: 'There is no space after the colon.', fix: 'Write “name: value”, with a space.' };
  }
  if (!line.includes(':') && !line.trim().startsWith('-')) {
    return {
      words: 'This line has no colon, so it is not a setting.',
      fix: 'Write “name: value”, or indent it like the text above if it belongs to that.',
    };
  }
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && /:\s.*:\s/.test(line)) {
    return {
      words: 'There is a second “: ” in this line.',
      fix: 'Put the value in quotes ("…") if the colon belongs to it, or else begin a new line.',
    };
  }
  if (code === 'BAD_INDENT' || code === 'MULTILINE_IMPLICIT_KEY' || code === 'BLOCK_AS_IMPLICIT_KEY') {
    return {
      words: 'This line is not where it belongs: its indent does not fit the lines around it.',
      fix: 'Indent it like its neighbours, two spaces a level.',
    };
  }
  if (code === 'TAG_RESOLVE_FAILED') {
    return { words: 'A tag (!name) is not read here.', fix: 'Remove it, or put the value in quotes.' };
  }
  return {
    words: 'This line cannot be read as a setting.',
    fix: 'Look for a missing colon, quote, bracket or indent here or in the line above.',
  };
}

function bracketName(first: string | undefined): string {
  if (first === '[') return 'square bracket';
  return first === '{' ? 'curly bracket' : 'quotation mark';
}

function withoutComment(line: string): string {
  return line.trimStart().startsWith('#') ? '' : line;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function firstColumn(line: string): number {
  return indentOf(line) + 1;
}

function count(text: string, letter: string): number {
  return text.split(letter).length - 1;
}
