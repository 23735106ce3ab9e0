import type { SendResult } from '../../flows/send/send-issue.js';
import { type ExitCode, exitCode } from '../../model/fault.js';
import { runExit } from './run-report.js';

/** What the end of a send is to the shell. */
export function sendExit(result: SendResult): ExitCode {
  switch (result.came) {
    case 'blocked':
    case 'unapproved':
    case 'declined':
      return exitCode.refused;
    case 'ended':
      return result.send.state === 'complete' ? exitCode.done : exitCode.refused;
    case 'run':
      return runExit(result.report);
  }
}

/** What the ledger or a source threw may have anything in it; its words are told where they are known to be clean. */
export function withoutError<Result extends { readonly came: string }>(result: Result | SendResult): object {
  if (result.came !== 'run' || !('report' in result)) return result;
  const { error: _, ...report } = result.report;
  return { ...result, report };
}
