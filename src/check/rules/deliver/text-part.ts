import { sightOf } from '../../edition/sight.js';
import { quoted } from '../../edition/words.js';
import { rule } from '../../rule.js';

/** So much of the length of the HTML’s words has a plain text that deserves the name. */
const least = 0.2;
/** Mails of a few words differ for no reason that matters. */
const short = 200;

const tagOrEntity =
  /<\/?(?:a|b|br|div|em|h[1-6]|hr|i|img|li|ol|p|span|strong|table|tbody|td|th|tr|u|ul)(?:\s[^<>]{0,300})?\/?>|&(?:nbsp|amp|lt|gt|quot|#\d{1,6}|#x[\da-f]{1,5});/gi;

export const textPart = rule({
  id: 'deliver/text-part',
  over: 'edition',
  severity: 'error',
  title: 'Every edition has a plain text that can be read',
  why: 'Some members read mail as plain text: on a watch, with a screen reader, or because their school’s server takes the rest away. Without one they get nothing, and filters take the mail for junk.',
  origins: [
    { title: 'RFC 2046, section 5.1.4', url: 'https://www.rfc-editor.org/rfc/rfc2046#section-5.1.4' },
    { title: 'Apache SpamAssassin, MIME_HTML_ONLY', url: 'https://spamassassin.apache.org/' },
  ],
  bad: 'Sign the petition&nbsp;<br>',
  good: 'ACTION: Sign the petition\nhttps://www.example.org/petition',
  *judge({ edition: { text }, markup }) {
    const fix = 'This is a mistake in mailout. Please report it.';
    const { texts } = sightOf(markup);
    const length = lengthOf(text);
    const shown = texts.reduce((sum, { data }) => sum + lengthOf(data), 0);
    if (length === 0) yield { words: 'The edition has no plain text.', fix };
    else if (shown >= short && length < shown * least) {
      yield { words: `The plain text has ${length} characters, and the HTML ${shown}.`, fix };
    }
    for (const { 0: found, index } of text.matchAll(tagOrEntity)) {
      const line = text.slice(text.lastIndexOf('\n', index) + 1, index);
      // An address may have such characters, and an item may be about them.
      if (/https?:\/\/\S*$/i.test(line) || texts.some(({ data }) => data.includes(found))) continue;
      yield { words: `The plain text has HTML in it: ${quoted(found)}.`, fix };
      return;
    }
  },
});

/** The characters of a text but for spaces and lines drawn. */
function lengthOf(text: string): number {
  return text.replace(/[\s=-]+/g, '').length;
}
