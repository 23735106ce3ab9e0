import type { Language } from '../model/language.js';
import { clockOf, onTwelve, partOfDay } from './clock.js';
import { countriesFrom } from './countries.js';
import { datesFrom } from './dates.js';
import { fileFrom } from './linked-file.js';
import { soraniNames } from './sorani-countries.js';

const dates = datesFrom({
  // The names of Kurdistan in Iraq; those of the Iranian year are for other dates.
  months: [
    'کانوونی دووەم',
    'شوبات',
    'ئازار',
    'نیسان',
    'ئایار',
    'حوزەیران',
    'تەمووز',
    'ئاب',
    'ئەیلوول',
    'تشرینی یەکەم',
    'تشرینی دووەم',
    'کانوونی یەکەم',
  ],
  weekdays: {
    monday: 'دووشەممە',
    tuesday: 'سێشەممە',
    wednesday: 'چوارشەممە',
    thursday: 'پێنجشەممە',
    friday: 'هەینی',
    saturday: 'شەممە',
    sunday: 'یەکشەممە',
  },
  day: ({ weekday, day, month, year }) =>
    `${weekday === null ? '' : `${weekday}، `}${day}ی ${year === null ? month : monthOfYear(month, year)}`,
  month: monthOfYear,
  time: (time) =>
    `${onTwelve(time)}ی ${partOfDay(time, [
      [5, 'بەیانی'],
      [12, 'نیوەڕۆ'],
      [13, 'دوای نیوەڕۆ'],
      [17, 'ئێوارە'],
      [20, 'شەو'],
    ])}`,
  at: (day, time) => `${day}، کاتژمێر ${time}`,
  from: (day, time) => `${day}، لە کاتژمێر ${time} بەدواوە`,
  until: (day, time) => `${day}، تا کاتژمێر ${time}`,
  hours: (day, from, to) => `${day}، لە کاتژمێر ${from} تا کاتژمێر ${to}`,
  span: (first, last) => `لە ${first} تا ${last}`,
});

/** "ئازاری 2021": the year follows the month by an izafe. */
function monthOfYear(month: string, year: number): string {
  return `${month}ی ${year}`;
}

// Numbers never follow a Latin word directly: see arabic.ts.
export const sorani: Language = {
  tag: 'ckb',
  dates,
  phrases: {
    kind: {
      action: 'هەنگاو',
      statement: 'بەیاننامە',
      news: 'هەواڵ',
      resource: 'کەرەستە',
      event: 'چالاکی',
      opportunity: 'دەرفەت',
    },
    deed: {
      sign: 'کۆکردنەوەی واژۆ',
      'email-mp': 'ئیمەیڵ بۆ نوێنەرەکەتان لە پەرلەمان بنێرن',
      write: 'نامە',
      donate: 'بانگەوازی یارمەتی',
      attend: 'چالاکی',
      download: 'کەرەستە',
      affiliate: 'ئەندامێتی',
      read: 'خوێندنەوە',
      share: 'بڵاوی بکەنەوە',
      apply: 'دەرفەت',
    },
    urgent: 'بەپەلە',
    closes: (moment) => `دوا وادە: ${moment}`,
    closed: (moment) => `وادەکەی بەسەرچوو: ${moment}`,
    by: (moment) => `تا ${moment}`,
    action: 'هەنگاو',
    signedBy: 'واژۆکەران',
    andOthers: (count) => `و ${count} کەسی تر`,
    readInFull: (title) => `«${title}» بە تەواوی بخوێننەوە`,
    readInFullOnTheWeb: (title) => `«${title}» بە تەواوی لە ماڵپەڕ بخوێننەوە`,
    update: (date) => `نوێترین زانیاری، ${date}`,
    outcome: {
      won: (date) => `سەرکەوتن، ${date}`,
      lost: (date) => `سەرنەکەوتن، ${date}`,
      ongoing: (date) => `دۆخی ئێستا، ${date}`,
    },
    from: 'سەرچاوە:',
    when: 'کات',
    where: 'شوێن',
    online: 'ئۆنلاین',
    joinOnline: (title) => `بە ئۆنلاین بەشداری بکەن: ${title}`,
    addToCalendar: (title) => `زیادکردن بۆ ڕۆژژمێر: ${title}`,
    clockOf: clockOf((city) => `(بە کاتی ${city})`),
    file: fileFrom({
      type: (type) => `پەڕگەی ${type}`,
      beforeSize: '، قەبارە ',
      kilobytes: 'کیلۆبایت',
      megabytes: 'مێگابایت',
    }),
    picture: (credit) => `وێنە: ${credit}`,
    atYourNextMeeting: 'لە کۆبوونەوەی داهاتووتان باسی ئەمە بکەن',
    askYourDistrict: 'داوا لە لقی ناوچەکەتان بکەن',
    wordsToCopy: 'دەقێک بۆ لەبەرگرتنەوە',
    inThisIssue: 'لەم ژمارەیەدا',
    items: (count) => `${count} بابەت`,
    issueNumber: (number) => `ژمارە ${number}`,
    readOnTheWeb: 'لە ماڵپەڕ بیخوێننەوە',
    unsubscribeFrom: (title) => `وەستاندنی وەرگرتنی ${title}`,
    writeToUs: 'بۆمان بنووسن',
    privacy: 'چۆن زانیارییەکانتان بەکار دەهێنین',
    olderTranslation: 'دوای ئەم وەرگێڕانە، دەقە ڕەسەنەکە گۆڕدراوە.',
    colon: ': ',
  },
  countryName: countriesFrom(soraniNames),
};
