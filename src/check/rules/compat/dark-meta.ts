import { named } from '../../markup.js';
import { rule } from '../../rule.js';

export const darkMeta = rule({
  id: 'compat/dark-meta',
  over: 'edition',
  severity: 'info',
  title: 'An edition says that it is made for light and dark appearance',
  why: 'Where an email does not say so, Apple Mail and others choose colours by themselves on a phone that is set to dark.',
  origins: [
    {
      title: 'Can I email, <meta name="color-scheme">',
      url: 'https://www.caniemail.com/features/html-meta-color-scheme/',
    },
  ],
  bad: '<mj-head></mj-head>',
  good: '<mj-raw position="file-start">… <meta name="color-scheme" content="light dark"> <meta name="supported-color-schemes" content="light dark">',
  *judge({ markup }) {
    const names = new Set(named(markup, 'meta').map(({ attribs }) => attribs.name?.toLowerCase()));
    const missing = ['color-scheme', 'supported-color-schemes'].filter((name) => !names.has(name));
    if (missing.length === 0) return;
    yield {
      words: `The edition has no <meta name="${missing.join('"> and no <meta name="')}">.`,
      fix: `Put ${missing.map((name) => `<meta name="${name}" content="light dark">`).join(' and ')} into the head of the template, in <mj-raw>.`,
    };
  },
});
