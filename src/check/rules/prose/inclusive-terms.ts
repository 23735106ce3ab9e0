import { placeIn } from '../../passage.js';
import { moreInclusive } from '../../prose/inclusive-words.js';
import { isEnglish } from '../../prose/prose.js';
import { retextOpinions } from '../../prose/retext.js';
import { rule } from '../../rule.js';

export const inclusiveTerms = rule({
  id: 'prose/inclusive-terms',
  over: 'writing',
  severity: 'info',
  title: 'Words that leave nobody out',
  why: 'Some words tell part of the readers that they are not meant, or name people by what they are said to lack. There is nearly always one that means everybody and says as much.',
  origins: [
    {
      title: 'Inclusive language: words to use and avoid when writing about disability, Cabinet Office',
      url: 'https://www.gov.uk/government/publications/inclusive-communication/inclusive-language-words-to-use-and-avoid-when-writing-about-disability',
    },
    { title: 'retext-equality', url: 'https://github.com/retextjs/retext-equality' },
  ],
  bad: 'The chairman will open the meeting.',
  good: 'The chair will open the meeting.',
  *judge(writing) {
    if (!isEnglish(writing)) return;
    for (const { about, passage, from, actual } of retextOpinions(writing)) {
      if (about !== 'equality' || passage.role === 'quote' || passage.role === 'excerpt') continue;
      const written = actual.replace(/\s+/g, ' ');
      // With a capital in the middle of a sentence it is somebody’s title: “the Chairman of the bank”.
      if (/^\p{Lu}/u.test(written) && /[\p{L}\p{N},:][”’)]?\s+$/u.test(passage.text.slice(0, from).slice(-8))) continue;
      const plain = written.toLowerCase();
      // “Man-power” is “manpower”.
      const better = moreInclusive.get(plain) ?? moreInclusive.get(plain.replaceAll('-', ''));
      if (better === undefined) continue;
      yield {
        place: placeIn(passage, from),
        words: `“${written}” leaves some people out.`,
        fix: `Write “${better}”, or what else says it.`,
      };
    }
  },
});
