import { named, wordsOf } from '../../markup.js';
import { rule } from '../../rule.js';

export const absolute = rule({
  id: 'link/absolute',
  over: 'edition',
  severity: 'error',
  title: 'Links in a design are whole',
  why: 'A mail has no site that a short address could belong to. “/privacy” leads nowhere, and “www.union.org.uk” is taken for the name of a file.',
  origins: [{ title: 'RFC 3986, section 4.2', url: 'https://www.rfc-editor.org/rfc/rfc3986#section-4.2' }],
  bad: '<a href="/privacy">Privacy</a>',
  good: '<a href="https://www.example.org/privacy">Privacy</a>',
  *judge({ markup, attachments }) {
    const beside = new Set(attachments.map(({ name }) => name));
    for (const link of named(markup, 'a')) {
      const href = link.attribs.href;
      if (href === undefined || /^(?:https?:\/\/|mailto:|tel:|#|\[\[)/i.test(href) || beside.has(href)) continue;
      if (href === '' && link.attribs.id !== undefined) continue;
      yield {
        words: `The link “${wordsOf(link)}” leads to “${href}”, which is no whole address.`,
        fix: 'Begin it with https://.',
      };
    }
  },
});
