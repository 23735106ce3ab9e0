import { tagGrammar } from '../../../model/merge-slots.js';
import { quoted } from '../../edition/words.js';
import { rule } from '../../rule.js';
import { columnsOf } from '../../text-columns.js';

const widest = 78;
const tags = new RegExp(tagGrammar, 'g');

export const textWidth = rule({
  id: 'deliver/text-width',
  over: 'edition',
  severity: 'warning',
  title: 'Lines of the plain text fit a screen',
  why: 'Programs that show plain text leave its lines as they are. Longer ones run out of the window, or break in odd places when somebody answers.',
  origins: [{ title: 'RFC 5322, section 2.1.1', url: 'https://www.rfc-editor.org/rfc/rfc5322#section-2.1.1' }],
  bad: 'A petition to the ambassador that all of our members and their families, friends and neighbours can sign',
  good: 'A petition to the ambassador that all of our members and their\nfamilies, friends and neighbours can sign',
  *judge({ edition: { text } }) {
    const long = text.split('\n').filter((line) => line.length > widest / 2 && isTooLong(line));
    const [first] = long;
    if (first === undefined) return;
    yield {
      words: `${long.length === 1 ? 'A line' : `${long.length} lines`} of the plain text ${long.length === 1 ? 'is' : 'are'} longer than ${widest} characters: ${quoted(first)}.`,
      fix: 'This is a mistake in mailout. Please report it.',
    };
  },
});

/** Addresses, merge tags and words that cannot be broken may be as long as they are. */
function isTooLong(line: string): boolean {
  if (columnsOf(line) <= widest) return false;
  const breakable = line
    .trim()
    .replace(tags, '')
    .replace(/(?:https?:\/\/|mailto:)\S+/gi, '');
  return /\S\s+\S/.test(breakable) && columnsOf(breakable) > widest;
}
