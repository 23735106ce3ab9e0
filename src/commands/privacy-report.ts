import { exitCode } from '../model/fault.js';
import type { Command } from './command.js';
import { peopleWorld, sayFindings } from './people.js';

export const privacyReport: Command = {
  summary: 'Say what is held about people, where, for how long, and what goes to SendGrid.',
  options: [{ flags: '--json', words: 'print the facts as one JSON object' }],
  examples: [{ line: 'mailout privacy-report > privacy.md', words: 'for your data protection officer' }],
  run: async (_names, options, context) => {
    const { terminal } = context;
    const world = peopleWorld(context);
    const { privacyReport: gather } = await import('../flows/privacy-report.js');
    const { report, findings } = await gather(world);
    world.end();
    const isWhole = report !== undefined && report.database.state !== 'unknown';
    if (options.json) terminal.out(`${JSON.stringify({ ok: isWhole, ...report, findings }, null, 2)}\n`);
    else if (report) {
      const { privacyMarkdown } = await import('./privacy-markdown.js');
      terminal.out(privacyMarkdown(report));
    } else sayFindings(findings, world, context);
    if (!report) return exitCode.findings;
    return isWhole ? exitCode.done : exitCode.incomplete;
  },
};
