import { textContent } from 'domutils';
import { tagOf } from '../../edition/words.js';
import { named } from '../../markup.js';
import { tagsIn } from '../../merge-fields.js';
import { rule } from '../../rule.js';

export const inStyle = rule({
  id: 'merge/in-style',
  over: 'edition',
  severity: 'error',
  title: 'What differs from reader to reader is words, not styles',
  why: 'What stands for a reader is put in as text. In a style it makes the whole style invalid for some readers, and nobody sees their mail before it is out.',
  origins: [{ title: 'Mailout, docs/templates.md: merge tags' }],
  bad: '<p style="color:[[colour|black]]">',
  good: '<p style="color:{{theme.colours.text}}">[[first_name|friend]]</p>',
  *judge({ edition: { html, mergeFields }, markup }) {
    if (!html.includes('[[')) return;
    const fix = 'Take it out of the style.';
    const inText = (text: string) => tagsIn(text).find(({ field }) => mergeFields.includes(field));
    for (const element of markup.elements) {
      const found = inText(element.attribs.style ?? '');
      if (found) yield { words: `${found.text} stands in the style of ${tagOf(element)}.`, fix };
    }
    for (const element of named(markup, 'style')) {
      const found = inText(textContent(element));
      if (found) yield { words: `${found.text} stands in a style block.`, fix };
    }
  },
});
