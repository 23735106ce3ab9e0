import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weekdays } from '../../src/model/cadence.js';
import { addDays } from '../../src/model/days.js';
import { everyLanguage, language } from './every-language.js';

/** The date, so that what is near has no year. */
const today = '2021-03-22';

/** French spaces at which no line ends are written as "_" here. */
function seen(text: string): string {
  return text.replaceAll('\u00a0', '_');
}

describe.each([
  ['cy', 'Dydd Llun 22 Mawrth 2021', '1 Ebrill 2021', '1 Ebrill', 'Mawrth 2021', 'Maw/Ebr 2021', 'Rhag 2021/Ion 2022'],
  [
    ...['ar', 'الاثنين 22 مارس 2021', '1 أبريل 2021', '1 أبريل', 'مارس 2021'],
    ...['مارس/أبريل 2021', 'ديسمبر 2021/يناير 2022'],
  ],
  [
    ...['ckb', 'دووشەممە، 22ی ئازاری 2021', '1ی نیسانی 2021', '1ی نیسان', 'ئازاری 2021'],
    ...['ئازار/نیسانی 2021', 'کانوونی یەکەمی 2021/کانوونی دووەمی 2022'],
  ],
  ['ur', 'پیر 22 مارچ 2021', '1 اپریل 2021', '1 اپریل', 'مارچ 2021', 'مارچ/اپریل 2021', 'دسمبر 2021/جنوری 2022'],
  [
    ...['fr', 'Lundi 22 mars 2021', '1er avril 2021', '1er avril', 'mars 2021'],
    ...['mars/avril 2021', 'décembre 2021/janvier 2022'],
  ],
  [
    ...['es', 'Lunes 22 de marzo de 2021', '1 de abril de 2021', '1 de abril', 'marzo de 2021'],
    ...['marzo/abril de 2021', 'diciembre de 2021/enero de 2022'],
  ],
  [
    ...['ja', '2021年3月22日（月）', '2021年4月1日', '4月1日', '2021年3月'],
    ...['2021年3月・4月', '2021年12月・2022年1月'],
  ],
  [
    ...['zh-Hans', '2021年3月22日（星期一）', '2021年4月1日', '4月1日', '2021年3月'],
    ...['2021年3月/4月', '2021年12月/2022年1月'],
  ],
])('dates in %s', (tag, weekdayDate, date, shortDate, month, months, monthsOverNewYear) => {
  it('are written as its readers write them', async () => {
    const { dates } = await language(tag ?? '');
    expect(dates.weekdayDate(today)).toBe(weekdayDate);
    expect(dates.date('2021-04-01')).toBe(date);
    expect(dates.shortDate('2021-04-01')).toBe(shortDate);
    expect(dates.month(today)).toBe(month);
    expect(dates.months(today)).toBe(months);
    expect(dates.months('2021-12-06')).toBe(monthsOverNewYear);
  });
});

describe('a moment', () => {
  it.each([
    ['cy', '2021-03-26T17:00', 'dydd Gwener 26 Mawrth am 5pm'],
    ['cy', '2021-03-26T12:00', 'dydd Gwener 26 Mawrth am hanner dydd'],
    ['cy', '2022-03-01T00:00', 'dydd Mawrth 1 Mawrth 2022 am hanner nos'],
    ['ar', '2021-03-26T17:00', 'الجمعة 26 مارس، الساعة 5 بعد الظهر'],
    ['ar', '2021-03-26T09:05', 'الجمعة 26 مارس، الساعة 9:05 صباحًا'],
    ['ar', '2022-03-01T19:30', 'الثلاثاء 1 مارس 2022، الساعة 7:30 مساءً'],
    ['ckb', '2021-03-26T17:00', 'هەینی، 26ی ئازار، کاتژمێر 5ی ئێوارە'],
    ['ckb', '2021-03-26T02:00', 'هەینی، 26ی ئازار، کاتژمێر 2ی شەو'],
    ['ur', '2021-03-26T17:00', 'جمعہ 26 مارچ، شام 5 بجے'],
    ['ur', '2021-03-26T00:30', 'جمعہ 26 مارچ، رات 12:30 بجے'],
    ['fr', '2021-03-26T17:00', 'vendredi 26 mars à 17_h'],
    ['fr', '2021-04-01T09:05', 'jeudi 1er avril à 9_h_05'],
    ['fr', '2021-03-26T12:00', 'vendredi 26 mars à midi'],
    ['fr', '2022-03-01T00:00', 'mardi 1er mars 2022 à minuit'],
    ['es', '2021-03-26T17:00', 'viernes 26 de marzo a las 17:00'],
    ['es', '2022-03-01T01:30', 'martes 1 de marzo de 2022 a la 1:30'],
    ['es', '2021-03-26', 'viernes 26 de marzo'],
    ['ja', '2021-03-26T17:00', '3月26日（金）17:00'],
    ['ja', '2022-03-01', '2022年3月1日（火）'],
    ['zh-Hans', '2021-03-26T09:00', '3月26日（星期五）9:00'],
    ['zh-Hant', '2022-03-01T17:00', '2022年3月1日（星期二）17:00'],
  ])('in %s, %s is %s', async (tag, wall, words) => {
    expect(seen((await language(tag)).dates.moment(wall, today))).toBe(words);
  });
});

describe('a range', () => {
  const [hours, open, until] = [
    ['2021-04-24T10:00', '2021-04-24T16:00'],
    ['2021-04-24T10:00', '2021-04-24'],
    ['2021-04-24', '2021-04-24T16:00'],
  ] as const;
  const [days, months, years, weekend] = [
    ['2021-05-01', '2021-05-14'],
    ['2022-05-28', '2022-06-03'],
    ['2021-12-28', '2022-01-03'],
    ['2021-05-07T18:00', '2021-05-09T16:00'],
  ] as const;

  it.each([
    ['cy', hours, 'dydd Sadwrn 24 Ebrill, 10am tan 4pm'],
    ['cy', open, 'dydd Sadwrn 24 Ebrill o 10am ymlaen'],
    ['cy', until, 'dydd Sadwrn 24 Ebrill tan 4pm'],
    ['cy', days, '1 i 14 Mai'],
    ['cy', years, '28 Rhagfyr 2021 i 3 Ionawr 2022'],
    ['cy', weekend, 'dydd Gwener 7 Mai am 6pm i ddydd Sul 9 Mai am 4pm'],
    ['ar', hours, 'السبت 24 أبريل، من الساعة 10 صباحًا إلى الساعة 4 بعد الظهر'],
    ['ar', open, 'السبت 24 أبريل، ابتداءً من الساعة 10 صباحًا'],
    ['ar', until, 'السبت 24 أبريل، حتى الساعة 4 بعد الظهر'],
    ['ar', days, 'من 1 إلى 14 مايو'],
    ['ar', months, 'من 28 مايو إلى 3 يونيو 2022'],
    ['ckb', hours, 'شەممە، 24ی نیسان، لە کاتژمێر 10ی بەیانی تا کاتژمێر 4ی دوای نیوەڕۆ'],
    ['ckb', days, 'لە 1 تا 14ی ئایار'],
    ['ckb', months, 'لە 28ی ئایار تا 3ی حوزەیرانی 2022'],
    ['ur', hours, 'ہفتہ 24 اپریل، صبح 10 بجے سے شام 4 بجے تک'],
    ['ur', days, '1 سے 14 مئی تک'],
    ['fr', hours, 'samedi 24 avril, de 10_h à 16_h'],
    ['fr', open, 'samedi 24 avril à partir de 10_h'],
    ['fr', until, 'samedi 24 avril jusqu’à 16_h'],
    ['fr', days, 'du 1er au 14 mai'],
    ['fr', months, 'du 28 mai au 3 juin 2022'],
    ['fr', weekend, 'du vendredi 7 mai à 18_h au dimanche 9 mai à 16_h'],
    ['es', hours, 'sábado 24 de abril, de las 10:00 a las 16:00'],
    ['es', open, 'sábado 24 de abril desde las 10:00'],
    ['es', days, 'del 1 al 14 de mayo'],
    ['es', years, 'del 28 de diciembre de 2021 al 3 de enero de 2022'],
    ['es', weekend, 'del viernes 7 de mayo a las 18:00 al domingo 9 de mayo a las 16:00'],
    // The year is in the half that comes first.
    ['ja', hours, '4月24日（土）10:00〜16:00'],
    ['ja', open, '4月24日（土）10:00から'],
    ['ja', until, '4月24日（土）16:00まで'],
    ['ja', days, '5月1日〜14日'],
    ['ja', months, '2022年5月28日〜6月3日'],
    ['ja', years, '2021年12月28日〜2022年1月3日'],
    ['zh-Hans', hours, '4月24日（星期六）10:00至16:00'],
    ['zh-Hans', days, '5月1日至14日'],
    ['zh-Hant', weekend, '5月7日（星期五）18:00至5月9日（星期日）16:00'],
  ] as const)('in %s, %j is %s', async (tag, [starts, ends], words) => {
    expect(seen((await language(tag)).dates.range(starts, ends, today))).toBe(words);
  });
});

describe.each(everyLanguage)('%s', (tag, { dates }) => {
  /** As CLDR has it in the Node.js that runs the tests. */
  function cldr(date: string, part: 'month' | 'weekday', width: 'long' | 'short' = 'long'): string {
    const format = new Intl.DateTimeFormat(tag, {
      day: 'numeric',
      month: 'long',
      weekday: width,
      calendar: 'gregory',
      timeZone: 'UTC',
    });
    const name = format.formatToParts(Date.parse(date)).find(({ type }) => type === part)?.value ?? '';
    return plain(name);
  }

  /** Without capitals, and without the second way in which CLDR spells a vowel and an h of Sorani. */
  function plain(text: string): string {
    return text.toLowerCase().replace('کانونی', 'کانوونی').replaceAll('ھ', 'ه');
  }

  it('has the months of CLDR', () => {
    for (let month = 1; month <= 12; month++) {
      const date = `2021-${String(month).padStart(2, '0')}-17`;
      expect(plain(dates.date(date))).toContain(cldr(date, 'month'));
    }
  });

  it('has the weekdays of CLDR', () => {
    for (const index of weekdays.keys()) {
      const date = addDays(today, index);
      expect(plain(dates.weekdayDate(date))).toContain(cldr(date, 'weekday', tag === 'ja' ? 'short' : 'long'));
    }
  });

  it('has words for every day from 1990 to 2060, with the day and the year, in digits that all can read', () => {
    const wrong: string[] = [];
    for (let date = '1990-01-01'; date <= '2060-12-31'; date = addDays(date, 1)) {
      const [year = '', , day = ''] = date.split('-').map((part) => String(Number(part)));
      for (const words of [dates.weekdayDate(date), dates.date(date)]) {
        const isWhole = words.includes(year) && words.replace(year, '').includes(day);
        if (!isWhole || /undefined|null|NaN|[^\P{Nd}0-9]/u.test(words)) wrong.push(words);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('says both ends of every range', () => {
    const day = fc.integer({ min: 0, max: 10_000 }).map((days) => addDays('2010-01-01', days));
    const time = fc.option(
      fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map((parts) => {
        return `T${parts.map((part) => String(part).padStart(2, '0')).join(':')}`;
      }),
      { nil: '' },
    );
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 40 }), time, time, day, (first, length, from, to, read) => {
        const last = addDays(first, length);
        const words = dates.range(`${first}${from}`, `${last}${to}`, read);
        expect(words).not.toMatch(/undefined|null|NaN/);
        for (const date of [first, last]) expect(words).toContain(String(Number(date.slice(8))));
        for (const each of [from, to]) if (each !== '' && !each.endsWith(':00')) expect(words).toContain(each.slice(4));
      }),
    );
  });
});
