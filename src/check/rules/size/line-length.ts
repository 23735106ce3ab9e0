import { quoted } from '../../edition/words.js';
import { rule } from '../../rule.js';

/** Octets of a line without its end. */
const longest = 998;

export const lineLength = rule({
  id: 'size/line-length',
  over: 'edition',
  severity: 'error',
  title: 'No line of an edition is longer than mail can carry',
  why: 'Mail servers take lines of 998 characters at most. Some cut longer ones, and put an exclamation mark and a line break into the middle of a link.',
  origins: [{ title: 'RFC 5322, section 2.1.1', url: 'https://www.rfc-editor.org/rfc/rfc5322#section-2.1.1' }],
  bad: 'An address of 1,200 characters',
  good: 'A short address that leads to the same page',
  *judge({ edition: { html, text } }) {
    for (const [part, content] of [
      ['HTML', html],
      ['text', text],
    ] as const) {
      for (const line of content.split(/\r?\n/)) {
        // No character takes more than three bytes of UTF-8 for one unit of UTF-16.
        const octets = line.length * 3 <= longest ? 0 : octetsOf(line);
        if (octets <= longest) continue;
        yield {
          words: `A line of the ${part} is ${octets.toLocaleString('en-GB')} bytes long, and mail carries ${longest}: ${quoted(line, 60)}.`,
          fix: 'Shorten the address or the word in it that has no space.',
        };
      }
    }
  },
});

const encoder = new TextEncoder();

function octetsOf(line: string): number {
  return encoder.encode(line).length;
}
