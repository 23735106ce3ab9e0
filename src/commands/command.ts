import type { ExitCode } from '../model/fault.js';
import type { Terminal } from '../terminal/terminal.js';

/** The world as a command sees it: nothing else reads the process. */
export type Context = {
  readonly folder: string;
  /** Now, as an ISO instant. */
  readonly now: () => string;
  /** A clock for measuring. */
  readonly milliseconds: () => number;
  readonly terminal: Terminal;
};

export type Option = {
  /** As commander writes them: "--date <date>". */
  readonly flags: string;
  readonly words: string;
};

/**
 * One command. Its file is loaded for `mailout --help`, so it imports nothing heavy: `run` imports the flow that it
 * calls when it is called.
 */
export type Command = {
  readonly summary: string;
  /** As commander writes them: "[publication…]". */
  readonly argument?: { readonly name: string; readonly words: string };
  readonly options: readonly Option[];
  readonly examples: readonly { readonly line: string; readonly words: string }[];
  readonly run: (names: readonly string[], options: Options, context: Context) => Promise<ExitCode>;
};

export type Options = Readonly<Record<string, string | boolean | undefined>>;

/** An option's text, if it was given. */
export function textOption(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}
