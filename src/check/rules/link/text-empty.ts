import { named, wordsOf } from '../../markup.js';
import { rule } from '../../rule.js';

export const textEmpty = rule({
  id: 'link/text-empty',
  over: 'edition',
  severity: 'error',
  title: 'Links have words',
  why: 'A link without words cannot be seen, and a screen reader says “link” and nothing else.',
  origins: [{ title: 'WCAG 2.2, 4.1.2 Name, Role, Value', url: 'https://www.w3.org/TR/WCAG22/#name-role-value' }],
  bad: '<a href="https://www.example.org/sign"></a>',
  good: '<a href="https://www.example.org/sign">Sign the petition</a>',
  *judge({ markup }) {
    for (const link of named(markup, 'a')) {
      const { href, name, id } = link.attribs;
      if (href === undefined || name !== undefined || (id !== undefined && href === '')) continue;
      const hasPicture = link.children.some((child) => child.type === 'tag' && child.name === 'img');
      const label = link.attribs['aria-label'] ?? '';
      // A link that is a picture is another rule’s.
      if (hasPicture || label.trim() !== '' || wordsOf(link) !== '') continue;
      yield {
        words: `The link to ${href.length > 60 ? `${href.slice(0, 57)}…` : href} has no words.`,
        fix: 'Put words between <a …> and </a>.',
      };
    }
  },
});
