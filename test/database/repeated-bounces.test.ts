import { expect, it } from 'vitest';
import { repeatedlyBounced } from '../../src/database/repeated-bounces.js';

const at = (day: string, time = '08:00:00.000') => `${day}T${time}Z`;

it.each([
  { days: [], since: undefined },
  { days: [at('2021-01-01')], since: undefined },
  { days: [at('2021-01-01'), at('2021-01-02')], since: undefined },
  { days: [at('2021-01-01'), at('2021-01-02'), at('2021-01-03')], since: at('2021-01-03') },
  { days: [at('2021-01-03'), at('2021-01-01'), at('2021-01-02')], since: at('2021-01-03') },
  {
    days: [at('2021-01-01', '01:00:00.000'), at('2021-01-01'), at('2021-01-01', '23:00:00.000'), at('2021-01-02')],
    since: undefined,
  },
  { days: [at('2021-01-01'), at('2021-01-02'), at('2021-04-01')], since: at('2021-04-01') },
  { days: [at('2021-01-01'), at('2021-01-02'), at('2021-04-02')], since: undefined },
  { days: [at('2021-01-01'), at('2021-03-30'), at('2021-04-02'), at('2021-04-03')], since: at('2021-04-03') },
  { days: [at('2021-01-01'), at('2021-01-02'), at('2021-01-03'), at('2021-01-04')], since: at('2021-01-03') },
  {
    days: [at('2021-01-01'), at('2021-01-02'), at('2021-01-03', '09:00:00.000'), at('2021-01-03', '07:00:00.000')],
    since: at('2021-01-03', '07:00:00.000'),
  },
])('takes $days for a mailbox that is gone since $since', ({ days, since }) => {
  expect(repeatedlyBounced(days)).toBe(since);
});
