import { nameOfPicture, quoted } from '../../edition/words.js';
import { named } from '../../markup.js';
import { rule } from '../../rule.js';

export const hosted = rule({
  id: 'image/hosted',
  over: 'edition',
  severity: 'error',
  title: 'Pictures have an address on the web that opens everywhere',
  why: 'A picture from the designer’s own computer is there on that computer only, and Gmail drops pictures that are written into the email itself. Over http, anybody on the way can see who reads what.',
  origins: [
    { title: 'Can I email, Base64 image format', url: 'https://www.caniemail.com/features/image-base64/' },
    { title: 'RFC 9325, section 3.2', url: 'https://www.rfc-editor.org/rfc/rfc9325#section-3.2' },
  ],
  bad: '<img src="file:///C:/Users/jo/logo.png" alt="EWU">',
  good: '<img src="https://www.example.org/logo.png" alt="EWU">',
  *judge({ markup, attachments }) {
    const beside = new Set(attachments.map(({ name }) => name));
    for (const picture of named(markup, 'img')) {
      const src = picture.attribs.src?.trim() ?? '';
      const fault = src === '' ? 'has no address' : faultOf(src, beside);
      if (fault === undefined) continue;
      const name = src === '' ? `A picture ${quoted(picture.attribs.alt ?? '')}` : nameOfPicture(picture);
      yield {
        words: `${name.replace(/ “”$/, '')} ${fault}.`,
        fix: 'Put it on the web and give its address with https://.',
      };
    }
  },
});

/** What is wrong with the address of a picture. Merge tags may stand for all of it. */
function faultOf(src: string, beside: ReadonlySet<string>): string | undefined {
  if (/^https:\/\//i.test(src) || src.startsWith('[[')) return undefined;
  if (beside.has(src)) return undefined;
  if (/^http:/i.test(src)) return 'is fetched over http, which is not encrypted';
  if (/^data:/i.test(src)) return 'is written into the email itself, where Gmail drops it';
  if (/^cid:/i.test(src)) return 'is meant to be attached, and is not';
  if (/^(?:file:|[a-z]:[\\/]|\\\\)/i.test(src)) return 'is a file on somebody’s own computer';
  if (/^blob:/i.test(src)) return 'is a picture from a browser’s memory';
  if (src.startsWith('//')) return 'has an address without https:, which Outlook takes for a folder';
  return 'has an address that leads nowhere from an inbox';
}
