import { refusalOf } from '../../content/judge-answer.js';
import { type Rhythm, rhythms, type Weekday, weekdays } from '../../model/cadence.js';
import { freshId, slugOf } from '../../model/slug.js';
import type { DateText } from '../../model/time.js';
import { type NewPublication, shippedDesigns } from '../../scaffold/publication-file.js';
import type { Choice } from '../../terminal/prompts.js';
import type { Asking } from '../asking.js';

/** What is known before anybody is asked. */
export type Known = {
  readonly audience: string;
  readonly sender: NewPublication['sender'];
  readonly designs: readonly Choice<string>[];
  readonly taken: ReadonlySet<string>;
  readonly today: DateText;
  readonly title: string | undefined;
};

const rhythmWords: Readonly<Record<Rhythm, string>> = {
  week: 'every week',
  '2 weeks': 'every two weeks',
  month: 'every month',
  '2 months': 'every two months',
  term: 'once a term',
};

/** Asks for a newsletter, question by question. */
export async function askPublication(ask: Asking, known: Known): Promise<NewPublication> {
  const title = await ask.text({
    flag: 'title',
    question: 'What is the newsletter called?',
    ...(known.title !== undefined && { suggested: known.title }),
    refuse: (answer) => refusalOf('words', answer),
  });
  const every = await ask.choose<Rhythm>({
    flag: 'every',
    question: 'How often does it come out?',
    choices: rhythms.map((value) => ({ value, title: rhythmWords[value] })),
    suggested: 'week',
  });
  const on = await ask.choose<Weekday>({
    flag: 'on',
    question: 'On which day?',
    choices: weekdays.map((value) => ({ value, title: value.charAt(0).toUpperCase() + value.slice(1) })),
    suggested: 'monday',
  });
  const at = await ask.text({
    flag: 'at',
    question: 'At what time?',
    suggested: '07:00',
    refuse: (answer) => refusalOf('timeOfDay', answer),
  });
  const [first] = known.designs;
  const design = await ask.choose({
    flag: 'design',
    question: 'What is it like?',
    choices: known.designs,
    ...(first && { suggested: first.value }),
  });
  const id = freshId(slugOf(title) || 'newsletter', known.taken);
  return {
    id,
    title,
    audience: known.audience,
    design: design === 'copy' ? undefined : design,
    sender: known.sender,
    every,
    on,
    at,
    starting: known.today,
  };
}

/** The designs of a workspace as choices, those that mailout ships in words. */
export function designChoices(ids: readonly string[]): readonly Choice<string>[] {
  return ids.map((value) => {
    const words = Object.entries(shippedDesigns).find(([id]) => id === value)?.[1];
    return { value, title: words === undefined ? value : `${value} – ${words}` };
  });
}
