import { datesIn, inHouseStyle, isDayOfMonth, type WrittenDate } from '../../dates-in-text.js';
import { editIn, isApart, matchesIn, type Passage, placeIn } from '../../passage.js';
import { isEnglish } from '../../printed-passages.js';
import type { Complaint } from '../../rule.js';
import { rule } from '../../rule.js';
import { isQuoted } from '../../sentence-around.js';

/** What others said is left as they said it. */
const quoting: readonly string[] = ['quote', 'excerpt', 'signatory', 'credit', 'partner'];
/** Where room is short a range may have a dash. */
const running: readonly string[] = ['paragraph', 'list-item', 'summary', 'ask', 'wording', 'update', 'outcome'];

const range =
  /\b(\d{1,2})\s?[–-]\s?(\d{1,2})\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/g;
const twelve = /(?<![\d:.])12(?:[:.]00)?\s?([ap])(?:m\b|\.\s?m\b\.?)/gi;
/** “26th July Movement”, “1st May Square”: the name of something, not a date of ours. */
const isNameAfter = /^\s\p{Lu}/u;

export const dateStyle = rule({
  id: 'content/date-style',
  over: 'writing',
  severity: 'warning',
  title: 'Dates are written like 24 November 2026',
  why: 'Readers in other countries take 04/05 for April, nobody is sure of “12pm”, and a dash between two days is lost when a mail is read aloud. Dates that are always written in one way are read without thinking.',
  origins: [
    {
      title: 'GOV.UK style guide: dates, times',
      url: 'https://www.gov.uk/guidance/style-guide/a-to-z-of-gov-uk-style',
    },
  ],
  bad: 'The vote is on 24th March at 12pm, and the conference on 10–14 May.',
  good: 'The vote is on 24 March at midday, and the conference from 10 to 14 May.',
  *judge(writing) {
    if (!isEnglish(writing)) return;
    for (const passage of writing.passages) {
      if (quoting.includes(passage.role) || !/\d/.test(passage.text)) continue;
      for (const date of datesIn(passage.text)) {
        if (isApart(passage, date) || isQuoted(passage.text, date.from) || !isDayOfMonth(date)) continue;
        if (isNameAfter.test(passage.text.slice(date.to, date.to + 2))) continue;
        const complaint = ofDate(passage, date);
        if (complaint) yield complaint;
      }
      for (const { 0: written, 1: half, from } of matchesIn(passage, twelve)) {
        if (isQuoted(passage.text, from)) continue;
        yield {
          place: placeIn(passage, from),
          words: `Readers disagree on whether “${written}” is in the middle of the day or of the night.`,
          fix: half?.toLowerCase() === 'p' ? 'Write “midday”.' : 'Write “midnight”, and the day before or after it.',
        };
      }
      if (!running.includes(passage.role)) continue;
      for (const { 0: written, from } of matchesIn(passage, range)) {
        const [, first = '', last = '', rest = ''] = /^(\d+)\D+(\d+)(.*)$/.exec(written) ?? [];
        if (isQuoted(passage.text, from) || Number(first) >= Number(last)) continue;
        yield {
          place: placeIn(passage, from),
          words: `“${written}” has a dash in running text, which is lost when it is read aloud.`,
          fix: `Write “${first} to ${last}${rest}”.`,
        };
      }
    }
  },
});

function ofDate(passage: Passage, date: WrittenDate): Complaint | undefined {
  const { form, from, to, ordinal } = date;
  const written = passage.text.slice(from, to).replace(/\s+/g, ' ');
  const place = placeIn(passage, from);
  const fix = `Write “${inHouseStyle(date)}”.`;
  switch (form) {
    case 'day-first': {
      if (!ordinal) return undefined;
      // “The 24 March”, “24 of March” and “24th and 26 March” would be no better.
      const lead = passage.text.slice(Math.max(from - 12, 0), from);
      const isPlain =
        !/\bthe\s+$|\d(?:st|nd|rd|th)\s?(?:–|-|,|&|to|and|or)\s?$/i.test(lead) && !/\bof\b|\bthe\b/.test(written);
      const edit = isPlain ? editIn(passage, ordinal, '') : undefined;
      return {
        place,
        words: `“${written}” has a “${passage.text.slice(ordinal.from, ordinal.to)}” that dates do without.`,
        fix,
        ...(edit && { edits: [edit] }),
      };
    }
    case 'month-first':
      return { place, words: `“${written}” has the month before the day, as Americans write it.`, fix };
    case 'numbers':
      return { place, words: `“${written}” is another day to readers who put the month first.`, fix };
    case 'iso':
      return { place, words: `“${written}” is a date for computers.`, fix };
  }
}
