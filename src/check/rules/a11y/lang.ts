import { isLanguage } from '../../edition/languages.js';
import { unwrapped } from '../../edition/wrapping.js';
import { named } from '../../markup.js';
import { rule } from '../../rule.js';

export const lang = rule({
  id: 'a11y/lang',
  over: 'edition',
  severity: 'error',
  title: 'An edition says what language it is in, on the page and within it',
  why: 'A screen reader that does not know the language reads English words with the sounds of another. Many mail programs throw away the outermost elements, so the language has to be said inside the body as well.',
  origins: [
    { title: 'WCAG 2.2, 3.1.1 Language of Page', url: 'https://www.w3.org/TR/WCAG22/#language-of-page' },
    {
      title: 'Email Markup Consortium, accessibility report',
      url: 'https://emailmarkup.org/en/reports/accessibility/',
    },
  ],
  bad: '<html><body><table>…',
  good: '<html lang="en-GB"><body><div lang="en-GB" dir="ltr"><table>…',
  *judge({ markup, edition }) {
    const [html] = named(markup, 'html');
    const fix = `Write lang="${edition.lang}"`;
    if (!html?.attribs.lang?.trim()) {
      yield { words: 'The <html> element does not say what language the edition is in.', fix: `${fix} on it.` };
    }
    for (const part of unwrapped(markup, 'lang')) {
      yield {
        words: `No element inside the body says what language ${part} is in.`,
        fix: `${fix} on an element around everything in the body.`,
      };
    }
    const wrong = new Set(markup.elements.flatMap(({ attribs }) => attribs.lang?.trim() || []));
    for (const tag of wrong) {
      if (!isLanguage(tag))
        yield { words: `“${tag}” is not the tag of a language.`, fix: `${fix}, or the tag that you meant.` };
    }
  },
});
