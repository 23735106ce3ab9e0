import { workingDaysBefore } from '../../calendar/copy-deadline.js';
import { bankHoliday, bankHolidaysAsOf, isWorkingDay, knownUntil } from '../../calendar/holidays.js';
import { inHolidays, termOf } from '../../calendar/terms.js';
import { instantOf } from '../../calendar/zone.js';
import { shippedWords } from '../../check/shipped-words.js';
import { createSpelling, type SpellingMemory } from '../../check/spelling.js';
import type { CalendarFacts, House, LinkState } from '../../check/subjects.js';
import { isInList } from '../../check/word-list.js';
import type { Content } from '../../content/references.js';
import { daysBetween, mondayOf } from '../../model/days.js';
import type { Organisation } from '../../model/organisation.js';
import type { DateText } from '../../model/time.js';
import { ownWords } from '../../workspace/own-words.js';
import { openWordMemory } from '../../workspace/word-memory.js';
import type { Workshop } from '../workshop.js';

/** What rules may know besides what they are over; `learnt` keeps for the next time what was looked up. */
export async function houseOf(
  { organisation, publications, audiences }: Content,
  { root, buildId }: Pick<Workshop, 'root' | 'buildId'>,
  today: DateText,
  linkStates: ReadonlyMap<string, LinkState> = new Map(),
): Promise<House & { readonly learnt: () => void }> {
  const { default: dictionary } = await import('dictionary-en-gb');
  const words = [...ownWords(root), ...namesIn(organisation)];
  const memory = openWordMemory(root, buildId);
  return {
    organisation,
    publications,
    audiences,
    today,
    calendar: calendarOf(organisation),
    spelling: createSpelling(dictionary, words, rememberedSpelling(memory.words)),
    linkStates,
    learnt: memory.save,
  };
}

/** Words that are in the dictionary as they stand need no looking up: whatever is not, the dictionary is asked for. */
function rememberedSpelling(words: Map<string, boolean>): SpellingMemory {
  const isShipped = (word: string) => isInList(shippedWords, word) || isInList(shippedWords, word.toLowerCase());
  return {
    get: (word) => words.get(word) ?? (isShipped(word) ? true : undefined),
    set: (word, isRight) => words.set(word, isRight),
  };
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
