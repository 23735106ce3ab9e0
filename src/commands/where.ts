import { exitCode } from '../model/fault.js';
import type { Command } from './command.js';
import { peopleWorld, sayFindings } from './people.js';

export const where: Command = {
  summary: 'Show where an item ran, where it runs next, when it closes and what came of it.',
  argument: { name: '<item>', words: 'the id of an item, or its file' },
  options: [{ flags: '--json', words: 'print the result as one JSON object' }],
  examples: [{ line: 'mailout where yemen-aid', words: 'before you promise a partner that it will run' }],
  run: async ([name = ''], options, context) => {
    const { terminal } = context;
    const world = peopleWorld(context);
    const { itemStory } = await import('../flows/items/item-story.js');
    const { value, findings } = await itemStory(name, world);
    world.end();
    if (options.json) {
      terminal.out(`${JSON.stringify({ ok: value !== undefined, ...value, findings }, null, 2)}\n`);
    } else if (value) {
      const { storyReport } = await import('./items/story-report.js');
      terminal.out(storyReport(value, terminal.onOut));
    } else sayFindings(findings, world, context);
    return value ? exitCode.done : exitCode.findings;
  },
};
