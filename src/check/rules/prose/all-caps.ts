import { placeIn } from '../../passage.js';
import { capitalRuns, isShouting } from '../../prose/capitals.js';
import { proseOf } from '../../prose/prose.js';
import { rule } from '../../rule.js';

export const allCaps = rule({
  id: 'prose/all-caps',
  over: 'writing',
  severity: 'warning',
  title: 'Sentences are not in capitals',
  why: 'Words in capitals lose their shape and are slow to read, above all for people with dyslexia. Some screen readers spell them out letter by letter, and spam filters count them.',
  origins: [
    {
      title: 'British Dyslexia Association, Dyslexia Style Guide',
      url: 'https://www.bdadyslexia.org.uk/advice/employers/creating-a-dyslexia-friendly-workplace/dyslexia-friendly-style-guide',
    },
  ],
  bad: 'PLEASE SIGN TODAY and pass it on.',
  good: 'Please sign **today** and pass it on.',
  *judge(writing, { spelling }) {
    for (const passage of proseOf(writing)) {
      // A subject in capitals is the business of the rules about subjects, a title of prose/shouting-title.
      if (passage.role === 'subject' || isShouting(passage, spelling)) continue;
      for (const { text, from } of capitalRuns(passage, spelling)) {
        yield {
          place: placeIn(passage, from),
          words: `“${text.replace(/\s+/g, ' ')}” is in capitals.`,
          fix: 'Write it in small letters; if one word has to stand out, make it bold.',
        };
      }
    }
  },
});
