import { rule } from '../../rule.js';

/** In bytes. */
const heaviest = 1024 * 1024;

export const message = rule({
  id: 'size/message',
  over: 'message',
  severity: 'warning',
  title: 'A message is under a megabyte',
  why: 'Every reader’s mailbox keeps it, and thousands of large messages at once are slowed down or sent back. What is large belongs on the web, with a link.',
  origins: [{ title: 'RFC 5321, section 4.5.3.1.7', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1.7' }],
  bad: 'A message with pictures of 3 MB in it',
  good: 'A message that names its pictures by their addresses',
  *judge({ raw }) {
    if (raw.length <= heaviest) return;
    yield {
      words: `The message is ${(raw.length / 1024 / 1024).toFixed(1)} MB.`,
      fix: 'Link to large files instead of sending them along, and keep it under 1 MB.',
    };
  },
});
