import { placeIn } from '../../passage.js';
import { plainer } from '../../prose/plain-words.js';
import { isEnglish } from '../../prose/prose.js';
import { retextOpinions } from '../../prose/retext.js';
import { rule } from '../../rule.js';

export const plainWords = rule({
  id: 'prose/plain-words',
  over: 'writing',
  severity: 'info',
  title: 'Plain words where there are plain words',
  why: 'Members read between two lessons, on a phone, and not all of them in their first language. A plain word is read faster by everybody, and nobody takes it amiss.',
  origins: [
    {
      title: 'GOV.UK style guide, words to avoid',
      url: 'https://www.gov.uk/guidance/style-guide/a-to-z-of-gov-uk-style',
    },
    { title: 'retext-simplify', url: 'https://github.com/retextjs/retext-simplify' },
  ],
  bad: 'Please utilise the form prior to the meeting.',
  good: 'Please use the form before the meeting.',
  *judge(writing) {
    if (!isEnglish(writing)) return;
    for (const { about, passage, from, actual } of retextOpinions(writing)) {
      if (about !== 'simplify' || passage.role === 'quote' || passage.role === 'excerpt') continue;
      const written = actual.replace(/\s+/g, ' ');
      const better = plainer.get(written.toLowerCase());
      if (better === undefined) continue;
      yield {
        place: placeIn(passage, from),
        words: `There is a plainer way to say “${written}”.`,
        fix: `Write “${better}”, or say it in another way.`,
      };
    }
  },
});
