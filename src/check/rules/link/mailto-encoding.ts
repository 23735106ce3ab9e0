import { rule } from '../../rule.js';

export const mailtoEncoding = rule({
  id: 'link/mailto-encoding',
  over: 'writing',
  severity: 'error',
  title: 'Links that open a mail open it whole',
  why: 'In the address of a prepared mail, “&”, “?” and “%” have a meaning. Where they are words, the mail that opens is cut off there, and “+” stays a plus in every space.',
  origins: [{ title: 'RFC 6068, section 5 (Encoding)', url: 'https://www.rfc-editor.org/rfc/rfc6068#section-5' }],
  bad: 'url: mailto:mp@example.org?subject=Aid&trade',
  good: 'url: mailto:mp@example.org?subject=Aid%26trade',
  *judge({ links }) {
    for (const { url, place } of links) {
      const query = /^mailto:[^?]*\?([^#]*)/i.exec(url)?.[1];
      const fault = query === undefined ? undefined : faultIn(query.replaceAll('&amp;', '&'));
      if (fault) yield { place, words: fault[0], fix: fault[1] };
    }
  },
});

const fields = new Set(['to', 'cc', 'bcc', 'subject', 'body', 'reply-to', 'in-reply-to']);

function faultIn(query: string): readonly [words: string, fix: string] | undefined {
  const second = /\?(subject|body|cc|bcc)=/i.exec(query)?.[1];
  if (second !== undefined) {
    return [`There is a second “?”, before “${second}”, and what follows it is lost.`, 'Write “&” for the second “?”.'];
  }
  const stray = query
    .split('&')
    .find((part) => !fields.has((part.split('=', 1)[0] ?? '').toLowerCase()) || !part.includes('='));
  if (stray !== undefined) {
    return [`What follows the “&” is lost: “${shown(stray)}”.`, 'Write “%26” for an “&” that is part of the words.'];
  }
  const percent = /%(?![0-9a-f]{2}).{0,8}/i.exec(query)?.[0];
  if (percent !== undefined) {
    return [
      `The mail cannot be opened because of “${shown(percent)}”.`,
      'Write “%25” for a “%” that is part of the words.',
    ];
  }
  const words = query.split('&').find((part) => /^(?:subject|body)=/i.test(part) && isJoinedByPlus(part));
  if (words !== undefined) {
    return [
      `Readers see the plus signs: “${shown(words.slice(words.indexOf('=') + 1))}”.`,
      'Write “%20” for each space.',
    ];
  }
  return undefined;
}

/** “Hello+world+again” has spaces that were written in the way of web forms; “C++” and “2+2” have not. */
function isJoinedByPlus(part: string): boolean {
  return !part.includes('%20') && /\p{L}\+\p{L}/u.test(part);
}

function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
