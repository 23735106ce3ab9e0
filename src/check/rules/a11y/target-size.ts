import type { Element } from 'domhandler';
import { getElementsByTagName } from 'domutils';
import { buttonOf, hasWords, linksOf } from '../../edition/links.js';
import { type Sight, sightOf } from '../../edition/sight.js';
import { nameOf, nameOfPicture } from '../../edition/words.js';
import { rule } from '../../rule.js';

/** In pixels. */
const least = 24;

export const targetSize = rule({
  id: 'a11y/target-size',
  over: 'edition',
  severity: 'warning',
  title: 'Buttons and linked pictures are large enough for a finger',
  why: 'Who has unsteady hands, or reads on the bus, misses a small button and hits the one beside it.',
  origins: [
    { title: 'WCAG 2.2, 2.5.8 Target Size (Minimum)', url: 'https://www.w3.org/TR/WCAG22/#target-size-minimum' },
  ],
  bad: '<a href="https://social.example/union"><img src="icon.png" alt="Follow us" width="16" height="16"></a>',
  good: '<a href="https://social.example/union"><img src="icon.png" alt="Follow us" width="32" height="32"></a>',
  *judge({ markup }) {
    const sight = sightOf(markup);
    for (const link of linksOf(markup, sight)) {
      if (!hasWords(link)) {
        for (const picture of getElementsByTagName('img', link)) {
          const sides = [picture.attribs.width, picture.attribs.height].map(Number).filter((side) => side > 1);
          const smaller = Math.min(...sides);
          if (smaller + paddingOf(link, sight) >= least) continue;
          yield {
            words: `${nameOfPicture(picture)} is a link and only ${smaller} pixels across.`,
            fix: `Make it ${least} pixels each way at least, or put space inside the link.`,
          };
        }
        continue;
      }
      const button = buttonOf(link, sight);
      if (!button) continue;
      const line = sight.sizeOf(link) * (sight.lineHeightOf(link) ?? 1.15);
      const height = line + paddingOf(link, sight) + (button === link ? 0 : paddingOf(button, sight));
      if (height >= least) continue;
      yield {
        words: `The button ${nameOf(link)} is ${Math.round(height)} pixels high.`,
        fix: `Give it more space above and below its words: ${least} pixels are the least, 44 are good.`,
      };
    }
  },
});

/** The space inside an element above and below, in pixels. */
function paddingOf(element: Element, { styleOf }: Sight): number {
  const style = styleOf(element);
  const [top = '0', , bottom = top] = (style.get('padding') ?? '0').split(/\s+/);
  return pixels(style.get('padding-top') ?? top) + pixels(style.get('padding-bottom') ?? bottom);
}

function pixels(value: string): number {
  return /^\d*\.?\d+px$/.test(value) ? Number.parseFloat(value) : 0;
}
