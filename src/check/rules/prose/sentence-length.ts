import { placeIn } from '../../passage.js';
import { isEnglish, ownProseOf } from '../../prose/prose.js';
import { sentencesIn } from '../../prose/sentences.js';
import { wordsIn } from '../../prose/words.js';
import { rule } from '../../rule.js';

const most = 35;

export const sentenceLength = rule({
  id: 'prose/sentence-length',
  over: 'writing',
  severity: 'info',
  title: `Sentences have at most ${most} words`,
  why: 'Readers lose the thread of long sentences, and those who read in a second language or on a phone sooner than others. Two sentences say the same and are read once.',
  origins: [
    {
      title: 'GOV.UK, content design: sentence length',
      url: 'https://insidegovuk.blog.gov.uk/2014/08/04/sentence-length-why-25-words-is-our-limit/',
    },
  ],
  bad: 'One sentence that goes on, with this and with that, and which …',
  good: 'One sentence says one thing. The next says the next.',
  *judge(writing) {
    if (!isEnglish(writing)) return;
    for (const passage of ownProseOf(writing)) {
      if (passage.text.length < most * 3 || wordsIn(passage).length <= most) continue;
      for (const { from, words } of sentencesIn(passage)) {
        if (words.length <= most) continue;
        const first = words.slice(0, 4).map(({ text }) => text);
        yield {
          place: placeIn(passage, from),
          words: `The sentence that begins “${first.join(' ')} …” has ${words.length} words.`,
          fix: 'Make two sentences of it, or a list.',
        };
      }
    }
  },
});
