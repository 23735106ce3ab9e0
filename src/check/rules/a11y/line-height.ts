import { paragraphsOf, sightOf } from '../../edition/sight.js';
import { nameOf } from '../../edition/words.js';
import { rule } from '../../rule.js';

/** As a multiple of the size, and how long a paragraph is that has more lines than one. */
const least = 1.4;
const longer = 80;

export const lineHeight = rule({
  id: 'a11y/line-height',
  over: 'edition',
  severity: 'warning',
  title: 'Lines stand far enough apart',
  why: 'Where lines touch one another the eye slips from one to the next, above all for people with dyslexia and on a small screen.',
  origins: [
    { title: 'WCAG 2.2, 1.4.12 Text Spacing', url: 'https://www.w3.org/TR/WCAG22/#text-spacing' },
    {
      title: 'British Dyslexia Association, Dyslexia friendly style guide',
      url: 'https://www.bdadyslexia.org.uk/advice/employers/creating-a-dyslexia-friendly-workplace/dyslexia-friendly-style-guide',
    },
  ],
  bad: '<mj-text line-height="1.1">…',
  good: '<mj-text line-height="1.5">…',
  *judge({ markup }) {
    const sight = sightOf(markup);
    for (const { element, characters } of paragraphsOf(sight)) {
      if (characters < longer) continue;
      const height = sight.lineHeightOf(element);
      if (height !== undefined && height >= least - 0.005) continue;
      yield {
        words:
          height === undefined
            ? `Nothing says how far apart the lines of ${nameOf(element)} stand.`
            : `The lines of ${nameOf(element)} stand ${Math.round(height * 100) / 100} times the size of the type apart.`,
        fix: `Set line-height to 1.5, and ${least} at least.`,
      };
    }
  },
});
