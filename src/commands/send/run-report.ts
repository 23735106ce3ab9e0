import type { Send } from '../../database/sends.js';
import type { Report } from '../../delivery/engine.js';
import { stopWords } from '../../delivery/stops.js';
import type { Sums } from '../../delivery/sums.js';
import { grouped } from '../../model/count.js';
import { type ExitCode, exitCode, Fault } from '../../model/fault.js';
import { type Cell, table } from '../../terminal/table.js';
import type { Colours } from '../../terminal/terminal.js';

/** How a run ended, in words, and what to do next. */
export function runReport(send: Send, report: Report, colours: Colours): string {
  const { ending, sums, unrecorded } = report;
  const lines = [endingWords(send, report, colours)];
  if (sums) lines.push(sumsReport(sums));
  if (unrecorded.length > 0) {
    lines.push(
      `${colours.red('The ledger could not write down what came of these, so write it down yourself:')}\n`,
      ...unrecorded.map(({ batch, attempt, outcome }) => `  batch ${batch}, attempt ${attempt}: ${outcome.outcome}\n`),
    );
  }
  const next = nextStep(send, report);
  if (next && ending !== 'stopped') lines.push(`${colours.cyan(next)}\n`);
  return lines.join('');
}

/** What a run that ended like this is to the shell. */
export function runExit({ ending, stop, error }: Report): ExitCode {
  if (ending === 'complete' || ending === 'already-complete') return exitCode.done;
  if (ending === 'drained' || ending === 'halted') return exitCode.interrupted;
  if (stop === undefined) return exitCode.incomplete;
  return error instanceof Fault ? error.details.exit : stopWords[stop].exit;
}

/** What became of everybody, a line each, without what came to nothing. */
export function sumsReport(sums: Sums): string {
  const rows: readonly (readonly [keyof Sums, string])[] = [
    ['accepted', 'accepted'],
    ['excluded', 'left out since the roster was frozen'],
    ['rejected', 'rejected'],
    ['unknown', 'unknown whether they get it'],
    ['inFlight', 'under way'],
    ['left', 'still to come'],
  ];
  return table(
    rows
      .filter(([name]) => sums[name] > 0)
      .map(([name, words]): Cell[] => [{ text: '  ' }, { text: grouped(sums[name]), align: 'right' }, { text: words }]),
  );
}

function endingWords({ id, publication, date }: Send, { ending, stop, error }: Report, colours: Colours): string {
  const what = `${publication}, ${date}`;
  switch (ending) {
    case 'complete':
      return `${colours.green('Complete.')} ${what}: everybody is accounted for. Send ${id}.\n`;
    case 'already-complete':
      return `${what} is complete since before. Nothing was done.\n`;
    case 'unknown-left':
      return `${colours.yellow('Incomplete.')} ${what}: of some it is unknown whether they get it. Nothing is sent to them again by itself. Send ${id}.\n`;
    case 'drained':
    case 'halted':
      return `${colours.yellow('Interrupted.')} ${what}: send ${id} can go on.\n`;
    case 'stopped': {
      if (stop === undefined) return '';
      const { words, fix } = error instanceof Fault ? error.details : stopWords[stop];
      return `${colours.red(colours.bold('Stopped:'))} ${words}\n${fix === undefined ? '' : `  ${fix}\n`}`;
    }
  }
}

function nextStep({ id, publication, date }: Send, { ending }: Report): string | undefined {
  if (ending === 'unknown-left') return `See which, and what to do about them: mailout status ${id}`;
  if (ending === 'drained' || ending === 'halted') return `Go on: mailout send ${publication} --date ${date}`;
  return undefined;
}
