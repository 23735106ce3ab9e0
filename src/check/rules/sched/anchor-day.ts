import { addDays } from '../../../model/days.js';
import { rule } from '../../rule.js';
import type { IssueSubject } from '../../subjects.js';

type AnchorDay = {
  readonly monthDay: string;
  readonly inWords: string;
  readonly title: string;
  readonly named: RegExp;
};

/** Days that a union’s international readers expect to find. */
const anchorDays: readonly AnchorDay[] = [
  day('01-27', '27 January', 'Holocaust Memorial Day', /holocaust/i),
  day('03-08', '8 March', 'International Women’s Day', /women.?s (?:day|rights)/i),
  day('04-28', '28 April', 'Workers’ Memorial Day', /workers.? memorial/i),
  day('05-01', '1 May', 'International Workers’ Day', /may day|workers.? day/i),
  day('06-12', '12 June', 'World Day Against Child Labour', /child labour/i),
  day('06-20', '20 June', 'World Refugee Day', /refugee (?:day|week)/i),
  day('07-12', '12 July', 'Malala Day', /malala/i),
  day('10-05', '5 October', 'World Teachers’ Day', /teachers.? day/i),
  day('11-29', '29 November', 'the Day of Solidarity with the Palestinian People', /palestin/i),
  day('12-10', '10 December', 'Human Rights Day', /human rights day/i),
];

export const anchorDay = rule({
  id: 'sched/anchor-day',
  over: 'issue',
  severity: 'info',
  title: 'The great days of the year are in the issue before them',
  why: 'Schools and branches plan assemblies and meetings around these days. After the day nobody needs the material.',
  origins: [
    { title: 'United Nations: International days and weeks', url: 'https://www.un.org/en/observances/list-days-weeks' },
  ],
  bad: 'The issue of 3 October, without a word on World Teachers’ Day (5 October).',
  good: 'The issue of 3 October, with “World Teachers’ Day: three ideas for Tuesday”.',
  *judge(subject) {
    const { issue, publication } = subject;
    if (publication.cadence.every !== 'week' && publication.cadence.every !== '2 weeks') return;
    const ends = subject.nextSendsAt?.slice(0, 10) ?? addDays(issue.date, 7);
    for (const { monthDay, inWords, title, named } of anchorDays) {
      const date = [0, 1]
        .map((more) => `${Number(issue.date.slice(0, 4)) + more}-${monthDay}`)
        .find((one) => one >= issue.date);
      if (date === undefined || date >= ends) continue;
      if (wordsOf(subject).some((text) => named.test(text) || text.includes(inWords))) continue;
      yield {
        words: `${title} is on ${inWords}, before the next issue, and nothing in this one speaks of it.`,
        fix: 'Put an item about it in, if you have one.',
      };
    }
  },
});

function day(monthDay: string, inWords: string, title: string, named: RegExp): AnchorDay {
  return { monthDay, inWords, title, named };
}

function wordsOf({ items, choices }: IssueSubject): string[] {
  const writings = [...[...items.values()].map(({ writing }) => writing), ...(choices ? [choices] : [])];
  return writings.flatMap(({ passages }) => passages.map(({ text }) => text));
}
