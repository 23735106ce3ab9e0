import { rule } from '../../rule.js';

const needed = ['Date', 'From', 'To', 'Subject', 'Message-ID', 'MIME-Version'];

export const headers = rule({
  id: 'deliver/headers',
  over: 'message',
  severity: 'error',
  title: 'A message has the headers that every mail needs, once each',
  why: 'Mail servers take a message without a date or an identifier, or with two senders, for forged. Gmail refuses it, and others put it into the junk folder.',
  origins: [
    { title: 'RFC 5322, section 3.6', url: 'https://www.rfc-editor.org/rfc/rfc5322#section-3.6' },
    { title: 'RFC 2045, section 4', url: 'https://www.rfc-editor.org/rfc/rfc2045#section-4' },
  ],
  bad: 'From: news@union.example.org\nSubject: News',
  good: 'Date: Mon, 22 Mar 2021 07:00:00 +0000\nFrom: news@union.example.org\nTo: reader@example.org\nSubject: News\nMessage-ID: <1@union.example.org>\nMIME-Version: 1.0',
  *judge({ headers: fields }) {
    for (const name of needed) {
      const count = fields.filter((field) => field.name.toLowerCase() === name.toLowerCase()).length;
      if (count === 1) continue;
      yield {
        words:
          count === 0 ? `The message has no header “${name}”.` : `The message has the header “${name}” ${count} times.`,
        fix: 'This is a mistake in mailout. Please report it.',
      };
    }
  },
});
