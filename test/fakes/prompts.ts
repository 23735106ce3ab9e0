import type { Prompts } from '../../src/terminal/prompts.js';

/** A question, by words that are in it, and the answer: text, yes or no, or the title of a choice, or several. */
export type Script = readonly (readonly [question: string, answer: string | boolean | readonly string[]])[];

/** Somebody who answers questions in this order, and is surprised by any other. `left` tells what was never asked. */
export function answering(
  script: Script,
): Prompts & { readonly left: () => readonly string[]; readonly asked: string[] } {
  const rest = [...script];
  const asked: string[] = [];
  const next = <Answer>(question: string, isFit: (answer: unknown) => answer is Answer): Answer => {
    asked.push(question);
    const [words, answer] = rest.shift() ?? [];
    if (words === undefined || !question.includes(words)) throw new Error(`Nobody expected to be asked “${question}”.`);
    if (!isFit(answer)) throw new Error(`That is no answer to “${question}”: ${String(answer)}`);
    return answer;
  };
  const titled = <Value>(
    choices: readonly { readonly title: string; readonly value: Value }[],
    title: string,
  ): Value => {
    const found = choices.find((choice) => choice.title.includes(title));
    if (!found) throw new Error(`There is no “${title}” among: ${choices.map((choice) => choice.title).join(', ')}`);
    return found.value;
  };
  return {
    asked,
    left: () => rest.map(([words]) => words),
    // As at a terminal, an empty answer takes what is suggested, and what is refused is asked again.
    text: async function again(question, about = {}): Promise<string> {
      const typed = next(question, (answer) => typeof answer === 'string');
      const answer = typed === '' ? (about.suggested ?? '') : typed;
      return about.refuse?.(answer) === undefined ? answer : again(question, about);
    },
    yes: async (question) => next(question, (answer) => typeof answer === 'boolean'),
    choose: async (question, choices) =>
      titled(
        choices,
        next(question, (answer) => typeof answer === 'string'),
      ),
    tick: async (question, choices) => {
      const titles = next(question, (answer): answer is readonly string[] => Array.isArray(answer));
      const wanted = titles.map((title) => titled(choices, title));
      return choices.map(({ value }) => value).filter((value) => wanted.includes(value));
    },
  };
}
