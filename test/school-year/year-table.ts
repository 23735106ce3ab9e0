import type { ExpectedIssue } from './expected.js';

/** An issue and the instant of the job that sent it. */
export type SentIssue = {
  readonly publication: string;
  readonly date: string;
  readonly at: number;
  /** Whether two jobs began at that moment. */
  readonly isDouble: boolean;
};

const inLondon = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** What goes out when in London and in UTC, and when the job came that sent it: a line an issue. */
export function yearTable(expected: readonly ExpectedIssue[], sent: readonly SentIssue[]): string {
  const rows = expected.map(({ title, instant }, index) => {
    const job = sent[index];
    const [when, time] = inLondon
      .format(instant)
      .replaceAll(',', '')
      .split(/ (?=\d\d:)/);
    const late = Math.round(((job?.at ?? 0) - instant) / 60_000);
    const jobs = job?.isDouble ? ', two jobs at once' : '';
    return `| ${when} | ${time} | ${new Date(instant).toISOString().slice(11, 16)} | ${title} | ${late} min${jobs} |`;
  });
  return `| London | | UTC | Newsletter | Sent after |\n|---|---|---|---|---|\n${rows.join('\n')}\n`;
}
