import type { Cadence, InHolidays, OnBankHoliday } from '../../model/cadence.js';

/** When a newsletter comes out, as somebody would say it: "Every week on Monday at 07:00; not in the school holidays". */
export function cadenceWords(cadence: Cadence): string {
  const { every, inHolidays, onBankHoliday } = cadence;
  const pauses = every === 'term' ? undefined : pauseWords[inHolidays];
  return [rhythmWords(cadence), pauses, holidayWords[onBankHoliday]].filter((part) => part !== undefined).join('; ');
}

function rhythmWords({ every, on, at, termWeek = 1 }: Cadence): string {
  const day = `${on.slice(0, 1).toUpperCase()}${on.slice(1)}`;
  switch (every) {
    case 'week':
      return `Every week on ${day} at ${at}`;
    case '2 weeks':
      return `Every other week on ${day} at ${at}`;
    case 'month':
      return `On the first ${day} of every month at ${at}`;
    case '2 months':
      return `On the first ${day} of every other month at ${at}`;
    case 'term':
      return `Once a term, on ${day} of its school week ${termWeek} at ${at}`;
  }
}

const pauseWords: Readonly<Record<InHolidays, string | undefined>> = {
  publish: undefined,
  skip: 'not in the school holidays',
  combine: 'not in the school holidays, whose items come in the next issue',
};

const holidayWords: Readonly<Record<OnBankHoliday, string>> = {
  'next-working-day': 'on the next working day after a bank holiday',
  previous: 'on the working day before a bank holiday',
  skip: 'not on bank holidays',
  'same-day': 'on bank holidays, too',
};
