import { exitCode, Fault } from '../model/fault.js';
import type { Command, Commands } from './command.js';

/** @param all every command, this one included */
export function completionOf(all: () => Commands): Command {
  return {
    summary: 'Print what makes your shell complete commands, newsletters, dates and items.',
    argument: {
      name: '[words...]',
      words: 'bash, zsh, fish or powershell',
      completes: ['bash', 'zsh', 'fish', 'powershell'],
    },
    options: [
      { flags: '--words', words: 'for the shell: print what completes the last of these words' },
      { flags: '--next', words: 'for the shell: complete a word that is not begun yet' },
    ],
    examples: [
      { line: 'mailout completion bash >> ~/.bashrc', words: 'once; then type mailout build and press Tab' },
      { line: 'mailout completion powershell >> $PROFILE', words: 'the same on Windows' },
    ],
    run: async (names, options, context) => {
      const { terminal } = context;
      if (options.words === true) {
        const { complete } = await import('./completion/complete.js');
        terminal.out(await complete(options.next === true ? [...names, ''] : names, all(), context));
        return exitCode.done;
      }
      const { scripts } = await import('./completion/scripts.js');
      const script = Object.entries(scripts).find(([shell]) => shell === names[0])?.[1];
      if (script === undefined) {
        throw new Fault({
          code: 'completion/no-shell',
          exit: exitCode.usage,
          words: names.length === 0 ? 'Say which shell you use.' : `There is nothing for “${names[0]}”.`,
          fix: `There is for: ${Object.keys(scripts).join(', ')}.`,
        });
      }
      terminal.out(script);
      return exitCode.done;
    },
  };
}
