import type { MergeField } from '../model/audience.js';
import type { Finding } from '../model/finding.js';
import type { Issue } from '../model/issue.js';
import { withFallbackText } from './merge-tags.js';

/** Beyond this the end of a subject is seen by nobody; beyond the second, filters take the mail for junk. */
const longSubject = 78;
const longestSubject = 150;

/** Complaints about an edition's subject: there is none, or it is longer than inboxes show. */
export function subjectFindings(
  { subject, subjectPlace: place }: Pick<Issue, 'subject' | 'subjectPlace'>,
  fields: readonly MergeField[],
): Finding[] {
  const seen = withFallbackText(subject, fields).trim();
  const length = [...seen].length;
  if (length === 0) {
    const words = 'This edition has no subject.';
    return [{ rule: 'render/no-subject', severity: 'error', place, words, fix: 'Write one: “subject: …”.' }];
  }
  if (length <= longSubject) return [];
  return [
    {
      rule: 'render/long-subject',
      severity: length > longestSubject ? 'error' : 'warning',
      place,
      words: `The subject “${seen}” has ${length} characters, and inboxes show 40 to 70.`,
      fix: 'Say what matters in the first 40 characters. If it is an item’s title that is long, shorten that.',
    },
  ];
}
