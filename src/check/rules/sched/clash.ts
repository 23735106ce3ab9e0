import { rule } from '../../rule.js';

/** Two mails within so many hours are read as one, or not at all. */
const hours = 4;

export const clash = rule({
  id: 'sched/clash',
  over: 'issue',
  severity: 'info',
  title: 'No two newsletters reach the same people at once',
  why: 'Of two mails from the same sender in one morning most people open one. Those who feel that they get too many leave both lists.',
  origins: [{ title: 'Action Network help: list fatigue' }],
  bad: 'Two newsletters to all members on the same Monday at 7am.',
  good: 'One on Monday, and the other on Wednesday.',
  *judge({ issue, publication, beside }) {
    for (const other of beside) {
      // Said once of the two.
      if (other.publication.audience !== publication.audience || other.publication.id < publication.id) continue;
      if (other.publication.channel === 'copy' || publication.channel === 'copy') continue;
      if (other.sendsAt.slice(0, 10) !== issue.date) continue;
      if (Math.abs(hourOf(other.sendsAt) - hourOf(issue.sendsAt)) >= hours) continue;
      yield {
        words: `${publication.title} and ${other.publication.title} go to the same readers on ${issue.date}, within ${hours} hours.`,
        fix: 'Move one to another day or time, or leave it as it is if it happens rarely.',
      };
    }
  },
});

function hourOf(time: string): number {
  return Number(time.slice(11, 13)) + Number(time.slice(14, 16)) / 60;
}
