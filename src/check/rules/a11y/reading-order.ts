import { directionOf, isLanguage } from '../../edition/languages.js';
import { sightOf } from '../../edition/sight.js';
import { nameOf, nearest, textsIn } from '../../edition/words.js';
import { rule } from '../../rule.js';

export const readingOrder = rule({
  id: 'a11y/reading-order',
  over: 'edition',
  severity: 'error',
  title: 'An edition is read in the order in which it is written',
  why: 'Columns can be made to change sides by saying that English runs from right to left. Eyes then see one order and screen readers and phones keep the other, and full stops jump to the front of the line.',
  origins: [
    { title: 'WCAG 2.2, 1.3.2 Meaningful Sequence', url: 'https://www.w3.org/TR/WCAG22/#meaningful-sequence' },
    { title: 'MJML issue 2514', url: 'https://github.com/mjmlio/mjml/issues/2514' },
  ],
  bad: '<mj-section direction="rtl"> with two columns in English',
  good: '<mj-section> with the columns in the order in which they are to be read',
  *judge({ markup, edition }) {
    const { styleOf, isHidden } = sightOf(markup);
    for (const element of markup.elements) {
      const { attribs } = element;
      if (Number(attribs.tabindex) > 0) {
        yield {
          words: `${nameOf(element)} is taken out of its turn for the keyboard by tabindex="${attribs.tabindex}".`,
          fix: 'Take it out, and put the elements into the order in which they are to be read.',
        };
      }
      if (attribs.lang !== undefined || isHidden(element)) continue;
      const said = styleOf(element).get('direction') ?? attribs.dir?.toLowerCase();
      if (said !== 'rtl') continue;
      const tag = nearest(element, (outer) => outer.attribs.lang);
      const lang = tag && isLanguage(tag) ? tag : edition.lang;
      // Languages within it may run the other way: then it says so for them.
      const isOfOthers = textsIn(element).every((text) => {
        const own = nearest(text, (outer) => outer.attribs.lang);
        return own !== undefined && isLanguage(own) && directionOf(own) === 'rtl';
      });
      if (isOfOthers || directionOf(lang) === 'rtl') continue;
      yield {
        words: `${nameOf(element)} is laid out from right to left, and its language is read from left to right.`,
        fix: 'Take direction="rtl" or dir="rtl" out, and write the columns in the order in which they are to be read.',
      };
    }
  },
});
