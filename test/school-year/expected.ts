/*
 * The school year as somebody would write it into a diary, from the school's term dates and GOV.UK's bank holidays, by
 * means that mailout does not use: so that the two can be held against each other.
 */

export type ExpectedIssue = {
  readonly publication: string;
  readonly title: string;
  /** The day it goes out, "2026-09-07". */
  readonly date: string;
  /** London time, "07:00". */
  readonly at: string;
  /** Milliseconds since 1970. */
  readonly instant: number;
};

const day = 86_400_000;
const first = Date.UTC(2026, 8, 1);
const last = Date.UTC(2027, 7, 31);

/** The clocks go back on 25 October 2026 and forward on 28 March 2027, both at 01:00 UTC. */
function isSummerTime(utc: number): boolean {
  return utc < Date.UTC(2026, 9, 25, 1) || utc >= Date.UTC(2027, 2, 28, 1);
}

/** Days on which schools are open, with weekends between them. */
const weeksOfSchool: readonly (readonly [string, string])[] = [
  ['2026-09-02', '2026-10-23'],
  ['2026-11-02', '2026-12-18'],
  ['2027-01-04', '2027-02-12'],
  ['2027-02-22', '2027-03-25'],
  ['2027-04-12', '2027-05-28'],
  ['2027-06-07', '2027-07-21'],
];

function isSchoolDay(date: string): boolean {
  return weeksOfSchool.some(([from, until]) => from <= date && date <= until);
}

/** Where bank holidays move an issue of this school year. Early May is a Monday; the bulletin comes before Good Friday. */
const moves: Readonly<Record<string, string>> = {
  'monday-mail 2027-05-03': '2027-05-04',
  'bulletin 2027-03-26': '2027-03-25',
};

/** Thursdays of the fourth school weeks. */
const termly = ['2026-09-24', '2027-01-28', '2027-05-06'];

export function expectedIssues(): readonly ExpectedIssue[] {
  const issues: ExpectedIssue[] = [];
  const add = (publication: string, title: string, date: string, at: string) => {
    const utc = Date.parse(`${date}T${at}Z`);
    const instant = isSummerTime(utc - 3_600_000) ? utc - 3_600_000 : utc;
    issues.push({ publication, title, date, at, instant });
  };
  for (let time = first; time <= last; time += day) {
    const date = new Date(time).toISOString().slice(0, 10);
    const weekday = new Date(time).getUTCDay();
    const moved = (publication: string) => moves[`${publication} ${date}`] ?? date;
    if (weekday === 1 && isSchoolDay(moved('monday-mail')))
      add('monday-mail', 'Monday Mail', moved('monday-mail'), '07:00');
    if (weekday === 5 && isSchoolDay(moved('bulletin')))
      add('bulletin', 'District Bulletin', moved('bulletin'), '16:30');
    if (weekday === 0 && (time - Date.UTC(2026, 8, 13)) % (14 * day) === 0)
      add('branch-notes', 'Branch Notes', date, '00:30');
    if (termly.includes(date)) add('termly', 'Around the World', date, '10:00');
  }
  return issues.sort((a, b) => a.instant - b.instant);
}
