import { type ExitCode, exitCode, Fault } from '../model/fault.js';
import { suggestion } from '../model/suggest.js';
import type { Command, Context, Options } from './command.js';
import { explanation, listOfRules } from './explain-report.js';

export const explain: Command = {
  summary: 'Tell why a rule of “mailout check” is there, and what to write instead.',
  argument: { name: '[rule]', words: 'the name of a rule, as a finding has it; all of them if none is named' },
  options: [{ flags: '--json', words: 'print the result as one JSON object' }],
  examples: [
    { line: 'mailout explain link/text-generic', words: 'about one rule' },
    { line: 'mailout explain', words: 'all rules, with what holds where they are kept' },
  ],
  run: runExplain,
};

async function runExplain([name]: readonly string[], options: Options, { terminal }: Context): Promise<ExitCode> {
  const { allRules } = await import('../check/all-rules.js');
  const known = allRules.map(({ id, severity, title }) => ({ id, severity, title }));
  if (name === undefined) {
    terminal.out(options.json ? `${JSON.stringify({ rules: known }, null, 2)}\n` : listOfRules(known, terminal.onOut));
    return exitCode.done;
  }
  const rule = allRules.find(({ id }) => id === name);
  if (!rule) {
    throw new Fault({
      code: 'explain/unknown-rule',
      exit: exitCode.usage,
      words: `There is no rule called “${name}”.`,
      fix: meant(
        name,
        allRules.map(({ id }) => id),
      ),
    });
  }
  const { id, severity, title, why, origins, bad, good } = rule;
  const told = { id, severity, title, why, origins, bad, good };
  terminal.out(options.json ? `${JSON.stringify(told, null, 2)}\n` : explanation(told, terminal.onOut));
  return exitCode.done;
}

/** A list of all rules is for whoever asks for it. */
function meant(name: string, known: readonly string[]): string {
  const words = suggestion(name, known);
  return words.startsWith('Did you mean') ? words : '“mailout explain” lists them all.';
}
