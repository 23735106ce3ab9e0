import { dateInWords, momentInWords, rangeInWords, shortDate } from '../calendar/words.js';

/** Dates in a reader's words, for the rooms that word things without knowing the calendar. */
export const words = {
  weekdayDate: (date: string) => dateInWords(date),
  date: (date: string) => dateInWords(date, { weekday: false }),
  shortDate,
  moment: momentInWords,
  range: rangeInWords,
};
