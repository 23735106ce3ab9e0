import { grouped } from '../../model/count.js';
import { exitCode, Fault } from '../../model/fault.js';
import { suggestion } from '../../model/suggest.js';
import { type SuppressionReason, suppressionReasons } from '../../model/suppression.js';
import { type Command, type Options, textOption } from '../command.js';
import { peopleWorld } from '../people.js';

export const importFile: Command = {
  summary: 'Add the people in a CSV file to those who must not be written to.',
  argument: { name: '<file>', words: 'the export of another program, or of mailout suppressions export' },
  options: [
    { flags: '--column <name>', words: 'the column that has the addresses, “address” if not given' },
    { flags: '--reason <reason>', words: `of rows that have none: ${suppressionReasons.join(', ')}` },
    { flags: '--json', words: 'print the result as one JSON object' },
  ],
  examples: [
    {
      line: 'mailout suppressions import unsubscribed.csv --column Email --reason unsubscribed',
      words: 'what another provider knows',
    },
  ],
  run: async ([file = ''], options, context) => {
    const { terminal, folder } = context;
    const world = peopleWorld(context);
    const { importSuppressions } = await import('../../flows/suppression-files.js');
    const column = textOption(options, 'column') ?? 'address';
    const imported = await importSuppressions({ file, folder, column, reason: reasonOption(options) }, world);
    const { rowsRead, added, known, unused } = imported;
    if (options.json) terminal.out(`${JSON.stringify({ ok: unused.length === 0, ...imported }, null, 2)}\n`);
    else {
      for (const { row, words, fix } of unused.slice(0, mostRowsShown)) terminal.err(`Row ${row}: ${words} ${fix}\n`);
      if (unused.length > mostRowsShown) terminal.err(`… and ${grouped(unused.length - mostRowsShown)} more rows.\n`);
      terminal.out(
        `${grouped(rowsRead)} rows: ${grouped(added)} added, ${grouped(known)} known before, ${grouped(unused.length)} of no use.\n`,
      );
    }
    return unused.length > 0 ? exitCode.findings : exitCode.done;
  },
};

const mostRowsShown = 40;

function reasonOption(options: Options): SuppressionReason {
  const typed = textOption(options, 'reason');
  if (typed === undefined) return 'by-hand';
  const reason = suppressionReasons.find((one) => one === typed);
  if (reason) return reason;
  throw new Fault({
    code: 'suppressions/bad-reason',
    exit: exitCode.usage,
    words: `“${typed}” is no reason.`,
    fix: suggestion(typed, suppressionReasons),
  });
}
