import { sightOf } from '../../edition/sight.js';
import { named } from '../../markup.js';
import { ownFields, tagsIn } from '../../merge-fields.js';
import { rule } from '../../rule.js';

export const plainParity = rule({
  id: 'merge/plain-parity',
  over: 'edition',
  severity: 'error',
  title: 'HTML and plain text use the same merge fields',
  why: 'Whoever reads the plain text is the same person, and should not be greeted less kindly or told less than others.',
  origins: [{ title: 'RFC 2046, section 5.1.4', url: 'https://www.rfc-editor.org/rfc/rfc2046#section-5.1.4' }],
  bad: '<p>Good morning, [[first_name|friend]].</p>   in a design: the plain text has nothing of it',
  good: 'Good morning, [[first_name|friend]].   in the intro of the issue: both have it',
  *judge({ edition: { html, text, mergeFields }, markup }) {
    if (!html.includes('[[') && !text.includes('[[')) return;
    const fieldsOf = (words: readonly string[]) =>
      new Set(words.flatMap((one) => tagsIn(one).map(({ field }) => field)));
    const seen = fieldsOf([
      ...sightOf(markup).texts.map(({ data }) => data),
      ...named(markup, 'a', 'img').flatMap(({ attribs }) => [attribs.href ?? '', attribs.alt ?? '']),
    ]);
    const plain = fieldsOf([text]);
    for (const field of mergeFields) {
      if (ownFields.has(field) || seen.has(field) === plain.has(field)) continue;
      yield {
        words: `The ${seen.has(field) ? 'HTML' : 'plain text'} has [[${field}]], and the ${seen.has(field) ? 'plain text' : 'HTML'} has not.`,
        fix: 'Write it in the intro of the issue or in an item: the HTML and the plain text both have those.',
      };
    }
  },
});
