import { workingDaysBefore } from '../../calendar/copy-deadline.js';
import { bankHoliday, bankHolidaysAsOf, isWorkingDay, knownUntil } from '../../calendar/holidays.js';
import { inHolidays, termOf } from '../../calendar/terms.js';
import { instantOf } from '../../calendar/zone.js';
import { shippedWords } from '../../check/shipped-words.js';
import { createSpelling } from '../../check/spelling.js';
import type { CalendarFacts, House } from '../../check/subjects.js';
import type { Content } from '../../content/references.js';
import { daysBetween, mondayOf } from '../../model/days.js';
import type { LinkState } from '../../model/link-state.js';
import type { Organisation } from '../../model/organisation.js';
import type { DateText } from '../../model/time.js';
import { ownWords } from '../../workspace/own-words.js';
import type { Tree } from '../../workspace/read.js';

/** What rules may know besides what they are over. */
export async function houseOf(
  { organisation, publications, audiences }: Content,
  tree: Tree,
  today: DateText,
  linkStates: ReadonlyMap<string, LinkState> = new Map(),
): Promise<House> {
  const words = [...ownWords(tree), ...namesIn(organisation)];
  return {
    organisation,
    publications,
    audiences,
    today,
    calendar: calendarOf(organisation),
    spelling: createSpelling(shippedWords || (await wordsOfSources()), words),
    linkStates,
  };
}

let made: string | undefined;

/** The words of the dictionary where nobody shipped them. */
async function wordsOfSources(): Promise<string> {
  if (made === undefined) {
    const [{ wordsOf }, { default: dictionary }] = await Promise.all([
      import('../../check/dictionary-words.js'),
      import('dictionary-en-gb'),
    ]);
    made = wordsOf(dictionary);
  }
  return made;
}

/** What the organisation calls itself and its causes is spelt as it is. */
function namesIn({ name, address, campaigns }: Organisation): string[] {
  return [name, ...address, ...campaigns.map(({ title }) => title)].flatMap((text) => text.split(/[^\p{L}\p{M}’'-]+/u));
}

function calendarOf({ nation, terms, zone }: Organisation): CalendarFacts {
  return {
    bankHoliday: (date) => bankHoliday(nation, date),
    isWorkingDay: (date) => isWorkingDay(nation, date),
    workingDaysBefore: (date, days) => workingDaysBefore(date, days, nation),
    bankHolidaysUntil: knownUntil(nation),
    bankHolidaysAsOf,
    termOf: (date) => {
      const term = termOf(terms, date);
      return (
        term && {
          name: term.name,
          week: weeksBetween(term.from, date) + 1,
          weeksLeft: weeksBetween(date, term.until),
          isEstimated: term.estimated === true,
        }
      );
    },
    isSchoolHoliday: (date) => inHolidays(terms, date),
    instantOf: (time, there = zone) => Date.parse(instantOf(time, there)),
  };
}

function weeksBetween(from: DateText, until: DateText): number {
  return Math.floor(daysBetween(mondayOf(from), mondayOf(until)) / 7);
}
