import { exitCode, Fault } from '../model/fault.js';

/** One of several answers, as whoever sits there sees it. */
export type Choice<Value> = {
  readonly value: Value;
  readonly title: string;
  /** Said beneath it while it is looked at. */
  readonly words?: string;
};

/**
 * Questions to whoever sits at the terminal. Every one of them can be answered by a flag instead, so a command asks only
 * where there are prompts, and what no flag says.
 */
export type Prompts = {
  /** A line of text. `refuse` says why an answer will not do, and the question is put again. */
  readonly text: (
    question: string,
    about?: { readonly suggested?: string; readonly refuse?: (answer: string) => string | undefined },
  ) => Promise<string>;
  readonly yes: (question: string, suggested?: boolean) => Promise<boolean>;
  /** One of several; the first one is suggested, unless another is. */
  readonly choose: <Value>(question: string, choices: readonly Choice<Value>[], suggested?: Value) => Promise<Value>;
  /** Any number of several, in their order; those that are `ticked` already can be taken out. */
  readonly tick: <Value>(
    question: string,
    choices: readonly (Choice<Value> & { readonly ticked?: boolean })[],
  ) => Promise<readonly Value[]>;
};

/**
 * Prompts at a terminal, by inquirer, which is loaded with the first question.
 *
 * @param output where questions are written: results keep stdout for themselves
 * @returns prompts that throw a Fault (exit 130) where somebody presses Ctrl-C
 */
export function terminalPrompts(output: NodeJS.WriteStream): Prompts {
  return {
    text: (message, { suggested, refuse } = {}) =>
      put(output, {
        type: 'input',
        message,
        ...(suggested !== undefined && { default: suggested }),
        ...(refuse && { validate: (answer: string) => refuse(answer) ?? true }),
      }),
    yes: (message, suggested = true) => put(output, { type: 'confirm', message, default: suggested }),
    choose: (message, choices, suggested) =>
      put(output, {
        type: 'select',
        message,
        choices: choices.map(listed),
        pageSize: 12,
        ...(suggested !== undefined && { default: suggested }),
      }),
    tick: (message, choices) =>
      put(output, {
        type: 'checkbox',
        message,
        choices: choices.map((choice) => ({ ...listed(choice), checked: choice.ticked ?? false })),
        pageSize: 16,
        loop: false,
      }),
  };
}

function listed<Value>({ value, title, words }: Choice<Value>) {
  return { value, name: title, short: title, ...(words !== undefined && { description: words }) };
}

async function put<Answer>(output: NodeJS.WriteStream, question: object): Promise<Answer> {
  const { createPromptModule } = await import('inquirer');
  const prompt = createPromptModule({ output });
  try {
    const { answer } = (await prompt([{ ...question, name: 'answer' }] as never)) as { readonly answer: Answer };
    return answer;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ExitPromptError') throw error;
    throw new Fault(
      {
        code: 'terminal/broken-off',
        exit: exitCode.interrupted,
        words: 'Stopped at a question. Nothing was written or sent.',
      },
      { cause: error },
    );
  }
}
