import { Command as Program } from 'commander';
import type { Command, CommandGroup, Context } from './commands/command.js';
import { commands, headings } from './commands/commands.js';
import { type ExitCode, exitCode, Fault } from './model/fault.js';
import { reportFault } from './terminal/report-fault.js';

/** The whole command line: like `runProgram`, with faults told in words and turned into their exit codes. */
export async function runCommandLine(args: readonly string[], version: string, context: Context): Promise<ExitCode> {
  try {
    return await runProgram(args, version, context);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    context.terminal.err(reportFault(error.details, context.terminal.onErr));
    return error.details.exit;
  }
}

/** Reads arguments, calls the command, gives its exit code. */
async function runProgram(args: readonly string[], version: string, context: Context): Promise<ExitCode> {
  const { terminal } = context;
  let code: ExitCode = exitCode.done;
  const program = new Program('mailout')
    .description('Newsletters from Markdown: assembled, rendered for each audience, sent once to everybody.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help for a command')
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .configureHelp({ styleTitle: terminal.onOut.bold })
    .showSuggestionAfterError()
    .exitOverride()
    .addHelpText('after', firstSteps(terminal.onOut.bold));

  const add = (to: Program, name: string, command: Command) => {
    const sub = to.command(name).summary(command.summary).description(command.summary);
    if (command.argument) sub.argument(command.argument.name, command.argument.words);
    for (const { flags, words } of command.options) sub.option(flags, words);
    sub.addHelpText('after', examplesOf(command, terminal.onOut.bold));
    sub.action(async (given: unknown) => {
      const names = command.argument ? [given].flat().filter((each) => typeof each === 'string') : [];
      code = await command.run(names, sub.opts(), context);
    });
  };
  for (const [name, command] of Object.entries<Command | CommandGroup>(commands)) {
    if ('run' in command) add(program, name, command);
    else {
      const group = program.command(name).summary(command.summary).description(command.summary);
      group.addHelpText('after', examplesOf({ examples: firstExamples(command) }, terminal.onOut.bold));
      group.helpCommand('help [command]', 'show help for a command');
      for (const [sub, one] of Object.entries(command.commands)) add(group, sub, one);
    }
  }

  for (const [heading, names] of Object.entries<readonly string[]>(headings)) {
    for (const command of program.commands) if (names.includes(command.name())) command.helpGroup(`${heading}:`);
  }

  if (args.length === 0) {
    program.outputHelp();
    return exitCode.done;
  }
  try {
    await program.parseAsync(helpOfGroup(args), { from: 'user' });
    return code;
  } catch (error) {
    const ended = commanderExit(error);
    if (ended === undefined) throw error;
    return ended;
  }
}

/** “help new item” as commander wants it: “new help item”. Of a command that has none below it, nothing changes. */
function helpOfGroup(args: readonly string[]): string[] {
  const [first, group = '', ...more] = args;
  const isGroup = Object.entries<Command | CommandGroup>(commands).some(
    ([name, one]) => name === group && !('run' in one),
  );
  return first === 'help' && isGroup && more.length > 0 ? [group, 'help', ...more] : [...args];
}

/** commander ends by throwing: 0 after help or version, otherwise it has said what is wrong with the arguments. */
function commanderExit(error: unknown): ExitCode | undefined {
  const isCommander = error instanceof Error && 'code' in error && String(error.code).startsWith('commander.');
  if (!isCommander) return undefined;
  return 'exitCode' in error && error.exitCode === 0 ? exitCode.done : exitCode.usage;
}

function firstSteps(bold: (text: string) => string): string {
  return `
${bold('Start here:')}
  mailout init             in an empty folder: your newsletters, from a few questions
  mailout build            this week’s issues of everything
  mailout preview --open   see them as your readers will
  mailout help send        how an issue gets to its readers
`;
}

/** One of each of its commands. */
function firstExamples({ commands: all }: CommandGroup): Command['examples'] {
  return Object.values(all).flatMap(({ examples }) => examples.slice(0, 1));
}

function examplesOf({ examples }: Pick<Command, 'examples'>, bold: (text: string) => string): string {
  const width = Math.max(...examples.map(({ line }) => line.length));
  return `\n${bold('Examples:')}\n${examples.map(({ line, words }) => `  ${line.padEnd(width)}  ${words}\n`).join('')}`;
}
