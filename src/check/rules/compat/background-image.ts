import { sightOf } from '../../edition/sight.js';
import { nameOf, textsIn } from '../../edition/words.js';
import { rule } from '../../rule.js';

export const backgroundImage = rule({
  id: 'compat/background-image',
  over: 'edition',
  severity: 'warning',
  title: 'Words on a picture can be read without the picture',
  why: 'Outlook for Windows shows no pictures behind words, and many readers keep pictures back. White words on a dark photograph are then white on white.',
  origins: [
    { title: 'Can I email, background-image', url: 'https://www.caniemail.com/features/css-background-image/' },
  ],
  bad: '<mj-section background-url="https://www.example.org/night.jpg">',
  good: '<mj-section background-url="https://www.example.org/night.jpg" background-color="#121017">',
  *judge({ markup }) {
    const { styleOf, ownGround, isHidden } = sightOf(markup);
    const hasOwnPicture = (element: Parameters<typeof ownGround>[0]) =>
      (styleOf(element).get('background-image') ?? 'none') !== 'none' || Boolean(element.attribs.background);
    for (const element of markup.elements) {
      if (!hasOwnPicture(element) || ownGround(element) !== undefined) continue;
      if (isHidden(element) || textsIn(element).length === 0) continue;
      yield {
        words: `${nameOf(element)} stands on a picture with no colour under it.`,
        fix: 'Give it a background-color like the picture’s.',
      };
    }
  },
});
