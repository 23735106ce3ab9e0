import { directionOf, isLanguage } from '../../edition/languages.js';
import { nameOf, nearest } from '../../edition/words.js';
import { unwrapped } from '../../edition/wrapping.js';
import { rule } from '../../rule.js';

export const dir = rule({
  id: 'a11y/dir',
  over: 'edition',
  severity: 'error',
  title: 'An edition says in which direction it is read',
  why: 'Mail programs put an email into pages of their own, which may run from right to left. Without a direction of its own its full stops, brackets and columns change sides.',
  origins: [
    {
      title: 'Email Markup Consortium, accessibility report',
      url: 'https://emailmarkup.org/en/reports/accessibility/',
    },
    { title: 'WCAG 2.2, 1.3.2 Meaningful Sequence', url: 'https://www.w3.org/TR/WCAG22/#meaningful-sequence' },
  ],
  bad: '<body><div lang="ar">…',
  good: '<body><div lang="ar" dir="rtl">…',
  *judge({ markup, edition }) {
    const own = isLanguage(edition.lang) ? directionOf(edition.lang) : 'ltr';
    for (const part of unwrapped(markup, 'dir')) {
      yield {
        words: `No element inside the body says in which direction ${part} is read.`,
        fix: `Write dir="${own}" on an element around everything in the body.`,
      };
    }
    for (const element of markup.elements) {
      const said = element.attribs.dir?.trim().toLowerCase();
      if (said !== undefined && !['ltr', 'rtl', 'auto'].includes(said)) {
        yield { words: `“${said}” is not a direction.`, fix: 'Write dir="ltr" or dir="rtl".' };
      }
      const tag = element.attribs.lang?.trim();
      if (!tag || !isLanguage(tag)) continue;
      const around = nearest(element, ({ attribs }) => attribs.dir?.trim().toLowerCase()) ?? 'ltr';
      const meant = directionOf(tag);
      if (around !== meant && ['ltr', 'rtl'].includes(around)) {
        yield {
          words: `${nameOf(element)} is in a language that is read ${ways[meant]}, and is laid out ${ways[around === 'rtl' ? 'rtl' : 'ltr']}.`,
          fix: `Write dir="${meant}" beside lang="${tag}".`,
        };
      }
    }
  },
});

const ways = { ltr: 'from left to right', rtl: 'from right to left' };
