import { styleSheetsOf } from '../../edition/style-sheets.js';
import { nameOf } from '../../edition/words.js';
import { rule } from '../../rule.js';

const anyForm = /(.?)!\s*important/gis;

export const importantForm = rule({
  id: 'compat/important-form',
  over: 'edition',
  severity: 'warning',
  title: '“!important” is written with a space before it, in small letters',
  why: 'Browsers do not care how it is written. Some mail programs do, and leave the style out.',
  origins: [{ title: 'Can I email, !important', url: 'https://www.caniemail.com/features/css-important/' }],
  bad: '.paper { color: #eee9f2!important }',
  good: '.paper { color: #eee9f2 !important }',
  *judge({ markup }) {
    const texts = [
      ...styleSheetsOf(markup).map(({ css }) => ({ css, at: 'a style block' })),
      ...markup.elements.flatMap((element) =>
        element.attribs.style?.includes('!') ? [{ css: element.attribs.style, at: nameOf(element) }] : [],
      ),
    ];
    const seen = new Set<string>();
    for (const { css, at } of texts) {
      for (const match of css.matchAll(anyForm)) {
        const [form, before = ''] = match;
        const found = css.slice(css.lastIndexOf(':', match.index) + 1, match.index + form.length).trim();
        if ((before.trim() === '' && form.endsWith('!important')) || seen.has(found)) continue;
        seen.add(found);
        yield {
          words: `“${found}”, at ${at}, is not written as all mail programs know it.`,
          fix: 'Write “ !important”.',
        };
      }
    }
  },
});
