import { exitCode } from '../model/fault.js';
import { findWorkspace } from '../workspace/find.js';
import type { Command } from './command.js';

export const schema: Command = {
  summary: 'Write the JSON Schemas by which your editor completes and checks our files.',
  options: [],
  examples: [{ line: 'mailout schema', words: 'write them to .mailout/schemas/' }],
  run: async (_names, _options, { folder, terminal }) => {
    const { writeSchemas } = await import('../flows/write-schemas.js');
    const written = writeSchemas(findWorkspace(folder));
    terminal.out(`${written.join('\n')}\n`);
    return exitCode.done;
  },
};
