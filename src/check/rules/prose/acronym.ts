import { placeIn } from '../../passage.js';
import { acronyms } from '../../prose/acronyms.js';
import { isEnglish, ownProseOf } from '../../prose/prose.js';
import { wordsIn } from '../../prose/words.js';
import { rule } from '../../rule.js';
import type { Writing } from '../../subjects.js';

export const acronym = rule({
  id: 'prose/acronym',
  over: 'writing',
  severity: 'info',
  title: 'Acronyms are written out once',
  why: 'Those who are new to international work, the very readers whom you want to win, do not know that EI is Education International. A name that is written out once costs a line; an acronym that nobody explains costs readers.',
  origins: [
    {
      title: 'GOV.UK style guide, abbreviations and acronyms',
      url: 'https://www.gov.uk/guidance/style-guide/a-to-z-of-gov-uk-style#abbreviations-and-acronyms',
    },
    { title: 'WCAG 2.2, 3.1.4 Abbreviations', url: 'https://www.w3.org/TR/WCAG22/#abbreviations' },
  ],
  bad: 'The ITUC has called on ministers to act.',
  good: 'The International Trade Union Confederation (ITUC) has called on ministers to act.',
  *judge(writing) {
    if (writing.is !== 'item' || !isEnglish(writing)) return;
    const told = new Set<string>();
    for (const passage of ownProseOf(writing)) {
      const words = wordsIn(passage);
      for (const [index, { text, from }] of words.entries()) {
        const written = text.replace(/[’']s?$/, '');
        const meaning = acronyms.get(written);
        if (meaning === undefined || told.has(written)) continue;
        // “MENA Solidarity Network” is a name as a whole.
        const next = words[index + 1];
        if (next?.follows && next.isCapitalised) continue;
        told.add(written);
        if (isExplained(writing, written, meaning)) continue;
        yield {
          place: placeIn(passage, from),
          words: `“${written}” is not explained.`,
          fix: `Write it out once, with the acronym in brackets: ${meaning} (${written}).`,
        };
      }
    }
  },
});

/** Whether the whole name is anywhere in the item, or the acronym is in brackets behind one, or one in brackets behind it. */
function isExplained({ passages }: Writing, written: string, meaning: string): boolean {
  const words = meaning.replace(/^the /, '').toLowerCase().replaceAll('’', "'").replace(/s$/, '');
  return passages.some(({ text }) => {
    const plain = text.replace(/\s+/g, ' ').replaceAll('’', "'");
    if (plain.includes(`(${written}`) || plain.includes(`${written} (`)) return true;
    const lower = plain.toLowerCase();
    return lower.includes(words) || lower.includes(words.replaceAll('organization', 'organisation'));
  });
}
