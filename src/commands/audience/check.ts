import { grouped } from '../../model/count.js';
import { exitCode } from '../../model/fault.js';
import { isError } from '../../model/finding.js';
import type { Command } from '../command.js';
import { audienceRequest, peopleWorld, sayFindings } from '../people.js';

export const check: Command = {
  summary: 'Look the source of an audience over.',
  argument: { name: '<audience>', words: 'the id of an audience' },
  options: [{ flags: '--json', words: 'print the result as one JSON object' }],
  examples: [{ line: 'mailout audience check members', words: 'every row that cannot be used, and what to do' }],
  run: async (names, options, context) => {
    const { terminal } = context;
    const world = peopleWorld(context);
    const { checkAudience } = await import('../../flows/check-audience.js');
    const { explanation, findings } = await checkAudience(audienceRequest(names, options), world);
    world.end();
    const failed = findings.some(isError);
    if (options.json) {
      const { rowsRead, recipients } = explanation ?? {};
      terminal.out(`${JSON.stringify({ ok: !failed, rowsRead, recipients, findings }, null, 2)}\n`);
    } else {
      sayFindings(findings, world, context);
      if (explanation && findings.length === 0) {
        terminal.out(`${explanation.title}: nothing to mend, rows read: ${grouped(explanation.rowsRead)}.\n`);
      }
    }
    return failed ? exitCode.findings : exitCode.done;
  },
};
