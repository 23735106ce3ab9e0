import { printsText } from '../../../model/issue.js';
import { printedPassages, wordCount } from '../../printed-passages.js';
import { rule } from '../../rule.js';

/** Words that readers get, above which few read to the end: about a quarter of an hour. */
const mostOften = 3000;
const mostSeldom = 6000;

export const issueLength = rule({
  id: 'content/issue-length',
  over: 'issue',
  severity: 'info',
  title: 'An issue can be read in one go',
  why: 'Most people give a newsletter a few minutes. What stands after the first thousand words is read by few, and long mails are cut off by Gmail.',
  origins: [{ title: 'Nielsen Norman Group: Email newsletter design' }],
  bad: 'A weekly issue of twenty items in full.',
  good: 'Three items in full, and a summary with a link of the others.',
  *judge({ issue, publication, items }) {
    const seldom = publication.cadence.every === 'term' || publication.cadence.every === '2 months';
    let words = 0;
    for (const placed of issue.sections.flatMap((section) => section.items)) {
      const subject = items.get(placed.item.id);
      if (!subject) continue;
      words += wordCount(placed.title);
      if (placed.length !== 'brief') words += wordCount(placed.summary ?? '');
      if (!printsText(placed)) continue;
      for (const { path, text } of printedPassages(subject, publication.id)) {
        if (path.endsWith('body')) words += wordCount(text);
      }
    }
    const most = seldom ? mostSeldom : mostOften;
    if (publication.channel === 'copy' || words <= most) return;
    yield {
      words: `This issue has about ${Math.round(words / 100) * 100} words, more than most people read of a mail.`,
      fix: 'Give some sections “length: summary”, or keep items for the next issue.',
    };
  },
});
