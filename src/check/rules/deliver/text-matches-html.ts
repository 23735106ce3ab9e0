import { seenWords, squeezed } from '../../edition/squeezed.js';
import { named } from '../../markup.js';
import { rule } from '../../rule.js';

export const textMatchesHtml = rule({
  id: 'deliver/text-matches-html',
  over: 'edition',
  severity: 'error',
  title: 'The plain text says what the HTML says',
  why: 'Some members read mail as plain text: on a watch, with a screen reader, or because their school’s server takes the rest away. Filters compare the two as well, and trust a mail less in which they differ.',
  origins: [
    { title: 'RFC 2046, section 5.1.4', url: 'https://www.rfc-editor.org/rfc/rfc2046#section-5.1.4' },
    { title: 'Apache SpamAssassin, MPART_ALT_DIFF', url: 'https://spamassassin.apache.org/' },
  ],
  bad: 'A petition in the HTML, with its button, and nothing of it in the plain text.',
  good: 'The petition in both, with its address on a line of its own in the plain text.',
  *judge({ edition, markup, issue }) {
    const text = squeezed(edition.text);
    const html = seenWords(markup);
    const links = new Set(named(markup, 'a').flatMap(({ attribs }) => attribs.href ?? []));
    const fix = 'This is a mistake in mailout. Please report it.';
    for (const { item, title, actions } of issue.sections.flatMap(({ items }) => items)) {
      if (!edition.items.includes(item.id)) continue;
      const words = squeezed(title);
      // Where an edition is in another language, its words are not those of the issue.
      if (html.includes(words) && !text.includes(words)) {
        yield { words: `“${title}” is in the HTML and not in the plain text.`, fix };
        continue;
      }
      for (const { url, label } of actions) {
        if (links.has(url) && !text.includes(squeezed(withoutLetter(url)))) {
          yield { words: `The address of “${label}” is in the HTML and not in the plain text.`, fix };
        }
      }
    }
  },
});

/** A letter that is written for readers makes an address longer than a line of mail: plain text has the address alone. */
function withoutLetter(url: string): string {
  return /^mailto:/i.test(url) ? (url.split('?')[0] ?? url) : url;
}
