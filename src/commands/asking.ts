import { exitCode, Fault } from '../model/fault.js';
import { suggestion } from '../model/suggest.js';
import type { Choice, Prompts } from '../terminal/prompts.js';
import { type Options, textOption } from './command.js';

type Asked = {
  /** The flag that answers it, without its dashes: "copy-deadline". */
  readonly flag: string;
  readonly question: string;
};

/** Asks what no flag says; where nobody can be asked, what is suggested is taken, and what is missing is told at the end. */
export type Asking = {
  readonly text: (
    about: Asked & { readonly suggested?: string; readonly refuse?: (answer: string) => string | undefined },
  ) => Promise<string>;
  /** Like `text`, where no answer is an answer, too. */
  readonly perhaps: (
    about: Asked & { readonly refuse?: (answer: string) => string | undefined },
  ) => Promise<string | undefined>;
  readonly choose: <Value extends string>(
    about: Asked & { readonly choices: readonly Choice<Value>[]; readonly suggested?: Value },
  ) => Promise<Value>;
  /** Several of those that there are; in a flag, with commas between them. */
  readonly several: (
    about: Asked & { readonly choices: readonly (Choice<string> & { readonly ticked?: boolean })[] },
  ) => Promise<readonly string[]>;
  /** Throws a Fault (exit 2) with everything that is missing or will not do. */
  readonly finish: () => void;
};

/** @param prompts absent where nobody sits there, or wants to be asked */
export function asking(options: Options, prompts: Prompts | undefined): Asking {
  const missing: string[] = [];
  const wrong: string[] = [];
  const flagged = (flag: string) =>
    textOption(
      options,
      flag.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
    );
  const judged = (flag: string, answer: string, refuse?: (answer: string) => string | undefined): string => {
    const why = refuse?.(answer);
    if (why !== undefined) wrong.push(`--${flag} “${answer}”: ${why}`);
    return answer;
  };
  const among = <Value extends string>(flag: string, answer: string, choices: readonly Choice<Value>[]): Value => {
    const found = choices.find(({ value }) => value === answer);
    if (found) return found.value;
    const known = choices.map(({ value }) => value);
    wrong.push(`--${flag} “${answer}”: there is no such one. ${suggestion(answer, known)}`);
    return (known[0] ?? answer) as Value;
  };
  return {
    text: async ({ flag, question, suggested, refuse }) => {
      const given = flagged(flag);
      if (given !== undefined) return judged(flag, given, refuse);
      if (prompts)
        return prompts.text(question, { ...(suggested !== undefined && { suggested }), ...(refuse && { refuse }) });
      if (suggested === undefined) missing.push(flag);
      return suggested ?? '';
    },
    perhaps: async ({ flag, question, refuse }) => {
      const given = flagged(flag);
      if (given !== undefined) return given === '' ? undefined : judged(flag, given, refuse);
      const typed = await prompts?.text(`${question} (Enter if there is none)`, {
        refuse: (answer) => (answer.trim() === '' ? undefined : refuse?.(answer)),
      });
      return typed === undefined || typed.trim() === '' ? undefined : typed;
    },
    choose: async ({ flag, question, choices, suggested }) => {
      const given = flagged(flag);
      if (given !== undefined) return among(flag, given, choices);
      if (prompts) return prompts.choose(question, choices, suggested);
      const value = suggested ?? (choices.length === 1 ? choices[0]?.value : undefined);
      if (value === undefined) missing.push(flag);
      return value ?? ('' as never);
    },
    several: async ({ flag, question, choices }) => {
      const given = flagged(flag);
      if (given !== undefined) {
        const parts = given.split(',').map((part) => part.trim());
        return parts.filter((part) => part !== '').map((part) => among(flag, part, choices));
      }
      if (prompts) return prompts.tick(question, choices);
      return choices.filter(({ ticked }) => ticked).map(({ value }) => value);
    },
    finish: () => {
      if (missing.length + wrong.length === 0) return;
      const absent = missing.map((flag) => `--${flag}`).join(', ');
      throw new Fault({
        code: 'command/answers-missing',
        exit: exitCode.usage,
        words: [...(missing.length > 0 ? [`Nobody can be asked here, and there is no ${absent}.`] : []), ...wrong].join(
          '\n  ',
        ),
        fix: missing.length > 0 ? 'Add them, or run it in a terminal.' : 'Correct them.',
        state: 'Nothing was written.',
      });
    },
  };
}
