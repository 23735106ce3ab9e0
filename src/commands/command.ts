import { type ExitCode, exitCode, Fault } from '../model/fault.js';
import { type DateText, isDate } from '../model/time.js';
import type { Prompts } from '../terminal/prompts.js';
import type { Terminal } from '../terminal/terminal.js';

/** The world as a command sees it: nothing else reads the process. */
export type Context = {
  readonly folder: string;
  /** Now, as an ISO instant. */
  readonly now: () => string;
  /** A clock for measuring. */
  readonly milliseconds: () => number;
  /** The value of an environment variable, if it is set. */
  readonly variable: (name: string) => string | undefined;
  readonly terminal: Terminal;
  /** Asks whoever sits there; absent where nobody does. */
  readonly prompts?: Prompts;
  /** What comes through a pipe, whole; throws a Fault where it is longer than so many bytes. */
  readonly input: (most: number) => Promise<Uint8Array>;
  /** Tells of every key that whoever sits there presses, until what it gives is called; absent where nobody does. */
  readonly keys?: (pressed: (key: string) => void) => () => void;
  /** Where mailout itself lies: the file that node runs, the folders of the preview’s page and of the designs. */
  readonly installation: { readonly program: string; readonly pages: string; readonly designs: string };
  /** What this process is known by to others. */
  readonly runner: { readonly host: string; readonly pid: number };
  /** From when it is called on, the first signal to end aborts `drain`, and the second `halt`. */
  readonly signals: () => { readonly drain: AbortSignal; readonly halt: AbortSignal };
};

export type Option = {
  /** As commander writes them: "--date <date>". */
  readonly flags: string;
  readonly words: string;
  /** What its value can be, for shells that complete it: words, or “<publication>” for the names of such. */
  readonly completes?: readonly string[];
};

/**
 * One command. Its file is loaded for `mailout --help`, so it imports nothing heavy: `run` imports the flow that it
 * calls when it is called.
 */
export type Command = {
  readonly summary: string;
  /** As commander writes them: "[publication…]". */
  readonly argument?: { readonly name: string; readonly words: string; readonly completes?: readonly string[] };
  readonly options: readonly Option[];
  readonly examples: readonly { readonly line: string; readonly words: string }[];
  readonly run: (names: readonly string[], options: Options, context: Context) => Promise<ExitCode>;
};

/** Commands with one word in front: `mailout audience explain`. */
export type CommandGroup = {
  readonly summary: string;
  readonly commands: Readonly<Record<string, Command>>;
};

/** By name. */
export type Commands = Readonly<Record<string, Command | CommandGroup>>;

export type Options = Readonly<Record<string, string | boolean | undefined>>;

/** An option's text, if it was given. */
export function textOption(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** The parts of an option that takes several, with commas between them; none if it was not given. */
export function listOption(options: Options, name: string): readonly string[] {
  const parts = textOption(options, name)?.split(',') ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** An option's number, if it was given. Throws a Fault (exit 2) for what is none. */
export function wholeNumberOption(options: Options, name: string): number | undefined {
  const text = textOption(options, name);
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Fault({
    code: 'command/bad-number',
    exit: exitCode.usage,
    words: `“${text}” is not a whole number.`,
    fix: `Write it like --${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} 5000.`,
  });
}

/** The day that an option such as --date names, if it was given. Throws a Fault (exit 2) for what is no date. */
export function dateOption(options: Options, name = 'date'): DateText | undefined {
  const date = textOption(options, name);
  if (date === undefined || isDate(date)) return date;
  throw new Fault({
    code: 'command/bad-date',
    exit: exitCode.usage,
    words: `“${date}” is not a date.`,
    fix: `Write it like --${name} 2027-03-22.`,
  });
}
