import { type DateText, isDate } from '../model/time.js';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The day of a date as feeds, pages and mails write it (RFC 3339, RFC 5322), on the calendar of whoever wrote it: what was
 * published late in the evening was not published on the next day. Undefined for what is none.
 */
export function dayOf(text: string | null | undefined): DateText | undefined {
  const date = (text ?? '').trim().slice(0, 100);
  const iso = /^\d{4}-\d{2}-\d{2}(?![\d])/.exec(date)?.[0];
  const mail = /^(?:[a-z]{3,9},?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s-]+(\d{4}|\d{2})\b/i.exec(date);
  const found = iso ?? (mail && written(mail[1] ?? '', mail[2] ?? '', mail[3] ?? ''));
  return found && isDate(found) ? found : undefined;
}

/** Years of two digits are of this century up to 49 (RFC 5322, 4.3). */
function written(day: string, month: string, year: string): string {
  const century = year.length === 4 ? '' : Number(year) < 50 ? '20' : '19';
  const number = months.indexOf(month.toLowerCase()) + 1;
  return `${century}${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
