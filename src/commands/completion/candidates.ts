import type { NamedThing } from '../../flows/completion/known-names.js';
import type { Command, CommandGroup, Commands, Option } from '../command.js';

/** One thing that can stand where somebody has stopped typing. */
export type Candidate = { readonly value: string; readonly words?: string };

/** What stands there: one of these words, or a name of the workspace. */
export type Wanted =
  | { readonly words: readonly Candidate[] }
  | { readonly names: readonly (NamedThing | 'rule')[]; readonly publication?: string; readonly before: string };

/** What names complete, by what stands between the angle brackets of an argument or an option. */
const things: Readonly<Record<string, readonly (NamedThing | 'rule')[]>> = {
  publication: ['publication'],
  'publication...': ['publication'],
  ids: ['publication'],
  item: ['item'],
  audience: ['audience'],
  date: ['date'],
  design: ['design'],
  rule: ['rule'],
};

/**
 * What completes the last of the words that were typed after “mailout”, an empty one included; nothing where only a file
 * could, or nobody knows.
 */
export function wantedBy(typed: readonly string[], commands: Commands): Wanted | undefined {
  const [first = '', ...rest] = typed;
  if (typed.length <= 1) return { words: starting(first, summaries(commands)) };
  const found = commands[first];
  if (!found) return undefined;
  if ('run' in found) return inCommand(rest, found);
  const [second = '', ...more] = rest;
  if (rest.length <= 1) return { words: starting(second, summaries(found.commands)) };
  const command = found.commands[second];
  return command && inCommand(more, command);
}

function inCommand(typed: readonly string[], command: Command): Wanted | undefined {
  const last = typed.at(-1) ?? '';
  const before = optionNamed(typed.at(-2), command);
  const publication = typed.slice(0, -1).find((word) => !word.startsWith('-'));
  const about = { before: last, ...(publication !== undefined && { publication }) };
  if (before) return valueFor(before, about);
  if (last.startsWith('-')) return { words: starting(last, command.options.map(flagOf)) };
  const argument = command.argument;
  if (!argument) return undefined;
  if (argument.completes) return { ...chosen(argument.completes, last) };
  const names = things[placeholder(argument.name)];
  return names && { names, before: last };
}

/** The option that a word names, if it takes a value. */
function optionNamed(word: string | undefined, { options }: Command): Option | undefined {
  return options.find((option) => /[<[]/.test(option.flags) && flagOf(option).value === word);
}

function valueFor(
  option: Option,
  about: { readonly before: string; readonly publication?: string },
): Wanted | undefined {
  if (option.completes) return chosen(option.completes, about.before);
  const names = things[placeholder(option.flags)];
  return names && { names, ...about };
}

function chosen(completes: NonNullable<Option['completes']>, before: string): Wanted {
  if (completes.every((one) => one.startsWith('<')))
    return { names: completes.map((one) => one.slice(1, -1) as NamedThing), before };
  return {
    words: starting(
      before,
      completes.map((value) => ({ value })),
    ),
  };
}

function placeholder(flags: string): string {
  return /[<[]([^>\]]+)[>\]]/.exec(flags)?.[1] ?? '';
}

function flagOf({ flags, words }: Option): Candidate {
  return { value: /--[\w-]+/.exec(flags)?.[0] ?? flags, words };
}

function summaries(commands: Commands | CommandGroup['commands']): readonly Candidate[] {
  return Object.entries(commands).map(([value, { summary }]) => ({ value, words: summary }));
}

/** Of those that are listed with commas, the last one is completed. */
export function starting(before: string, candidates: readonly Candidate[]): readonly Candidate[] {
  const listed = before.slice(0, before.lastIndexOf(',') + 1);
  const begun = before.slice(listed.length);
  return candidates
    .filter(({ value }) => value.startsWith(begun))
    .map((one) => ({ ...one, value: `${listed}${one.value}` }));
}
