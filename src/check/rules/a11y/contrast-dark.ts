import { contrast as contrastOf, contrastWords, shadeSuggestion } from '../../../model/contrast.js';
import { faintWords } from '../../edition/contrasts.js';
import { sightOf } from '../../edition/sight.js';
import { styleSheetsOf } from '../../edition/style-sheets.js';
import { quoted } from '../../edition/words.js';
import { rule } from '../../rule.js';

export const contrastDark = rule({
  id: 'a11y/contrast-dark',
  over: 'edition',
  severity: 'warning',
  title: 'Words stand out in dark appearance, too',
  why: 'Where a template has colours of its own for dark appearance, a colour that it forgets stays as it is for light: dark words on a dark ground.',
  origins: [
    { title: 'WCAG 2.2, 1.4.3 Contrast (Minimum)', url: 'https://www.w3.org/TR/WCAG22/#contrast-minimum' },
    {
      title: 'Can I email, @media (prefers-color-scheme)',
      url: 'https://www.caniemail.com/features/css-at-media-prefers-color-scheme/',
    },
  ],
  bad: '@media (prefers-color-scheme: dark) { .paper { background: #1b1722 !important } }   /* and the words stay #1f1b24 */',
  good: '@media (prefers-color-scheme: dark) { .paper { background: #1b1722 !important; color: #eee9f2 !important } }',
  *judge({ markup }) {
    const isMadeForDark = styleSheetsOf(markup).some(({ rules }) =>
      rules.some(({ conditions }) => conditions.some((one) => /prefers-color-scheme\s*:\s*dark/i.test(one))),
    );
    if (!isMadeForDark) return;
    const light = sightOf(markup, 'light');
    for (const { text, ink, ground, ratio, least } of faintWords(markup, 'dark')) {
      // What is the same in both is told of the light one.
      if (light.inkOf(text) === ink && light.groundOf(text) === ground) continue;
      const shade = shadeSuggestion(ink, (one) => contrastOf(one, ground) >= least);
      yield {
        words: `In dark appearance ${quoted(text.data)} is written in ${ink} on ${ground}, a contrast of ${contrastWords(ratio)} to 1 where ${least} to 1 is the least.`,
        ...(shade && { fix: shade }),
      };
    }
  },
});
