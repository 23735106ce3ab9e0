import { wcagContrast } from 'culori';
import type { Element } from 'domhandler';
import { findAll } from 'domutils';
import { borderOf, buttonOf, hasWords, linksOf } from '../../edition/links.js';
import { type Sight, sightOf } from '../../edition/sight.js';
import { lineage, nameOf, parentOf } from '../../edition/words.js';
import { rule } from '../../rule.js';

/** What WCAG asks of the edge of a button. */
const leastEdge = 3;

export const linkUnderline = rule({
  id: 'a11y/link-underline',
  over: 'edition',
  severity: 'error',
  title: 'Links are underlined, or are buttons that stand out',
  why: 'One man in twelve does not see colours as designers do. A link that only its colour tells from the words around it is no link to him.',
  origins: [
    { title: 'WCAG 2.2, 1.4.1 Use of Color', url: 'https://www.w3.org/TR/WCAG22/#use-of-color' },
    { title: 'WCAG 2.2, 1.4.11 Non-text Contrast', url: 'https://www.w3.org/TR/WCAG22/#non-text-contrast' },
  ],
  bad: '<a href="https://www.example.org/sign" style="color:#5a2a91;text-decoration:none">the petition</a>',
  good: '<a href="https://www.example.org/sign" style="color:#5a2a91;text-decoration:underline">the petition</a>',
  *judge({ markup }) {
    const sight = sightOf(markup);
    for (const link of linksOf(markup, sight)) {
      if (!hasWords(link)) continue;
      const style = sight.styleOf(link);
      const line = style.get('text-decoration-line') ?? 'underline';
      const isUnderlined = line.includes('underline') || /[1-9]/.test(style.get('border-bottom') ?? '');
      if (isUnderlined || isInHeading(link) || isUnderlinedInside(link, sight)) continue;
      const button = buttonOf(link, sight);
      if (!button) {
        yield {
          words: `The link ${nameOf(link)} is not underlined.`,
          fix: 'Write text-decoration:underline in its style.',
        };
        continue;
      }
      const around = sight.groundOf(parentOf(button) ?? button);
      const edges = [sight.groundOf(button), borderOf(button, sight)].filter((colour) => colour !== undefined);
      if (around === undefined || edges.length === 0) continue;
      if (Math.max(...edges.map((colour) => wcagContrast(colour, around))) >= leastEdge) continue;
      yield {
        words: `The button ${nameOf(link)} hardly stands out from its ground, ${around}.`,
        fix: 'Give it a darker or lighter colour or border, or underline its words.',
      };
    }
  },
});

/** A heading that is a link is told from the text around it by being a heading. */
function isInHeading(link: Element): boolean {
  return [...lineage(link)].some(({ name }) => /^h[1-6]$/.test(name));
}

function isUnderlinedInside(link: Element, { styleOf }: Sight): boolean {
  return findAll(
    (element) => element.name === 'u' || (styleOf(element).get('text-decoration-line') ?? '').includes('underline'),
    link.children,
  ).some(hasWords);
}
