import { placeIn } from '../../passage.js';
import { rule } from '../../rule.js';

export const subjectShouting = rule({
  id: 'content/subject-shouting',
  over: 'writing',
  severity: 'warning',
  title: 'A subject does not shout or pretend',
  why: 'Spam filters count capitals, rows of exclamation marks and a “RE:” that answers nothing, and so do readers.',
  origins: [{ title: 'Apache SpamAssassin: SUBJ_ALL_CAPS, PLING_PLING', url: 'https://spamassassin.apache.org/' }],
  bad: 'subject: "RE: ACT NOW!!"',
  good: 'subject: "Yemen: four days left to sign"',
  *judge({ is, passages }, { spelling }) {
    if (is !== 'choices') return;
    for (const passage of passages) {
      if (passage.role !== 'subject') continue;
      const { text } = passage;
      const reply = /^(?:re|fwd?|aw)\s?:/i.exec(text)?.[0];
      const marks = text.match(/!/g)?.length ?? 0;
      const isAllCaps = inCapitals(text, (word) => spelling.isRight(word));
      const [words, fix] = reply
        ? [`The subject begins with “${reply}”, as if it were an answer.`, 'Leave that out.']
        : isAllCaps
          ? [`The subject “${text}” is all in capitals.`, 'Write it as a sentence.']
          : marks > 1
            ? [`The subject “${text}” has ${marks} exclamation marks.`, 'Leave them out, or keep one.']
            : [];
      if (words !== undefined && fix !== undefined) yield { place: placeIn(passage, 0), words, fix };
    }
  },
});

/** One or two words and nothing else; of longer runs prose/all-caps speaks, wherever they stand. */
function inCapitals(text: string, isWord: (word: string) => boolean): boolean {
  const words = text.match(/\p{L}+/gu) ?? [];
  if (words.length > 2 || words.some((word) => word !== word.toUpperCase())) return false;
  return words.some((word) => word.length > 2 && word !== word.toLowerCase() && isWord(word.toLowerCase()));
}
