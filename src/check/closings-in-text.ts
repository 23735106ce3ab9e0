import type { Weekday } from '../model/cadence.js';
import { datesIn, timesIn, type WrittenDate, type WrittenTime, weekdayNamed } from './dates-in-text.js';
import { isApart, type Passage, type Stretch } from './passage.js';
import { isQuoted, sentenceAround } from './sentence-around.js';

/** Words that tell readers when something closes: “closes on 30 March”, “Please book by noon on 30 March”. */
export type WrittenClosing = Stretch & {
  /** Whether it says so of itself (“closes”, “deadline”), or asks readers to act by then. */
  readonly says: 'closes' | 'act-by';
  readonly date?: WrittenDate;
  readonly weekday?: Weekday;
  readonly time?: WrittenTime;
};

const closing = /\b(?:closes|closing|deadline|no later than)\b/gi;
const by = /\b(?:by|before|until|no later than)\b/gi;

/** What may stand between such a word and its date. */
const between =
  /^[\s:,–-]*(?:(?:date|day|is|on|at|of|the|to|for|from|this|next|by|end|after|registration|applications|nominations|entries|bookings|replies|applying|booking|signatures)\b[\s:,–-]*)*$/i;
const beforeDate = /^(?:\s(?:the end of|end of|on|at))*\s$/i;

/** Readers are asked to do something: a sentence, or a part of one, that begins with a verb. */
const asksReaders =
  /(?:^|[:;–]\s|\bplease\s(?:\w+ly\s)?|\band\s)(?:sign|apply|book|register|reply|respond|rsvp|return|email|write|send|nominate|donate|order|submit|join|tell us|let us know|complete|vote|enter|affiliate)\b/i;
const mustDo =
  /\b(?:you (?:must|can|should|need to|have to)|members (?:must|can|should|need to)|applications must|to take part,?) \w+/i;

const weekdayAlone =
  /\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b(?!\s+\d)(?!\s(?:morning’s|evening’s))/g;

/** How far a date may stand from the word that makes it a closing. */
const reach = 60;

/** Every closing that an English passage tells of, in order. */
export function closingsIn(passage: Passage): readonly WrittenClosing[] {
  const { text } = passage;
  if (!/\b(?:clos|deadline|by|before|until|no later)/i.test(text)) return [];
  const dates = datesIn(text).filter((date) => !isApart(passage, date));
  const times = timesIn(text);
  const found: WrittenClosing[] = [];
  for (const [says, pattern] of [
    ['closes', closing],
    ['act-by', by],
  ] as const) {
    for (const match of text.matchAll(pattern)) {
      const from = match.index;
      const to = from + match[0].length;
      if (isQuoted(text, from) || found.some((one) => one.from <= from && from < one.to)) continue;
      const one = closingAfter(passage, { from, to }, says, dates, times);
      if (one) found.push(one);
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

function closingAfter(
  { text }: Passage,
  { from, to }: Stretch,
  says: WrittenClosing['says'],
  dates: readonly WrittenDate[],
  times: readonly WrittenTime[],
): WrittenClosing | undefined {
  const sentence = sentenceAround(text, from);
  if (says === 'act-by') {
    const asked = text.slice(sentence.from, from).trimStart();
    if (!asksReaders.test(asked) && !mustDo.test(asked)) return undefined;
  }
  const connects = says === 'closes' ? between : beforeDate;
  const bare = (until: number) => {
    const inBetween = times.filter((time) => time.from >= to && time.to <= until);
    return inBetween
      .reduceRight(
        (words, time) => `${words.slice(0, time.from - to)}${words.slice(time.to - to)}`,
        text.slice(to, until),
      )
      .replace(/\s{2,}/g, ' ');
  };
  const isNear = (at: number) => at >= to && at <= sentence.to && at - to <= reach && connects.test(bare(at));
  const date = dates.find((one) => one.from >= to);
  if (date && isNear(date.from)) {
    const time = timeBeside(text, { from: to, to: date.from }, date, times);
    return { from, to: Math.max(date.to, time?.to ?? 0), says, date, ...(time && { time }) };
  }
  if (says !== 'closes') return undefined;
  for (const match of text.slice(to, Math.min(to + reach + 10, sentence.to)).matchAll(weekdayAlone)) {
    const at = to + match.index;
    const weekday = weekdayNamed(match[0]);
    if (weekday && isNear(at)) return { from, to: at + match[0].length, says, weekday };
  }
  return undefined;
}

function timeBeside(
  text: string,
  before: Stretch,
  date: Stretch,
  times: readonly WrittenTime[],
): WrittenTime | undefined {
  return times.find(
    (time) =>
      (time.from >= before.from && time.to <= before.to) ||
      (time.from >= date.to && time.from - date.to <= 6 && /^(?:,?\sat|,)?\s$/.test(text.slice(date.to, time.from))),
  );
}
