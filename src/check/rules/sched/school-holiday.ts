import { addDays } from '../../../model/days.js';
import { rule } from '../../rule.js';

const speaksOfIt =
  /holiday|half.term|break|easter|summer|christmas|new year|term|back (?:to|at) (?:school|work)|return/i;

export const schoolHoliday = rule({
  id: 'sched/school-holiday',
  over: 'issue',
  severity: 'info',
  title: 'The first issue of the school holidays knows that it is one',
  why: 'In the holidays readers are not at school: “raise it in the staffroom” cannot be done, and fewer open their mail at all.',
  origins: [{ title: 'GOV.UK: School term and holiday dates', url: 'https://www.gov.uk/school-term-holiday-dates' }],
  bad: 'The issue of the first Monday of August: “Good morning. This week in school …”',
  good: 'The issue of the first Monday of August: “Schools are closed; here is what can be done from home.”',
  *judge({ issue, publication, choices }, { calendar }) {
    const { every, inHolidays } = publication.cadence;
    if (every !== 'week' || inHolidays !== 'publish') return;
    if (!calendar.isSchoolHoliday(issue.date) || calendar.isSchoolHoliday(addDays(issue.date, -7))) return;
    const words = choices?.passages.filter(({ path }) => path === 'body' || path === 'subject') ?? [];
    if (!issue.intro || words.some(({ text }) => speaksOfIt.test(text))) return;
    yield {
      words: `The issue of ${issue.date} is the first in the school holidays, and its intro does not say so.`,
      fix: 'Say what readers can do away from school, or write “in-holidays: skip” to pause.',
    };
  },
});
