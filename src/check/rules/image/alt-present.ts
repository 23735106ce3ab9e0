import { hasWords } from '../../edition/links.js';
import { sightOf } from '../../edition/sight.js';
import { lineage, nameOfPicture } from '../../edition/words.js';
import { named } from '../../markup.js';
import { rule } from '../../rule.js';

export const altPresent = rule({
  id: 'image/alt-present',
  over: 'edition',
  severity: 'error',
  title: 'Every picture of an edition has a description, or says that it needs none',
  why: 'Many readers never see the pictures: they listen, or their mail program keeps pictures back. Without a description they get the name of a file, or a gap.',
  origins: [
    { title: 'WCAG 2.2, 1.1.1 Non-text Content', url: 'https://www.w3.org/TR/WCAG22/#non-text-content' },
    {
      title: 'Email Markup Consortium, accessibility report',
      url: 'https://emailmarkup.org/en/reports/accessibility/',
    },
  ],
  bad: '<img src="https://www.example.org/march.jpg">',
  good: '<img src="https://www.example.org/march.jpg" alt="Teachers marching through Leeds">',
  *judge({ markup }) {
    const { isHidden } = sightOf(markup);
    for (const picture of named(markup, 'img')) {
      const { alt, width, height } = picture.attribs;
      // What watches readers should not be there at all.
      if (alt !== undefined || isHidden(picture) || (width === '1' && height === '1')) continue;
      const link = [...lineage(picture)].find(({ name, attribs }) => name === 'a' && attribs.href !== undefined);
      if (link && !hasWords(link)) continue;
      yield {
        words: `${nameOfPicture(picture)} has no description.`,
        fix: 'Write what it shows in alt="…", or alt="" if it is only decoration.',
      };
    }
  },
});
