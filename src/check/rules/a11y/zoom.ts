import { named } from '../../markup.js';
import { rule } from '../../rule.js';

export const zoom = rule({
  id: 'a11y/zoom',
  over: 'edition',
  severity: 'error',
  title: 'Readers can make the text larger',
  why: 'Many people enlarge what they read with two fingers. An email that forbids it cannot be read by some of them at all.',
  origins: [{ title: 'WCAG 2.2, 1.4.4 Resize Text', url: 'https://www.w3.org/TR/WCAG22/#resize-text' }],
  bad: '<meta name="viewport" content="width=device-width, user-scalable=no">',
  good: '<meta name="viewport" content="width=device-width, initial-scale=1">',
  *judge({ markup }) {
    for (const { attribs } of named(markup, 'meta')) {
      if (attribs.name?.toLowerCase() !== 'viewport') continue;
      const found = /user-scalable\s*=\s*(?:no|0)|maximum-scale\s*=\s*(?:[01](?:\.\d+)?)(?![\d.])/i.exec(
        attribs.content ?? '',
      );
      if (!found) continue;
      yield {
        words: `“${found[0]}” keeps readers from making the text larger.`,
        fix: 'Write <meta name="viewport" content="width=device-width, initial-scale=1">.',
      };
    }
  },
});
