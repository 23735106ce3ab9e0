import { styleSheetsOf } from '../../edition/style-sheets.js';
import { rule } from '../../rule.js';

/** In characters. */
const longest = 8_192;

export const styleBlock = rule({
  id: 'size/style-block',
  over: 'edition',
  severity: 'error',
  title: 'No style block is longer than Gmail takes',
  why: 'Gmail throws away a style block of more than 8,192 characters, and those after it: on a phone the layout falls back to that of a computer.',
  origins: [{ title: 'Can I email, <style> element', url: 'https://www.caniemail.com/features/html-style/' }],
  bad: 'One <mj-style> of 12,000 characters',
  good: 'Two, of 5,000 characters each, without what is not used',
  *judge({ markup }) {
    for (const { css } of styleSheetsOf(markup)) {
      if (css.length <= longest) continue;
      yield {
        words: `A style block has ${css.length.toLocaleString('en-GB')} characters, and Gmail takes ${longest.toLocaleString('en-GB')}.`,
        fix: 'Take out what is not used, or split it into two.',
      };
    }
  },
});
