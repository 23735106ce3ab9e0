import { seenWords, squeezed } from '../../edition/squeezed.js';
import { quoted } from '../../edition/words.js';
import { type Markup, named } from '../../markup.js';
import { rule } from '../../rule.js';

export const senderIdentity = rule({
  id: 'legal/sender-identity',
  over: 'edition',
  severity: 'error',
  title: 'Everybody can see who sends the mail, and write to them',
  why: 'The law forbids to send such mail without saying who sends it and where it can be answered. Members who cannot tell at a glance take it for fraud.',
  origins: [{ title: 'PECR 2003, regulation 23', url: 'https://www.legislation.gov.uk/uksi/2003/2426/regulation/23' }],
  bad: '<p>{{organisation.name}}</p>',
  good: '<p>{{organisation.name}}, {{#each organisation.address}}{{this}} {{/each}} <a href="mailto:{{organisation.contact}}">{{organisation.contact}}</a></p>',
  *judge({ edition, markup }, { organisation: { name, address, contact } }) {
    const parts = [
      { part: 'HTML', words: seenWords(markup), hasContact: isLinked(markup, contact) },
      { part: 'plain text', words: squeezed(edition.text), hasContact: false },
    ];
    for (const { part, words, hasContact } of parts) {
      const missing = [name, ...address].find((one) => !words.includes(squeezed(one)));
      if (missing !== undefined) {
        yield {
          words: `The ${part} does not show ${quoted(missing)}: readers have to see who sends the mail, with the postal address.`,
          fix: 'Add {{> footer}}, or print organisation.name and every line of organisation.address where they can be seen.',
        };
      }
      if (!hasContact && !words.includes(squeezed(contact))) {
        yield {
          severity: 'warning',
          words: `The ${part} does not show the address for questions, ${contact}.`,
          fix: 'Add {{> footer}}, or print organisation.contact.',
        };
      }
    }
  },
});

function isLinked(markup: Markup, contact: string): boolean {
  return named(markup, 'a').some(({ attribs }) =>
    attribs.href?.toLowerCase().startsWith(`mailto:${contact.toLowerCase()}`),
  );
}
