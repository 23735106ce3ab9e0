import type { WorkspaceFacts } from '../../flows/new/workspace-facts.js';
import { exitCode, Fault } from '../../model/fault.js';
import { reportFindings } from '../../terminal/report-findings.js';
import { findWorkspace } from '../../workspace/find.js';
import { readLine } from '../../workspace/read.js';
import type { Context } from '../command.js';

/**
 * The workspace that something is added to.
 *
 * @throws Fault (exit 2) where mailout.yaml cannot be read; what is wrong with it was told.
 */
export async function factsOf({
  folder,
  terminal,
}: Context): Promise<{ readonly root: string; readonly facts: WorkspaceFacts }> {
  const root = findWorkspace(folder);
  const { workspaceFacts } = await import('../../flows/new/workspace-facts.js');
  const { value, findings } = workspaceFacts(root);
  if (value) return { root, facts: value };
  terminal.err(reportFindings(findings, (file, line) => readLine(root, file, line), terminal.onErr));
  throw new Fault({
    code: 'new/no-organisation',
    exit: exitCode.usage,
    words: 'mailout.yaml cannot be read, so it is not known what there is to add to.',
    fix: 'Mend it first.',
    state: 'Nothing was written.',
  });
}
