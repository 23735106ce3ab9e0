import { isDate, type WallTime } from '../model/time.js';

const months = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];

/** A date that is written out in a text, with the words around it. */
export type WrittenDate = {
  readonly time: WallTime;
  /** As it stands there, for whoever checks a guess. */
  readonly words: string;
  /** The words before it, as far as the sentence goes. */
  readonly before: string;
};

const written = new RegExp(
  String.raw`\b(?:(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(${months.map((month) => `${month}|${month.slice(0, 3)}t?`).join('|')})\.?,?\s+(\d{4})|(\d{4})-(\d{2})-(\d{2})|(\d{1,2})/(\d{1,2})/(\d{4}))\b(?:,?\s+(?:at|from|by)?\s*(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|noon)?)?`,
  'gi',
);

/** As many characters before a date as can say what it is. */
const nearby = 200;

/** All full dates of a text: with a year, since anything else would be a guess of a guess. Days before months. */
export function datesIn(text: string): readonly WrittenDate[] {
  return [...text.matchAll(written)].flatMap((match): WrittenDate[] => {
    const [words, day, month, year, isoYear, isoMonth, isoDay, slashDay, slashMonth, slashYear, hour, minute, half] =
      match;
    const number = month ? months.findIndex((name) => name.startsWith(month.toLowerCase().slice(0, 3))) + 1 : 0;
    const date = isoYear
      ? `${isoYear}-${isoMonth}-${isoDay}`
      : slashYear
        ? `${slashYear}-${pad(slashMonth)}-${pad(slashDay)}`
        : `${year}-${pad(String(number))}-${pad(day)}`;
    if (!isDate(date)) return [];
    const clock = clockOf(hour, minute, half);
    const sentence =
      text
        .slice(Math.max(0, match.index - nearby), match.index)
        .split(/[.!?]\s|\n/)
        .at(-1) ?? '';
    return [{ time: clock ? `${date}T${clock}` : date, words: words.trim(), before: sentence }];
  });
}

/** A number alone is no time of day: “26 March 2027 5 people”. */
function clockOf(hour: string | undefined, minute: string | undefined, half: string | undefined): string | undefined {
  if (hour === undefined || (minute === undefined && half === undefined)) return undefined;
  const isAfternoon = half?.toLowerCase() === 'pm' && Number(hour) < 12;
  const isMidnight = half?.toLowerCase() === 'am' && Number(hour) === 12;
  const hours = isMidnight ? 0 : Number(hour) + (isAfternoon ? 12 : 0);
  return hours < 24 && Number(minute ?? 0) < 60 ? `${pad(String(hours))}:${pad(minute ?? '0')}` : undefined;
}

function pad(number: string | undefined): string {
  return (number ?? '').padStart(2, '0');
}
