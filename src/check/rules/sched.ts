import type { Rule } from '../rule.js';
import { anchorDay } from './sched/anchor-day.js';
import { bankHoliday } from './sched/bank-holiday.js';
import { clash } from './sched/clash.js';
import { holidayDataStale } from './sched/holiday-data-stale.js';
import { leadTime } from './sched/lead-time.js';
import { schoolHoliday } from './sched/school-holiday.js';
import { termDataMissing } from './sched/term-data-missing.js';
import { termlySlot } from './sched/termly-slot.js';
import { titleVsDay } from './sched/title-vs-day.js';
import { weekend } from './sched/weekend.js';

/** In order of id. */
export const schedRules: readonly Rule[] = [
  anchorDay,
  bankHoliday,
  clash,
  holidayDataStale,
  leadTime,
  schoolHoliday,
  termDataMissing,
  termlySlot,
  titleVsDay,
  weekend,
];
