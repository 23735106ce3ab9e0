import { join, relative, resolve } from 'node:path';
import type { Exported } from '../../flows/preview/export-preview.js';
import { type ExitCode, exitCode } from '../../model/fault.js';
import type { ShownFinding } from '../../model/workbench.js';
import { findWorkspace } from '../../workspace/find.js';
import { type Context, dateOption, type Options, textOption } from '../command.js';
import { addSummary } from '../summary.js';

/** Writes the preview as a folder to share, and says where it is and what is in it. */
export async function exportIssues(options: Options, context: Context): Promise<ExitCode> {
  const { terminal, now } = context;
  const root = findWorkspace(context.folder);
  const folder = textOption(options, 'export');
  const date = dateOption(options);
  const target = folder === undefined ? join(root, 'out/preview') : resolve(context.folder, folder);
  const { exportPreview } = await import('../../flows/preview/export-preview.js');
  const exported = await exportPreview({ folder: target, ...(date !== undefined && { date }) }, { root, now });
  const errors = errorsOf(exported);
  const where = relative(context.folder, join(target, 'index.html'));
  terminal.out(`${report(exported, where)}\n`);
  await addSummary(options, context, async () => {
    const { previewSummary } = await import('./preview-summary.js');
    return previewSummary(exported.state, relative(context.folder, target));
  });
  if (errors.length === 0) return exitCode.done;
  terminal.err(
    `${terminal.onErr.red(`${errors.length} ${errors.length === 1 ? 'error is' : 'errors are'} in it.`)} “mailout check” shows where.\n`,
  );
  return exitCode.findings;
}

function errorsOf({ state }: Exported): readonly ShownFinding[] {
  return [...state.findings, ...state.issues.flatMap(({ findings }) => findings)].filter(
    ({ severity }) => severity === 'error',
  );
}

function report({ state, files }: Exported, where: string): string {
  const lines = state.issues.map(
    ({ title, label, editions }) =>
      `  ${title}, ${label}: ${editions.length === 1 ? 'one edition' : `${editions.length} editions`}`,
  );
  return [...lines, `${files} files. Open ${where}, or share the folder it is in.`].join('\n');
}
