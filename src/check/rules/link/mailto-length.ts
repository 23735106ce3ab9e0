import { rule } from '../../rule.js';

/** Characters of an address. Above the second, Outlook and some browsers open an empty mail or none. */
const [many, tooMany] = [1500, 2000];

export const mailtoLength = rule({
  id: 'link/mailto-length',
  over: 'writing',
  severity: 'warning',
  title: 'Links that open a mail are short',
  why: 'The words of a prepared mail are in the address of the link, and programs take about two thousand characters of an address. Of a longer one, the end is lost or nothing opens.',
  origins: [
    { title: 'RFC 6068 (mailto)', url: 'https://www.rfc-editor.org/rfc/rfc6068' },
    { title: 'Microsoft: Maximum URL length is 2,083 characters in Internet Explorer' },
  ],
  bad: 'url: mailto:mp@example.org?subject=Yemen&body=…   # with a body of two pages',
  good: 'url: mailto:mp@example.org?subject=Yemen   # and the words in “wording”, to copy',
  *judge({ links }) {
    for (const { url, place } of links) {
      if (!/^mailto:/i.test(url) || url.length * 9 <= many) continue;
      const length = encodedLength(url);
      if (length <= many) continue;
      yield {
        place,
        severity: length > tooMany ? 'error' : 'warning',
        words: `The address of this mail is ${length.toLocaleString('en-GB')} characters long, and many programs take 2,000 at most.`,
        fix: 'Shorten the text of the mail, or put it into “wording”, where readers can copy it.',
      };
    }
  },
});

/** As it is sent: whatever is not plain ASCII takes three characters for each of its bytes. */
function encodedLength(url: string): number {
  const plain = url.replace(/[^\x21-\x7e]+/g, '');
  const rest = new TextEncoder().encode(url).length - plain.length;
  return plain.length + 3 * rest;
}
