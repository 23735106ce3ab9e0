import type { Element } from 'domhandler';
import { sightOf } from '../../edition/sight.js';
import { styleSheetsOf } from '../../edition/style-sheets.js';
import { lineage, quoted, readable, textsIn } from '../../edition/words.js';
import { type Markup, named } from '../../markup.js';
import { rule } from '../../rule.js';

/** As much as an inbox shows of a mail beside its subject, and what fills it up. */
const longestPreheader = 300;

export const hiddenText = rule({
  id: 'deliver/hidden-text',
  over: 'edition',
  severity: 'error',
  title: 'Nothing but the preheader is hidden',
  why: 'Words in the colour of their ground, or too small to see, are the oldest trick of junk mail, and filters look for them. Screen readers read them out all the same, and so does anybody’s dark mode.',
  origins: [{ title: 'Apache SpamAssassin, HTML_FONT_LOW_CONTRAST', url: 'https://spamassassin.apache.org/' }],
  bad: '<p style="color:#ffffff;background-color:#ffffff">Win a holiday</p>',
  good: '<p style="color:#1a1a1a;background-color:#ffffff">Win better pay</p>',
  *judge({ markup }) {
    const { isHidden, groundOf, inkOf, texts } = sightOf(markup);
    const isShownSometimes = shownSometimes(markup);
    const body = named(markup, 'body')[0];
    const all = body ? textsIn(body) : markup.document.children.flatMap(textsIn);
    const seen = new Set(texts);
    let before = 0;
    let isOpening = true;
    for (const text of all) {
      if (seen.has(text)) {
        isOpening = false;
        const ground = groundOf(text);
        if (ground === undefined || ground !== inkOf(text)) continue;
        yield {
          words: `${quoted(text.data)} has the colour of its ground, so nobody can see it.`,
          fix: 'Give it a colour that stands out, or take it out.',
        };
        continue;
      }
      if (!isHidden(text) || !/[\p{L}\p{N}]/u.test(text.data) || [...lineage(text)].some(isShownSometimes)) continue;
      if (isOpening) before += readable(text.data).length;
      if (isOpening && before <= longestPreheader) continue;
      yield { words: `${quoted(text.data)} is there and cannot be seen.`, fix: 'Show it, or take it out.' };
    }
  },
});

/** Whether a style block shows an element on some devices, a telephone perhaps: then it is not kept from readers. */
function shownSometimes(markup: Markup): (element: Element) => boolean {
  const classes = new Set(
    styleSheetsOf(markup)
      .flatMap(({ rules }) => rules)
      .filter(
        ({ conditions, declarations }) =>
          conditions.length > 0 &&
          declarations.some(
            ({ property, value }) =>
              (property === 'display' && value !== 'none') || (property === 'font-size' && !/^0/.test(value)),
          ),
      )
      .flatMap(({ selectors }) => selectors.flatMap((selector) => selector.match(/\.[\w-]+/g) ?? [])),
  );
  return ({ attribs }) => (attribs.class ?? '').split(/\s+/).some((name) => classes.has(`.${name}`));
}
