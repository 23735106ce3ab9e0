import { placeIn } from '../../passage.js';
import { mendingIn } from '../../prose/mending.js';
import { isEnglish } from '../../prose/prose.js';
import { retextOpinions } from '../../prose/retext.js';
import { rule } from '../../rule.js';

export const repeatedWord = rule({
  id: 'prose/repeated-word',
  over: 'writing',
  severity: 'warning',
  title: 'No word stands twice in a row',
  why: 'A doubled word is nearly always left over from a change. Whoever wrote the sentence reads past it; many readers do not, and screen readers say it twice.',
  origins: [{ title: 'retext-repeated-words', url: 'https://github.com/retextjs/retext-repeated-words' }],
  bad: 'Write to the the minister.',
  good: 'Write to the minister.',
  *judge(writing) {
    if (!isEnglish(writing)) return;
    for (const { about, passage, from, to, actual, expected } of retextOpinions(writing)) {
      if (about !== 'repeated-words') continue;
      const [first = '', second = ''] = actual.split(/\s+/);
      // “That that”, “had had” and the like are left alone by retext, and so are names.
      const edit =
        first === second || first.toLowerCase() === second ? mendingIn(passage, { from, to }, first) : undefined;
      yield {
        place: placeIn(passage, from),
        words: `“${actual.replace(/\s+/g, ' ')}” says one word twice.`,
        fix: `Write “${expected[0] ?? first}” once.`,
        ...(edit && { edits: [edit] }),
      };
    }
  },
});
