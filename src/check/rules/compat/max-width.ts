import { sightOf } from '../../edition/sight.js';
import { nameOf, nameOfPicture } from '../../edition/words.js';
import { rule } from '../../rule.js';

/** In pixels: what fits beside the list of mails on a small computer. */
const widest = 640;

export const maxWidth = rule({
  id: 'compat/max-width',
  over: 'edition',
  severity: 'warning',
  title: 'An edition is no wider than a window',
  why: 'Mail programs show an email in a part of their window. Of what is wider, readers have to push the end of every line into view.',
  origins: [{ title: 'MJML documentation, mj-body', url: 'https://documentation.mjml.io/#mj-body' }],
  bad: '<mj-body width="800px">',
  good: '<mj-body width="600px">',
  *judge({ markup }) {
    const { styleOf, isHidden } = sightOf(markup);
    const told = new Set<number>();
    for (const element of markup.elements) {
      if (!['table', 'td', 'div', 'img', 'body'].includes(element.name) || isHidden(element)) continue;
      const style = styleOf(element);
      // What may grow but need not is no trouble.
      const limit = pixels(style.get('max-width'));
      const fixed = pixels(style.get('width')) ?? pixels(element.attribs.width) ?? pixels(style.get('min-width'));
      const width =
        fixed === undefined || (limit !== undefined && element.name === 'img')
          ? limit
          : Math.min(fixed, limit ?? fixed);
      const isFluid = style.get('width')?.endsWith('%') && limit === undefined;
      if (width === undefined || width <= widest || isFluid || told.has(width)) continue;
      told.add(width);
      yield {
        words: `${element.name === 'img' ? nameOfPicture(element) : nameOf(element)} is ${width} pixels wide.`,
        fix: `Make it 600 pixels, and never more than ${widest}.`,
      };
    }
  },
});

function pixels(value: string | undefined): number | undefined {
  return value !== undefined && /^\d+(?:\.\d+)?(?:px)?$/.test(value) ? Number.parseFloat(value) : undefined;
}
