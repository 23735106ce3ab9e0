import { paragraphsOf, sightOf } from '../../edition/sight.js';
import { nameOf, nearest } from '../../edition/words.js';
import { rule } from '../../rule.js';

/** Characters: a paragraph of more lines than two. */
const longer = 120;

export const justified = rule({
  id: 'a11y/justified',
  over: 'edition',
  severity: 'info',
  title: 'Paragraphs begin at the same margin and end where they end',
  why: 'Centred lines begin in another place each time, so the eye has to look for them. Lines that are stretched to both margins have gaps that run down the page like rivers.',
  origins: [
    { title: 'WCAG 2.2, 1.4.8 Visual Presentation', url: 'https://www.w3.org/TR/WCAG22/#visual-presentation' },
    {
      title: 'British Dyslexia Association, Dyslexia friendly style guide',
      url: 'https://www.bdadyslexia.org.uk/advice/employers/creating-a-dyslexia-friendly-workplace/dyslexia-friendly-style-guide',
    },
  ],
  bad: '<mj-text align="center"><p>A whole paragraph …',
  good: '<mj-text align="left"><p>A whole paragraph …',
  *judge({ markup }) {
    const sight = sightOf(markup);
    for (const { element, characters } of paragraphsOf(sight)) {
      if (characters < longer) continue;
      const align = nearest(element, (outer) => sight.styleOf(outer).get('text-align') ?? outer.attribs.align);
      if (align !== 'center' && align !== 'justify') continue;
      yield {
        words: `The paragraph ${nameOf(element)} is ${align === 'center' ? 'centred' : 'stretched to both margins'}.`,
        fix: 'Align it where its language begins: left in English.',
      };
    }
  },
});
