import { matchesIn, type PassageRole, placeIn } from '../../passage.js';
import { byVersion } from '../../prose/prose.js';
import { rule } from '../../rule.js';

/** One emoji as readers see it: a flag, or a picture with its skin tone and what is joined to it. */
const emojis =
  /\p{Regional_Indicator}{2}|(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F)(?:\p{Emoji_Modifier}|\uFE0F|\u200D\p{Extended_Pictographic})*/gu;

const maybe = /\p{Emoji_Presentation}|\uFE0F/u;

const signposts: ReadonlySet<PassageRole> = new Set(['title', 'label', 'heading', 'section-title']);

export const emoji = rule({
  id: 'prose/emoji',
  over: 'writing',
  severity: 'info',
  title: 'Few emoji, and none in titles and buttons',
  why: 'A screen reader says the name of every emoji, in the middle of the sentence: “party popper, party popper”. Many look different, or like an empty box, in another mail program.',
  origins: [
    {
      title: 'Government Communication Service, planning, creating and publishing accessible social media campaigns',
    },
  ],
  bad: 'title: Join us 🎉🎉',
  good: 'title: Join us',
  *judge({ passages }) {
    if (!passages.some(({ text }) => maybe.test(text))) return;
    for (const group of byVersion(passages)) {
      let count = 0;
      let isTold = false;
      for (const passage of group) {
        if (!maybe.test(passage.text)) continue;
        const isSignpost = signposts.has(passage.role);
        for (const { 0: text, from } of matchesIn(passage, emojis)) {
          if (!isSignpost) count += 1;
          if (!isSignpost && (count < 2 || isTold)) continue;
          if (!isSignpost) isTold = true;
          yield {
            place: placeIn(passage, from),
            words: isSignpost ? `“${passage.text}” has an emoji in it.` : `“${text}” is not the only emoji here.`,
            fix: isSignpost ? 'Say it in words.' : 'Keep one at most, at the end of a sentence.',
          };
          if (isSignpost) break;
        }
      }
    }
  },
});
