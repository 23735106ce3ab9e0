import { rule } from '../../rule.js';

export const listUnsubscribe = rule({
  id: 'deliver/list-unsubscribe',
  over: 'message',
  severity: 'error',
  title: 'Readers can unsubscribe with one click in their mail program',
  why: 'Gmail, Yahoo and Outlook ask it of everybody who sends to many people, and turn others away. Who does not find the way out marks the mail as junk, and then fewer of the others get it.',
  origins: [
    { title: 'RFC 8058, section 3.1', url: 'https://www.rfc-editor.org/rfc/rfc8058#section-3.1' },
    { title: 'Google, Email sender guidelines', url: 'https://support.google.com/a/answer/81126' },
  ],
  bad: 'List-Unsubscribe: <mailto:unsubscribe@union.example.org>',
  good: 'List-Unsubscribe: <https://www.example.org/unsubscribe?reader=8f2c>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click',
  *judge({ headers }, { organisation }) {
    // Without a page of the organisation’s, the provider makes both headers when it sends.
    if (!organisation.delivery.unsubscribe) return;
    const valuesOf = (wanted: string) =>
      headers.filter(({ name }) => name.toLowerCase() === wanted).map(({ value }) => value);
    const links = valuesOf('list-unsubscribe');
    const posts = valuesOf('list-unsubscribe-post');
    const fix = 'Look at “delivery: unsubscribe” in mailout.yaml. If that is right, this is a mistake in mailout.';
    if (links.length !== 1) {
      const count = links.length === 0 ? 'no' : links.length;
      yield { words: `The message has ${count} List-Unsubscribe header${links.length === 0 ? '' : 's'}.`, fix };
    } else if (!/<https:\/\/[^<>\s]+>/i.test(links[0] ?? '')) {
      yield { words: 'The List-Unsubscribe header has no address that begins with https://.', fix };
    }
    if (posts.length !== 1 || posts[0] !== 'List-Unsubscribe=One-Click') {
      yield { words: 'The message does not say “List-Unsubscribe-Post: List-Unsubscribe=One-Click” once.', fix };
    }
  },
});
