import type { Rule } from '../rule.js';
import { actionComplete } from './content/action-complete.js';
import { actionDeadlineSoon } from './content/action-deadline-soon.js';
import { actionExpired } from './content/action-expired.js';
import { countryName } from './content/country-name.js';
import { dateExists } from './content/date-exists.js';
import { dateStyle } from './content/date-style.js';
import { deadlineAfterEvent } from './content/deadline-after-event.js';
import { deadlineBeforeSend } from './content/deadline-before-send.js';
import { deadlineMismatch } from './content/deadline-mismatch.js';
import { duplicateItem } from './content/duplicate-item.js';
import { emptySection } from './content/empty-section.js';
import { eventComplete } from './content/event-complete.js';
import { introLength } from './content/intro-length.js';
import { issueLength } from './content/issue-length.js';
import { itemLength } from './content/item-length.js';
import { lastChance } from './content/last-chance.js';
import { neverRuns } from './content/never-runs.js';
import { placeholder } from './content/placeholder.js';
import { preheaderUseful } from './content/preheader-useful.js';
import { quoteAttribution } from './content/quote-attribution.js';
import { relativeDate } from './content/relative-date.js';
import { signatoryFields } from './content/signatory-fields.js';
import { subjectDistinct } from './content/subject-distinct.js';
import { subjectShouting } from './content/subject-shouting.js';
import { timeStyle } from './content/time-style.js';
import { weekday } from './content/weekday.js';
import { yearMissing } from './content/year-missing.js';

/** In order of id. */
export const contentRules: readonly Rule[] = [
  actionComplete,
  actionDeadlineSoon,
  actionExpired,
  countryName,
  dateExists,
  dateStyle,
  deadlineAfterEvent,
  deadlineBeforeSend,
  deadlineMismatch,
  duplicateItem,
  emptySection,
  eventComplete,
  introLength,
  issueLength,
  itemLength,
  lastChance,
  neverRuns,
  placeholder,
  preheaderUseful,
  quoteAttribution,
  relativeDate,
  signatoryFields,
  subjectDistinct,
  subjectShouting,
  timeStyle,
  weekday,
  yearMissing,
];
