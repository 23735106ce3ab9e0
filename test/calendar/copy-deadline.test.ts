import { expect, it } from 'vitest';
import { workingDaysBefore } from '../../src/calendar/copy-deadline.js';

it.each([
  ['2021-03-22', 0, 'england-and-wales', '2021-03-22'],
  ['2021-03-22', 1, 'england-and-wales', '2021-03-19'],
  ['2021-03-22', 2, 'england-and-wales', '2021-03-18'],
  ['2021-03-22', 10, 'england-and-wales', '2021-03-08'],
  // Over Easter: Good Friday and Easter Monday do not count, and Scotland works on Easter Monday.
  ['2021-04-06', 2, 'england-and-wales', '2021-03-31'],
  ['2021-04-06', 2, 'scotland', '2021-04-01'],
  // An issue on a bank holiday, and one on a Sunday.
  ['2027-12-27', 1, 'england-and-wales', '2027-12-24'],
  ['2021-03-21', 1, 'england-and-wales', '2021-03-19'],
  ['2027-01-04', 3, 'england-and-wales', '2026-12-29'],
] as const)('before %s, %i working days in %s is %s', (date, days, nation, deadline) => {
  expect(workingDaysBefore(date, days, nation)).toBe(deadline);
});
