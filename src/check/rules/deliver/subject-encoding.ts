import { rule } from '../../rule.js';

export const subjectEncoding = rule({
  id: 'deliver/subject-encoding',
  over: 'message',
  severity: 'error',
  title: 'Headers are written as mail can carry them',
  why: 'A letter with an accent or a curly apostrophe that stands in a header as it is becomes “Ã©” in many inboxes, and some servers turn the mail away.',
  origins: [{ title: 'RFC 2047, section 2', url: 'https://www.rfc-editor.org/rfc/rfc2047#section-2' }],
  bad: 'Subject: Siân’s visit',
  good: 'Subject: =?UTF-8?Q?Si=C3=A2n=E2=80=99s_visit?=',
  *judge({ headers }) {
    for (const { name, value } of headers) {
      if (/^[\t\x20-\x7e]*$/.test(name + value)) continue;
      yield {
        words: `The header “${name.replace(/[^\x20-\x7e]/g, '?')}” has letters in it that mail cannot carry as they are.`,
        fix: 'This is a mistake in mailout. Please report it.',
      };
    }
  },
});
