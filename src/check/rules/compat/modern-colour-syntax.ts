import { declarationsOf } from '../../edition/placed-declarations.js';
import { rule } from '../../rule.js';

const modern =
  /\b(?:oklch|oklab|lab|lch|hwb|color|color-mix)\(|\b(?:rgb|hsl)a?\(\s*[\d.]+(?:%|deg)?\s+[\d.]|#(?:[\da-f]{8}|[\da-f]{4})(?![\da-f-])/i;

export const modernColourSyntax = rule({
  id: 'compat/modern-colour-syntax',
  over: 'edition',
  severity: 'error',
  title: 'Colours are written as mail programs know them',
  why: 'Gmail does not leave out a colour that it cannot read: it throws away the whole style that the colour stands in, with the space, the size and the layout.',
  origins: [
    { title: 'Can I email, rgb()', url: 'https://www.caniemail.com/features/css-rgb/' },
    { title: 'Can I email, modern colours', url: 'https://www.caniemail.com/features/css-modern-color/' },
  ],
  bad: 'color: rgb(74 35 120 / 80%)',
  good: 'color: #4a2378',
  *judge({ markup }) {
    const seen = new Set<string>();
    for (const { value, text, at } of declarationsOf(markup)) {
      if (seen.has(text) || /\burl\(/i.test(value) || !modern.test(value)) continue;
      seen.add(text);
      yield {
        words: `“${text}”, at ${at}, is in a way of writing colours for which Gmail drops the whole style.`,
        fix: 'Write the colour as “#” and six digits.',
      };
    }
  },
});
