import matter from 'gray-matter';
import type { Finding } from '../model/finding.js';
import type { TextFile } from '../model/text-file.js';

/** Checked before anything parses: a YAML document can cost far more time than its size suggests. */
export const frontMatterLimit = 16 * 1024;

export type Cut = {
  /** The YAML between the dashes; its first line is line 1 of the file (empty, the rest of the opening dashes). */
  readonly yaml: string;
  readonly body: string;
  /** Line of the file on which the body begins, from 1. */
  readonly bodyLine: number;
};

/**
 * Cuts a file into front matter and body. gray-matter does the cutting and nothing else: it never sees a file whose
 * first line is more than "---" (that line can name an engine, and one of its engines evaluates JavaScript), its YAML
 * parser is replaced, and passing options turns its cache off.
 */
export function cutFrontMatter(file: TextFile): { readonly cut?: Cut; readonly findings: readonly Finding[] } {
  const text = file.text.startsWith('\uFEFF') ? file.text.slice(1) : file.text;
  const opening = text.slice(0, lineEnd(text, 0)).trimEnd();
  if (!opening.startsWith('---')) return refuse(file, 1, noFrontMatter);
  if (opening !== '---') return refuse(file, 1, notPlainDashes(opening));

  const close = text.indexOf('\n---');
  if (close === -1) return refuse(file, almostClosed(text), neverClosed);
  const closeLine = countLines(text, close + 1) + 1;
  const closing = text.slice(close + 1, lineEnd(text, close + 1)).trimEnd();
  if (closing !== '---') return refuse(file, closeLine, notPlainDashes(closing));
  if (Buffer.byteLength(text.slice(0, close)) > frontMatterLimit) return refuse(file, 1, tooLong);

  const { matter: yaml } = matter(text, { language: 'yaml', engines: { yaml: { parse: () => ({}) } } });
  const bodyStart = Math.min(lineEnd(text, close + 1) + 1, text.length);
  // A line that ends as Windows ends lines has one mark more before the closing dashes, which is no setting.
  return { cut: { yaml: yaml.replace(/\r$/, ''), body: text.slice(bodyStart), bodyLine: closeLine + 1 }, findings: [] };
}

type Refusal = Pick<Finding, 'rule' | 'words' | 'fix'>;

const noFrontMatter: Refusal = {
  rule: 'content/no-front-matter',
  words: 'This file does not begin with front matter.',
  fix: 'Begin it with a line “---”, then the settings (title: …), then another line “---”, then the text.',
};

const neverClosed: Refusal = {
  rule: 'content/front-matter-open',
  words: 'The front matter is never closed.',
  fix: 'Put a line with just “---” between the settings and the text.',
};

const tooLong: Refusal = {
  rule: 'content/front-matter-long',
  words: 'The front matter is longer than 16 KiB.',
  fix: 'Move long texts below the second “---”.',
};

function notPlainDashes(line: string): Refusal {
  return {
    rule: 'content/front-matter-language',
    words: `“${line.slice(0, 40)}” does not open or close front matter: only a line of exactly three dashes does.`,
    fix: 'Front matter is always YAML: remove what follows the dashes.',
  };
}

function refuse(file: TextFile, line: number, refusal: Refusal): { findings: Finding[] } {
  return { findings: [{ ...refusal, severity: 'error', place: { file: file.path, line, column: 1 } }] };
}

/** The line whose end has the closing dashes, when the line break before them is missing; else the first. */
function almostClosed(text: string): number {
  const at = text.search(/\S---[ \t\r]*$/m);
  return at === -1 ? 1 : countLines(text, at) + 1;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

function countLines(text: string, until: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < until; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
