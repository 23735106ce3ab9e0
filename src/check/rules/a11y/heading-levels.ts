import { getElementsByTagName } from 'domutils';
import { sightOf } from '../../edition/sight.js';
import { nameOf, readable } from '../../edition/words.js';
import { named, wordsOf } from '../../markup.js';
import { rule } from '../../rule.js';

export const headingLevels = rule({
  id: 'a11y/heading-levels',
  over: 'edition',
  severity: 'error',
  title: 'The headings of an edition leave no level out and are not empty',
  why: 'Screen readers say the level of a heading. Who hears a fourth after a second looks for a third that is not there, and an empty heading is a stop at nothing.',
  origins: [
    { title: 'WCAG 2.2, 1.3.1 Info and Relationships', url: 'https://www.w3.org/TR/WCAG22/#info-and-relationships' },
    { title: 'html-validate, heading-level', url: 'https://html-validate.org/rules/heading-level.html' },
  ],
  bad: '<h1>Mail-Out</h1> … <h3>Palestine</h3>',
  good: '<h1>Mail-Out</h1> … <h2>Palestine</h2>',
  *judge({ markup }) {
    const { isHidden } = sightOf(markup);
    const hasFirst = named(markup, 'h1').length > 0;
    let before = 0;
    for (const heading of named(markup, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6')) {
      const level = Number(heading.name.charAt(1));
      const pictures = getElementsByTagName('img', heading).map(({ attribs }) => attribs.alt ?? '');
      if (readable([wordsOf(heading), ...pictures].join(' ')) === '') {
        yield { words: `There is an empty heading <${heading.name}>.`, fix: 'Take it out, or put words into it.' };
        continue;
      }
      if (isHidden(heading)) continue;
      if (before === 0 ? level > 1 && hasFirst : level > before + 1) {
        yield {
          words:
            before === 0
              ? `The heading ${nameOf(heading)} comes before the <h1>.`
              : `The heading ${nameOf(heading)} is an <h${level}> below an <h${before}>.`,
          fix: before === 0 ? 'Put the <h1> first.' : `Make it an <h${before + 1}>.`,
        };
      }
      before = level;
    }
  },
});
