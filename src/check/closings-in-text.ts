import type { Weekday } from '../model/cadence.js';
import { datesIn, timesIn, type WrittenDate, type WrittenTime, weekdayNamed } from './dates-in-text.js';
import { isApart, type Passage, type Stretch } from './passage.js';
import { isQuoted, sentenceAround } from './sentence-around.js';

/** Words that tell readers when something closes: “closes on 30 March”, “Please book by noon on 30 March”. */
export type WrittenClosing = Stretch & {
  /** Whether it says so of itself (“closes”, “deadline”), or asks readers to act by then. */
  readonly says: 'closes' | 'act-by';
  readonly date?: Pick<WrittenDate, 'day' | 'month' | 'year'>;
  readonly weekday?: Weekday;
  readonly time?: Pick<WrittenTime, 'hour' | 'minute' | 'form'>;
};

const closing = /\b(?:closes|closing|deadline|no later than)\b/gi;
const by = /\b(?:by|before|until)\b/gi;

/** What may stand between such a word and its date. */
const between =
  /^[\s:,–-]*(?:(?:date|day|is|on|at|of|the|to|for|from|this|next|by|end|after|registration|applications|nominations|entries|bookings|replies|applying|booking|signatures)\b[\s:,–-]*)*$/i;
const beforeDate = /^(?:\s(?:the end of|end of|on|at))*\s$/i;

/** Readers are asked to do something: a sentence, or a part of one, that begins with a verb. */
const asksReaders =
  /(?:^|[:;–]\s|\bplease\s(?:\w+ly\s)?|\band\s)(?:sign|apply|book|register|reply|respond|rsvp|return|email|write|send|nominate|donate|order|submit|join|tell us|let us know|complete|vote|enter|affiliate)\b/i;
const mustDo =
  /\b(?:you (?:must|can|should|need to|have to)|members (?:must|can|should|need to)|applications must|to take part,?) \w+|\bmust (?:apply|book|register|nominate|reach|be (?:in|received|submitted|sent))\b/i;

const weekdayAlone =
  /\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b(?!\s+\d)(?!\s(?:morning’s|evening’s))/g;

/** How far a date may stand from the word that makes it a closing, and how long it and its time may be. */
const reach = 60;
const longest = 60;

/** Every closing that an English passage tells of, in order. */
export function closingsIn(passage: Passage): readonly WrittenClosing[] {
  const { text } = passage;
  if (!/\b(?:clos|deadline|by|before|until|no later)/i.test(text)) return [];
  const found: WrittenClosing[] = [];
  for (const [says, pattern] of [
    ['closes', closing],
    ['act-by', by],
  ] as const) {
    for (const match of text.matchAll(pattern)) {
      const word = { from: match.index, to: match.index + match[0].length };
      const one = isQuoted(text, word.from) ? undefined : closingAfter(passage, word, says);
      if (one) found.push(one);
    }
  }
  found.sort((a, b) => a.from - b.from);
  // “The deadline is by 30 March” is one closing.
  return found.filter(({ from }, index) => from >= (found[index - 1]?.to ?? 0));
}

/** Looks at no more than a window of the text, so that a long one with many such words does not cost its square. */
function closingAfter(
  passage: Passage,
  { from, to }: Stretch,
  says: WrittenClosing['says'],
): WrittenClosing | undefined {
  const { text } = passage;
  const sentence = sentenceAround(text, from);
  if (says === 'act-by' && !asksReaders.test(text.slice(sentence.from, from).trimStart())) {
    if (!mustDo.test(text.slice(sentence.from, from))) return undefined;
  }
  const after = text.slice(to, Math.min(to + reach + longest, sentence.to));
  const times = timesIn(after);
  const connects = says === 'closes' ? between : beforeDate;
  const isNear = (at: number) => at <= reach && connects.test(without(times, after.slice(0, at)));
  const date = datesIn(after)[0];
  if (date && isNear(date.from) && !isApart(passage, { from: to + date.from, to: to + date.to })) {
    const time = times.find((one) => one.to <= date.from || isBeside(after, date, one));
    const end = to + Math.max(date.to, time?.to ?? 0);
    return { from, to: end, says, date, ...(time && { time }) };
  }
  if (says !== 'closes') return undefined;
  for (const match of after.matchAll(weekdayAlone)) {
    const weekday = weekdayNamed(match[0]);
    if (weekday && isNear(match.index)) return { from, to: to + match.index + match[0].length, says, weekday };
  }
  return undefined;
}

/** What is left of the beginning of a text when its times are taken out. */
function without(times: readonly WrittenTime[], text: string): string {
  return times
    .filter(({ to }) => to <= text.length)
    .reduceRight((words, { from, to }) => words.slice(0, from) + words.slice(to), text)
    .replace(/\s{2,}/g, ' ');
}

/** “30 March at noon”, “30 March, 5pm” */
function isBeside(text: string, date: Stretch, time: Stretch): boolean {
  return time.from >= date.to && time.from - date.to <= 6 && /^(?:,?\sat|,)?\s$/.test(text.slice(date.to, time.from));
}
