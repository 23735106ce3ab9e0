import type { Element } from 'domhandler';
import { findAll } from 'domutils';
import { blockOf, paragraphsOf, sightOf } from '../../edition/sight.js';
import { lineage, nameOf } from '../../edition/words.js';
import type { Markup } from '../../markup.js';
import { wordsOf } from '../../markup.js';
import { rule } from '../../rule.js';

/** In pixels: below the first nothing can be read, below the second nothing longer. */
const smallest = 14;
const running = { size: 16, characters: 80 };

export const fontSize = rule({
  id: 'a11y/font-size',
  over: 'edition',
  severity: 'error',
  title: 'Type is large enough to be read',
  why: 'Most emails are read on a phone at arm’s length, and from forty on most people need glasses for small type. Phones do not enlarge an email by themselves.',
  origins: [
    {
      title: 'British Dyslexia Association, Dyslexia friendly style guide',
      url: 'https://www.bdadyslexia.org.uk/advice/employers/creating-a-dyslexia-friendly-workplace/dyslexia-friendly-style-guide',
    },
    { title: 'GOV.UK Design System, Type scale', url: 'https://design-system.service.gov.uk/styles/type-scale/' },
  ],
  bad: '<mj-text font-size="12px">Closes on Friday</mj-text>',
  good: '<mj-text font-size="16px">Closes on Friday</mj-text>',
  *judge({ markup }) {
    const sight = sightOf(markup);
    const tiny = new Map<Element, number>();
    for (const text of sight.texts) {
      const size = sight.sizeOf(text);
      const block = blockOf(text);
      if (size >= smallest || !block) continue;
      tiny.set(block, Math.min(tiny.get(block) ?? size, size));
    }
    for (const [element, size] of tiny) {
      yield {
        words: `${nameOf(element)} has type of ${rounded(size)} pixels.`,
        fix: `Make it ${smallest} pixels at least, and running text ${running.size}.`,
      };
    }
    const footer = footerOf(markup);
    for (const { element, texts, characters } of paragraphsOf(sight)) {
      const size = Math.max(...texts.map((text) => sight.sizeOf(text)));
      if (size < smallest || size >= running.size || characters < running.characters) continue;
      if (footer && [...lineage(element)].includes(footer)) continue;
      yield {
        severity: 'warning',
        words: `${nameOf(element)} is running text of ${rounded(size)} pixels.`,
        fix: `Make it ${running.size} pixels.`,
      };
    }
  },
});

function rounded(pixels: number): string {
  return String(Math.round(pixels * 10) / 10);
}

/** The largest part around the last link to unsubscribe that has no heading in it. */
function footerOf({ elements }: Markup): Element | undefined {
  const link = elements.findLast(
    (element) => element.name === 'a' && /unsubscribe/i.test(`${element.attribs.href ?? ''} ${wordsOf(element)}`),
  );
  if (!link) return undefined;
  const hasHeading = (element: Element) => findAll(({ name }) => /^(?:h[1-6]|body)$/.test(name), [element]).length > 0;
  return [...lineage(link)].findLast((element) => !hasHeading(element));
}
