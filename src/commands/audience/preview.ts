import { exitCode } from '../../model/fault.js';
import { isError } from '../../model/finding.js';
import type { Command } from '../command.js';
import { audienceRequest, peopleWorld, sayFindings } from '../people.js';

export const preview: Command = {
  summary: 'Show how many of an audience are where, as a chart.',
  argument: { name: '<audience>', words: 'the id of an audience' },
  options: [{ flags: '--json', words: 'print the counts as one JSON object' }],
  examples: [{ line: 'mailout audience preview members', words: 'members by nation and language' }],
  run: async (names, options, context) => {
    const { terminal } = context;
    const world = peopleWorld(context);
    const { explainAudience } = await import('../../flows/explain-audience.js');
    const { explanation, findings } = await explainAudience(audienceRequest(names, options), world);
    world.end();
    const failed = findings.some(isError);
    if (options.json) {
      const { title, recipients, facets, fields } = explanation ?? {};
      terminal.out(`${JSON.stringify({ ok: !failed, title, recipients, facets, fields, findings }, null, 2)}\n`);
    } else {
      const { previewReport } = await import('./preview-report.js');
      sayFindings(findings, world, context);
      if (explanation) terminal.out(previewReport(explanation, terminal.onOut));
    }
    return failed ? exitCode.findings : exitCode.done;
  },
};
