import { placeIn } from '../../passage.js';
import { wordCount } from '../../printed-passages.js';
import { rule } from '../../rule.js';

/** Twice what fits on the first screen of a phone with the title above it. */
const most = 120;

export const introLength = rule({
  id: 'content/intro-length',
  over: 'writing',
  severity: 'info',
  title: 'The intro is short',
  why: 'The intro stands above everything that readers can do. On a phone about 60 words fit on the first screen; who has to scroll past two screens of greeting may not get to the first action.',
  origins: [
    {
      title: 'GOV.UK Content design: writing for GOV.UK',
      url: 'https://www.gov.uk/guidance/content-design/writing-for-gov-uk',
    },
  ],
  bad: 'An intro of 200 words about the weather, the term and everything below.',
  good: 'Two things cannot wait this week: the petition on Yemen, and your MP’s name under a motion.',
  *judge({ is, passages }) {
    if (is !== 'choices') return;
    const intro = passages.filter(({ path }) => path === 'body');
    const [first] = intro;
    const words = intro.reduce((sum, { text }) => sum + wordCount(text), 0);
    if (!first || words <= most) return;
    yield {
      place: placeIn(first, 0),
      words: `The intro has ${words} words before readers come to the first item.`,
      fix: 'Keep to about 60: what is most urgent, and why.',
    };
  },
});
