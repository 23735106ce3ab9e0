import { placeIn } from '../../passage.js';
import { isShouting } from '../../prose/capitals.js';
import { rule } from '../../rule.js';

export const shoutingTitle = rule({
  id: 'prose/shouting-title',
  over: 'writing',
  severity: 'warning',
  title: 'Titles and buttons are not in capitals',
  why: 'Capitals read as shouting and are slow to read. Where a title is to be in capitals, the design sees to that; then screen readers still read words and not letters.',
  origins: [
    {
      title: 'GOV.UK style guide, capitalisation',
      url: 'https://www.gov.uk/guidance/style-guide/a-to-z-of-gov-uk-style#capitalisation',
    },
  ],
  bad: 'title: STAND WITH TEACHERS',
  good: 'title: Stand with teachers',
  *judge({ passages }, { spelling }) {
    for (const passage of passages) {
      if (!isShouting(passage, spelling)) continue;
      yield {
        place: placeIn(passage, 0),
        words: `“${passage.text}” is all in capitals.`,
        fix: 'Write it as a sentence: a capital at the beginning and for names.',
      };
    }
  },
});
