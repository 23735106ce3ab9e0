import { grouped } from '../../model/count.js';
import { exitCode } from '../../model/fault.js';
import { isError } from '../../model/finding.js';
import type { Command } from '../command.js';
import { audienceRequest, issueOptions, peopleWorld, sayFindings } from '../people.js';
import { refusalReport } from './refusal-report.js';

export const freeze: Command = {
  summary: 'Write down who gets the next issue, so that it does not change any more.',
  argument: { name: '<audience>', words: 'the id of an audience' },
  options: [
    ...issueOptions,
    { flags: '--again', words: 'once more for an issue that has a roster already' },
    { flags: '--json', words: 'print the result as one JSON object' },
  ],
  examples: [{ line: 'mailout audience freeze members --publication global-matters', words: 'its next issue' }],
  run: async (names, options, context) => {
    const { terminal } = context;
    const world = peopleWorld(context);
    const { freezeAudience } = await import('../../flows/freeze-audience.js');
    const again = options.again === true;
    const { frozen, findings } = await freezeAudience({ ...audienceRequest(names, options), again }, world);
    world.end();
    const failed = !frozen || findings.some(isError);
    const { roster, isNew = false, refusals = [] } = frozen ?? {};
    if (options.json) {
      const result = { ok: !failed && refusals.length === 0, isNew, roster, refusals, findings };
      terminal.out(`${JSON.stringify(result, null, 2)}\n`);
    } else {
      sayFindings(findings, world, context);
      if (refusals.length > 0) terminal.err(refusalReport('Nobody was written down', refusals, terminal.onErr));
      if (roster) {
        const { publication, date, id, sums } = roster;
        const what = isNew ? 'are written down' : 'were written down before';
        terminal.out(`${publication}, ${date}: ${grouped(sums.recipients)} recipients ${what}, roster ${id}.\n`);
      }
    }
    if (refusals.length > 0) return exitCode.refused;
    return failed ? exitCode.findings : exitCode.done;
  },
};
