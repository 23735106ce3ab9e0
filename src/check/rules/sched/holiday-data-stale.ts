import { rule } from '../../rule.js';

export const holidayDataStale = rule({
  id: 'sched/holiday-data-stale',
  over: 'workspace',
  severity: 'warning',
  title: 'The bank holidays of next year are known',
  why: 'mailout moves issues off bank holidays that it knows. Without those of next year a mail may go out on New Year’s Day.',
  origins: [{ title: 'GOV.UK: UK bank holidays', url: 'https://www.gov.uk/bank-holidays' }],
  bad: 'A mailout of three years ago.',
  good: 'A mailout that knows the bank holidays of this year and the next.',
  *judge(_, { calendar, today }) {
    const { bankHolidaysUntil: until, bankHolidaysAsOf: asOf } = calendar;
    const nextYear = Number(today.slice(0, 4)) + 1;
    // Once they have given out, the issue that this concerns is told of: calendar/bank-holidays-unknown.
    if (until < today || Number(until.slice(0, 4)) >= nextYear) return;
    yield {
      words: `The bank holidays of ${nextYear} are not known: mailout has those of GOV.UK as of ${asOf}, until ${until}.`,
      fix: 'Update mailout.',
    };
  },
});
