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
  *judge({ is, passages }) {
    if (is !== 'choices') return;
    for (const passage of passages) {
      if (passage.role !== 'subject') continue;
      const { text } = passage;
      const reply = /^(?:re|fwd?|aw)\s?:/i.exec(text)?.[0];
      const marks = text.match(/!/g)?.length ?? 0;
      const letters = text.replace(/[^\p{L}]/gu, '');
      const isAllCaps =
        letters.length >= 6 &&
        letters === letters.toUpperCase() &&
        letters !== letters.toLowerCase() &&
        /\p{Lu}{4}|\bNOW\b/u.test(text);
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
