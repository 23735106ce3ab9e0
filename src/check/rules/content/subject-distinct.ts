import { rule } from '../../rule.js';

/** How many issues back an inbox may still show. */
const issuesBack = 4;

export const subjectDistinct = rule({
  id: 'content/subject-distinct',
  over: 'issue',
  severity: 'warning',
  title: 'Every issue has a subject of its own',
  why: 'Gmail and others put mails with the same subject into one conversation, where the new one is taken for one that has been read, and cut short.',
  origins: [
    { title: 'Gmail Help: Choose how conversations are grouped', url: 'https://support.google.com/mail/answer/5900' },
  ],
  bad: 'subject: This week’s Mail-Out   # as last week',
  good: 'subject: "Yemen: four days left to sign"',
  *judge({ issue, publication, earlier }) {
    if (publication.channel === 'copy') return;
    const past = earlier.filter((one) => one.publication.id === publication.id).slice(0, issuesBack);
    const same = past.find(({ subject }) => subject !== undefined && plain(subject) === plain(issue.subject));
    if (!same) return;
    yield {
      place: issue.subjectPlace,
      words: `The issue of ${same.date} had the subject “${issue.subject}” already.`,
      fix: 'Name what is new in this one.',
    };
  },
});

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
