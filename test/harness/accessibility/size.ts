import type { Complaint, Page } from './page.js';

/** RFC 5322, section 2.1.1: octets of a line without its end. */
const longestLine = 998;

/** Gmail shows no more bytes of a message than these. */
const gmailShows = 102_400;

/** What a sender's link tracking may add to each address. */
const bytesOfTracking = 150;

export function longLines({ html }: Page): Complaint[] {
  return html.split(/\r?\n/).flatMap((line, index) => {
    const octets = Buffer.byteLength(line);
    return octets > longestLine
      ? [{ check: 'line', at: `line ${index + 1}`, reason: `${octets} octets; mail takes ${longestLine}` }]
      : [];
  });
}

export function tooManyBytes({ html, links }: Page): Complaint[] {
  const bytes = Buffer.byteLength(html);
  const sent = bytes + links.length * bytesOfTracking;
  const reason = `${bytes} bytes, and ${sent} with tracked links; Gmail shows ${gmailShows}`;
  return sent > gmailShows ? [{ check: 'bytes', at: 'the file', reason }] : [];
}
