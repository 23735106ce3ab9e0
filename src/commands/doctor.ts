import type { Examined } from '../flows/doctor.js';
import { exitCode } from '../model/fault.js';
import type { Colours } from '../terminal/terminal.js';
import type { Command } from './command.js';
import { peopleWorld } from './people.js';

export const doctor: Command = {
  summary: 'Look whether everything is in order before people are written to.',
  options: [{ flags: '--json', words: 'print the result as one JSON object' }],
  examples: [{ line: 'mailout doctor', words: 'what is in order, what is not, and what to do' }],
  run: async (_names, options, context) => {
    const { terminal } = context;
    const world = peopleWorld(context);
    const { examine } = await import('../flows/doctor.js');
    const checks = await examine(world);
    world.end();
    const failed = checks.some(({ state }) => state === 'bad');
    terminal.out(
      options.json ? `${JSON.stringify({ ok: !failed, checks }, null, 2)}\n` : report(checks, terminal.onOut),
    );
    return failed ? exitCode.findings : exitCode.done;
  },
};

const width = 'warning'.length;

/** One line a check, and below it what to do. */
function report(checks: readonly Examined[], colours: Colours): string {
  const marks = { good: colours.green, warning: colours.yellow, bad: colours.red };
  const lines = checks.flatMap(({ state, words, fix }) => [
    `${marks[state](state)}${' '.repeat(width - state.length)}  ${words}`,
    ...(fix === undefined ? [] : [`${' '.repeat(width)}  ${colours.cyan(fix)}`]),
  ]);
  return `${lines.join('\n')}\n\n${colours.bold(verdict(checks))}\n`;
}

function verdict(checks: readonly Examined[]): string {
  const count = (state: Examined['state']) => checks.filter((one) => one.state === state).length;
  const [wrong, warnings] = [count('bad'), count('warning')];
  if (wrong > 0) return `${wrong === 1 ? '1 thing is' : `${wrong} things are`} in the way of writing to people.`;
  if (warnings > 0)
    return `Nothing is in the way. ${warnings === 1 ? '1 thing is' : `${warnings} things are`} worth a thought.`;
  return 'Everything is in order.';
}
