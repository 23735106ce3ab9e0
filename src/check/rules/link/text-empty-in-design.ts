import { isTag } from 'domhandler';
import { findOne } from 'domutils';
import { named, wordsOf } from '../../markup.js';
import { rule } from '../../rule.js';
import type { EditionSubject } from '../../subjects.js';

export const textEmptyInDesign = rule({
  id: 'link/text-empty-in-design',
  over: 'edition',
  severity: 'error',
  title: 'Links of a design have words',
  why: 'A link without words cannot be seen, and a screen reader says “link” and nothing else.',
  origins: [{ title: 'WCAG 2.2, 4.1.2 Name, Role, Value', url: 'https://www.w3.org/TR/WCAG22/#name-role-value' }],
  bad: '<a href="https://www.example.org/sign"></a>',
  good: '<a href="https://www.example.org/sign">Sign the petition</a>',
  *judge({ markup, issue }) {
    for (const link of named(markup, 'a')) {
      const { href, name, id } = link.attribs;
      if (href === undefined || name !== undefined || (id !== undefined && href === '')) continue;
      // A link that is a picture is another rule’s.
      const hasPicture = findOne((element) => element.name === 'img', link.children.filter(isTag)) !== null;
      const label = link.attribs['aria-label'] ?? '';
      if (hasPicture || label.trim() !== '' || wordsOf(link) !== '') continue;
      // What an editor wrote is told at its place.
      if (isWritten(href, issue)) continue;
      yield {
        words: `The link to ${href.length > 60 ? `${href.slice(0, 57)}…` : href} has no words.`,
        fix: 'Put words between <a …> and </a>.',
      };
    }
  },
});

function isWritten(href: string, { sections, intro }: EditionSubject['issue']): boolean {
  const texts = sections.flatMap(({ items }) => items.map(({ body }) => body.text));
  return [intro?.text ?? '', ...texts].some((text) => text.includes(`](${href}`));
}
