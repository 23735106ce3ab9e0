import { findAll } from 'domutils';
import { sightOf } from '../../edition/sight.js';
import { nameOf, readable, textsIn } from '../../edition/words.js';
import { rule } from '../../rule.js';

export const hiddenContent = rule({
  id: 'a11y/hidden-content',
  over: 'edition',
  severity: 'error',
  title: 'What can be seen can be heard',
  why: 'aria-hidden takes something away from screen readers. A link in it can still be reached with the keyboard, and then says nothing; words in it are kept from those who cannot see them.',
  origins: [
    { title: 'axe rule aria-hidden-focus', url: 'https://dequeuniversity.com/rules/axe/4.10/aria-hidden-focus' },
    { title: 'WCAG 2.2, 4.1.2 Name, Role, Value', url: 'https://www.w3.org/TR/WCAG22/#name-role-value' },
  ],
  bad: '<div aria-hidden="true"><a href="https://www.example.org/sign">Sign the petition</a></div>',
  good: '<div><a href="https://www.example.org/sign">Sign the petition</a></div>',
  *judge({ markup }) {
    const { isHidden } = sightOf(markup);
    for (const element of markup.elements) {
      if (element.attribs['aria-hidden']?.toLowerCase() !== 'true' || isHidden(element)) continue;
      const links = findAll(({ name, attribs }) => name === 'a' && attribs.href !== undefined, [element]);
      const words = textsIn(element).filter((text) => !isHidden(text) && /\p{L}/u.test(readable(text.data)));
      if (links.length === 0 && words.length === 0) continue;
      yield {
        words:
          links.length > 0
            ? `The link ${nameOf(links[0] ?? element)} is kept from screen readers, and the keyboard still goes to it.`
            : `${nameOf(element)} is kept from screen readers.`,
        fix: 'Take aria-hidden="true" off it.',
      };
    }
  },
});
