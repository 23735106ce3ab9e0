import { isFontAddress } from '../../edition/fetched.js';
import { styleSheetsOf } from '../../edition/style-sheets.js';
import { named } from '../../markup.js';
import { rule } from '../../rule.js';

export const webfont = rule({
  id: 'compat/webfont',
  over: 'edition',
  severity: 'error',
  title: 'An edition uses fonts that readers have',
  why: 'A font from the web tells its owner who opens the email, when and where, and nobody agreed to that. Gmail and Outlook do not show it anyway.',
  origins: [
    { title: 'Can I email, @font-face', url: 'https://www.caniemail.com/features/css-at-font-face/' },
    { title: 'MJML documentation, mj-font', url: 'https://documentation.mjml.io/#mj-font' },
  ],
  bad: '<mj-text font-family="Ubuntu, sans-serif">',
  good: '<mj-text font-family="Arial, Helvetica, sans-serif">',
  *judge({ markup }) {
    const links = named(markup, 'link').flatMap(({ attribs }) => attribs.href ?? []);
    const atRules = styleSheetsOf(markup).flatMap((sheet) => sheet.atRules);
    const imports = atRules.filter(({ name }) => name === '@import').map(({ words }) => words);
    const addresses = [...links, ...imports].filter(isFontAddress);
    for (const address of new Set(addresses.map((one) => /family=([^&:"')]+)/.exec(one)?.[1] ?? one))) {
      yield {
        words: `The edition fetches the font “${address.replace(/\+/g, ' ')}” from the web.`,
        fix: 'Name fonts that every computer has, such as Arial, Helvetica, sans-serif, in <mj-all font-family="…">.',
      };
    }
    for (const { name, body } of atRules) {
      if (name !== '@font-face') continue;
      const family = /font-family\s*:\s*["']?([^;"']+)/i.exec(body)?.[1]?.trim() ?? 'a font';
      yield {
        words: `The edition brings the font “${family}” along with @font-face.`,
        fix: 'Take it out, and name fonts that every computer has: Arial, Helvetica, sans-serif.',
      };
    }
  },
});
