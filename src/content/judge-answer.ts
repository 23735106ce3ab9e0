import { colour, country, date, emailAddress, link, slug, timeOfDay, wallTime, words } from './schema/values.js';

const shapes = { colour, country, date, emailAddress, link, slug, timeOfDay, wallTime, words };

/** What an answer can have to be: the same as in a file. */
export type AnswerKind = keyof typeof shapes;

/** Why an answer will not do, in the words that its file would be told with; undefined if it does. */
export function refusalOf(kind: AnswerKind, answer: string): string | undefined {
  const { error } = shapes[kind].safeParse(answer);
  return error?.issues[0]?.message;
}
