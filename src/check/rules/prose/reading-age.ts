import { type PassageRole, placeIn } from '../../passage.js';
import { byVersion, isEnglish, ownProseOf } from '../../prose/prose.js';
import { readingEase } from '../../prose/reading-ease.js';
import { rule } from '../../rule.js';

const running: ReadonlySet<PassageRole> = new Set(['paragraph', 'list-item']);

/** Below this, a text is for graduates. */
const leastEase = 30;

/** Fewer words say nothing about a text. */
const enoughWords = 80;

export const readingAge = rule({
  id: 'prose/reading-age',
  over: 'writing',
  severity: 'info',
  title: 'Texts are no harder to read than a newspaper',
  why: 'Long sentences of long words are read by those who must. Members read this after a day at work, and nobody makes them.',
  origins: [
    { title: 'R. Flesch, “A new readability yardstick”, Journal of Applied Psychology 32 (1948)' },
    {
      title: 'GOV.UK, content design: writing for GOV.UK',
      url: 'https://www.gov.uk/guidance/content-design/writing-for-gov-uk',
    },
  ],
  bad: 'Consideration of international accountability mechanisms necessitates institutional prioritisation …',
  good: 'Who holds governments to account? We asked three unions.',
  *judge(writing) {
    if (!isEnglish(writing)) return;
    for (const group of byVersion(ownProseOf(writing))) {
      const texts = group.filter(({ role }) => running.has(role));
      const first = texts[0];
      if (!first) continue;
      const { ease, words } = readingEase(texts);
      if (words < enoughWords || ease >= leastEase) continue;
      yield {
        place: placeIn(first, 0),
        words: 'This text is as hard to read as an academic paper.',
        fix: 'Make the longest sentences into two, and put short words for long ones.',
      };
    }
  },
});
