import { weekdayOf } from '../../../model/days.js';
import { datesIn, weekdayNamed } from '../../dates-in-text.js';
import { matchesIn, placeIn } from '../../passage.js';
import { isEnglish } from '../../printed-passages.js';
import { rule } from '../../rule.js';
import { isQuoted, sentenceAround } from '../../sentence-around.js';

const relative =
  /\b(?:tomorrow|yesterday|last night|(?:next|last) week|(?:this|next|last) (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)|(?:closes?|ends?|opens?|starts?|begins?|is due|deadline is|until|launched|announced|published|voted|handed in) today|today at (?=\d|noon|midday|midnight))\b/gi;
/** “The schools of tomorrow”, “a better tomorrow”, “tomorrow’s teachers” are no day. */
const figurative = /\b(?:of|a|better|brighter|new|for|like|than)\s+$/i;

export const relativeDate = rule({
  id: 'content/relative-date',
  over: 'writing',
  severity: 'warning',
  title: 'Days are named by their dates',
  why: 'Items are written days before they go out, and read days after. What was tomorrow for the writer is last week for the reader.',
  origins: [
    { title: 'GOV.UK style guide: dates', url: 'https://www.gov.uk/guidance/style-guide/a-to-z-of-gov-uk-style#dates' },
  ],
  bad: 'The petition closes tomorrow.',
  good: 'The petition closes on Friday 26 March.',
  *judge(writing) {
    if (!isEnglish(writing)) return;
    for (const passage of writing.passages) {
      if (passage.role === 'quote' || passage.role === 'excerpt') continue;
      const { text } = passage;
      for (const { 0: matched, from, to } of matchesIn(passage, relative)) {
        const written = matched.trim();
        if (/^[’']/.test(text.slice(to)) || isQuoted(text, from)) continue;
        if (/^(?:tomorrow|yesterday)$/i.test(written) && figurative.test(text.slice(Math.max(from - 12, 0), from)))
          continue;
        const [word = '', day] = written.split(/\s+/);
        const weekday = /^(?:this|next|last)$/i.test(word) && day !== undefined ? weekdayNamed(day) : undefined;
        // An issue is dated, and beside an item stand its own deadline and day.
        if (weekday ? writing.days.some((one) => weekdayOf(one) === weekday) : isDated(writing.is, written)) continue;
        if (weekday && writing.is === 'choices') continue;
        const sentence = sentenceAround(text, from);
        if (datesIn(text.slice(sentence.from, sentence.to)).length > 0) continue;
        yield {
          place: placeIn(passage, from),
          words: `“${written.replace(/\s+/g, ' ')}” is another day for the writer than for the reader.`,
          fix: 'Write the date, like “on Friday 26 March”.',
        };
      }
    }
  },
});

/** What readers of an issue can reckon from its date. */
function isDated(is: 'item' | 'translation' | 'choices', written: string): boolean {
  return is === 'choices' && /week$/i.test(written);
}
