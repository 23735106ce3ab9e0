import { join } from 'node:path';
import { type ExitCode, exitCode } from '../../model/fault.js';
import { type Finding, isError } from '../../model/finding.js';
import { reportFindings } from '../../terminal/report-findings.js';
import { readLine } from '../../workspace/read.js';
import type { Context, Options } from '../command.js';

/** What was to be written, and what stands in its way; then nothing was. */
export type Written = { readonly path: string; readonly findings: readonly Finding[] };

/** Tells what was written, has it edited if somebody wants to, and says what to do next. */
export async function finish(
  { path, findings }: Written,
  next: readonly string[],
  options: Options,
  root: string,
  { terminal, variable }: Context,
): Promise<ExitCode> {
  const tell = (all: readonly Finding[]) =>
    terminal.err(reportFindings(all, (file, line) => readLine(root, file, line), terminal.onErr));
  if (findings.some(isError)) {
    if (options.json) terminal.out(`${JSON.stringify({ ok: false, path, findings }, null, 2)}\n`);
    else {
      for (const { words, fix } of findings) terminal.err(`${terminal.onErr.red('Error:')} ${words}\n  ${fix ?? ''}\n`);
      terminal.err('Nothing was written.\n');
    }
    return exitCode.usage;
  }
  if (options.edit === true) {
    const { editInTerminal } = await import('../../desktop/terminal-editor.js');
    await editInTerminal(variable('VISUAL') ?? variable('EDITOR'), join(root, path));
  }
  const { findingsNow } = await import('../../flows/new/add-file.js');
  const now = options.edit === true ? findingsNow(root, path) : [];
  if (options.json) terminal.out(`${JSON.stringify({ ok: !now.some(isError), path, findings: now }, null, 2)}\n`);
  else {
    tell(now);
    terminal.out(`Wrote ${path}\n${next.map((line) => `  ${line}\n`).join('')}`);
  }
  return now.some(isError) ? exitCode.findings : exitCode.done;
}
