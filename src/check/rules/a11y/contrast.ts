import { contrast as contrastOf, contrastWords, shadeSuggestion } from '../../../model/contrast.js';
import { faintWords } from '../../edition/contrasts.js';
import { quoted } from '../../edition/words.js';
import { rule } from '../../rule.js';

export const contrast = rule({
  id: 'a11y/contrast',
  over: 'edition',
  severity: 'error',
  title: 'Words stand out from what is behind them',
  why: 'Grey on white looks elegant on a new screen and cannot be read on an old one, in the sun, or by about one reader in twelve.',
  origins: [{ title: 'WCAG 2.2, 1.4.3 Contrast (Minimum)', url: 'https://www.w3.org/TR/WCAG22/#contrast-minimum' }],
  bad: '<mj-text color="#999999">Closes on Friday</mj-text>',
  good: '<mj-text color="#595959">Closes on Friday</mj-text>',
  *judge({ markup }) {
    for (const { text, ink, ground, ratio, least } of faintWords(markup, 'light')) {
      const shade = shadeSuggestion(ink, (one) => contrastOf(one, ground) >= least);
      yield {
        words: `${quoted(text.data)} is written in ${ink} on ${ground}, a contrast of ${contrastWords(ratio)} to 1 where ${least} to 1 is the least.`,
        ...(shade && { fix: shade }),
      };
    }
  },
});
