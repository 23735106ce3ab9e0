import { isFontAddress } from '../../edition/fetched.js';
import { styleSheetsOf } from '../../edition/style-sheets.js';
import { named } from '../../markup.js';
import { rule } from '../../rule.js';

export const remoteCss = rule({
  id: 'compat/remote-css',
  over: 'edition',
  severity: 'error',
  title: 'An edition brings its styles along',
  why: 'Hardly a mail program fetches a style sheet from the web, so the email has no layout. Those that do tell the web server who has opened it.',
  origins: [
    { title: 'Can I email, <link> element', url: 'https://www.caniemail.com/features/html-link/' },
    { title: 'Can I email, @import', url: 'https://www.caniemail.com/features/css-at-import/' },
  ],
  bad: '<link rel="stylesheet" href="https://www.example.org/mail.css">',
  good: '<mj-style>…</mj-style>',
  *judge({ markup }) {
    const sheets = named(markup, 'link').flatMap(({ attribs }) =>
      /\bstylesheet\b/i.test(attribs.rel ?? '') ? [attribs.href ?? ''] : [],
    );
    const imports = styleSheetsOf(markup)
      .flatMap(({ atRules }) => atRules)
      .filter(({ name }) => name === '@import')
      .map(({ words }) => /["'(]\s*["']?([^"')\s]+)/.exec(words)?.[1] ?? words);
    for (const address of new Set([...sheets, ...imports])) {
      if (isFontAddress(address)) continue;
      yield {
        words: `The edition fetches its styles from “${address}”.`,
        fix: 'Copy them into <mj-style> in the head of the template.',
      };
    }
  },
});
