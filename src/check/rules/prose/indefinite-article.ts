import { placeIn } from '../../passage.js';
import { isEnglish } from '../../prose/prose.js';
import { retextOpinions } from '../../prose/retext.js';
import { rule } from '../../rule.js';

/** What is said both ways, or where “a” is a letter. */
const undecided =
  /^(?:uyghurs?|uighurs?|herb(?:s|al)?|is|in|as|are|it|or|historic(?:al)?|hotels?|humble|EU|SOS|FAQs?)$/i;

export const indefiniteArticle = rule({
  id: 'prose/indefinite-article',
  over: 'writing',
  severity: 'warning',
  title: '“A” and “an” go by the sound that follows',
  why: 'The wrong article makes a reader stumble, above all one who listens. It is often left behind when the next word is changed.',
  origins: [{ title: 'retext-indefinite-article', url: 'https://github.com/retextjs/retext-indefinite-article' }],
  bad: 'Sign up for a online meeting.',
  good: 'Sign up for an online meeting.',
  *judge(writing) {
    if (!isEnglish(writing)) return;
    for (const { about, passage, from, to, actual, expected } of retextOpinions(writing)) {
      if (about !== 'indefinite-article') continue;
      const next = /^\s+["'“‘([]?([\p{L}\p{N}’'-]+)/u.exec(passage.text.slice(to, to + 60))?.[1] ?? '';
      if (next === '' || undecided.test(next)) continue;
      yield {
        place: placeIn(passage, from),
        words: `“${actual} ${next}” has the wrong article.`,
        fix: `Write “${expected[0] ?? ''} ${next}”.`,
      };
    }
  },
});
