import { sightOf } from '../../edition/sight.js';
import { textsIn } from '../../edition/words.js';
import { named } from '../../markup.js';
import { rule } from '../../rule.js';

const tag = '[[unsubscribe_url';

export const unsubscribeVisible = rule({
  id: 'deliver/unsubscribe-visible',
  over: 'edition',
  severity: 'error',
  title: 'Everybody can see how to unsubscribe',
  why: 'The law gives every reader a simple way out in every mail. Who does not find it marks the mail as junk, and then fewer of the others get it.',
  origins: [
    { title: 'PECR 2003, regulation 22', url: 'https://www.legislation.gov.uk/uksi/2003/2426/regulation/22' },
    { title: 'Google, Email sender guidelines', url: 'https://support.google.com/a/answer/81126' },
  ],
  bad: '<a href="{{unsubscribe}}" style="display:none">Unsubscribe</a>',
  good: '<a href="{{unsubscribe}}">{{words.unsubscribe}}</a>',
  *judge({ edition: { text }, markup }) {
    const { isHidden } = sightOf(markup);
    const links = named(markup, 'a').filter(({ attribs }) => attribs.href?.includes(tag));
    const shown = links.filter((link) => !isHidden(link));
    const hasWords = shown.some((link) => textsIn(link).some((words) => !isHidden(words)));
    const fix = 'Add {{> footer}}, or <a href="{{unsubscribe}}">{{words.unsubscribe}}</a> where it can be seen.';
    if (links.length === 0) yield { words: 'The HTML has no link to unsubscribe.', fix };
    else if (shown.length === 0) yield { words: 'The link to unsubscribe is hidden.', fix };
    else if (!hasWords) yield { words: 'The link to unsubscribe has no words that can be seen.', fix };
    if (!text.includes(tag)) {
      yield {
        words: 'The plain text does not say where to unsubscribe.',
        fix: 'This is a mistake in mailout. Please report it.',
      };
    }
  },
});
