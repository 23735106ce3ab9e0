import { getElementsByTagName } from 'domutils';
import { hasWords, linksOf } from '../../edition/links.js';
import { sightOf } from '../../edition/sight.js';
import { nameOfPicture, quoted } from '../../edition/words.js';
import { rule } from '../../rule.js';

export const linkedAlt = rule({
  id: 'image/linked-alt',
  over: 'edition',
  severity: 'error',
  title: 'A picture that is a link says where it leads',
  why: 'If the picture is all there is of a link, its description is the words of the link. Without one a screen reader spells out the address.',
  origins: [
    { title: 'W3C technique F89', url: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F89' },
    {
      title: 'WCAG 2.2, 2.4.4 Link Purpose (In Context)',
      url: 'https://www.w3.org/TR/WCAG22/#link-purpose-in-context',
    },
  ],
  bad: '<a href="https://www.example.org/"><img src="logo.png" alt=""></a>',
  good: '<a href="https://www.example.org/"><img src="logo.png" alt="The union’s website"></a>',
  *judge({ markup }) {
    const sight = sightOf(markup);
    for (const link of linksOf(markup, sight)) {
      const pictures = getElementsByTagName('img', link);
      const [first] = pictures;
      if (!first || hasWords(link) || link.attribs['aria-label']?.trim() || link.attribs.title?.trim()) continue;
      if (pictures.some(({ attribs }) => attribs.alt?.trim())) continue;
      yield {
        words: `${nameOfPicture(first)} is a link to ${quoted(link.attribs.href ?? '', 60)} and has no description.`,
        fix: 'Write where the link leads in alt="…".',
      };
    }
  },
});
