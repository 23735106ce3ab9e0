import { placeOf } from '../../../model/place.js';
import { rule } from '../../rule.js';

/** Inboxes show 20 to 40 characters. */
const longest = 40;

export const senderName = rule({
  id: 'deliver/sender-name',
  over: 'issue',
  severity: 'error',
  title: 'The sender’s name is a short name',
  why: 'It is the first thing that readers see of a mail, before the subject. A name with an address in it, or with characters that turn the direction of writing, is how forgers hide who they are, and filters treat it so. A long one is cut off.',
  origins: [
    { title: 'Unicode Technical Report 36, Security Considerations', url: 'https://www.unicode.org/reports/tr36/' },
  ],
  bad: 'sender: { name: international@union.example.org, address: international@union.example.org }',
  good: 'sender: { name: EWU International, address: international@union.example.org }',
  *judge({ publication: { channel, sender, source } }) {
    if (channel !== 'email') return;
    const place = placeOf(source, 'sender.name');
    const { name } = sender;
    const length = [...name].length;
    if (/[\p{Cc}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u.test(name)) {
      yield {
        place,
        words: `The sender’s name, “${name.replace(/[\p{C}\s]+/gu, ' ').trim()}”, has characters in it that cannot be seen.`,
        fix: 'Delete it, and type it anew.',
      };
    } else if (name.includes('@')) {
      yield {
        place,
        words: `The sender’s name, “${name}”, looks like an address.`,
        fix: 'Write who sends it: “EWU International”.',
      };
    } else if (length > longest) {
      yield {
        place,
        severity: 'warning',
        words: `The sender’s name, “${name}”, has ${length} characters, and inboxes show ${longest} at most.`,
        fix: 'Write it shorter, with what readers know you by at its beginning.',
      };
    }
  },
});
