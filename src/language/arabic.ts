import arabicCountries from 'i18n-iso-countries/langs/ar.json' with { type: 'json' };
import type { Language } from '../model/language.js';
import { clockOf, onTwelve, partOfDay } from './clock.js';
import { countriesFrom } from './countries.js';
import { datesFrom } from './dates.js';
import { fileFrom } from './linked-file.js';
import { type ArabicPlural, arabicPlural } from './plurals.js';

const dates = datesFrom({
  // As CLDR, the UN and the press across the region write them; not the Syriac names of Iraq and the Levant.
  months: [
    'يناير',
    'فبراير',
    'مارس',
    'أبريل',
    'مايو',
    'يونيو',
    'يوليو',
    'أغسطس',
    'سبتمبر',
    'أكتوبر',
    'نوفمبر',
    'ديسمبر',
  ],
  weekdays: {
    monday: 'الاثنين',
    tuesday: 'الثلاثاء',
    wednesday: 'الأربعاء',
    thursday: 'الخميس',
    friday: 'الجمعة',
    saturday: 'السبت',
    sunday: 'الأحد',
  },
  time: (time) =>
    `${onTwelve(time)} ${partOfDay(time, [
      [0, 'ليلًا'],
      [3, 'فجرًا'],
      [6, 'صباحًا'],
      [12, 'ظهرًا'],
      [13, 'بعد الظهر'],
      [18, 'مساءً'],
    ])}`,
  at: (day, time) => `${day}، الساعة ${time}`,
  from: (day, time) => `${day}، ابتداءً من الساعة ${time}`,
  until: (day, time) => `${day}، حتى الساعة ${time}`,
  hours: (day, from, to) => `${day}، من الساعة ${from} إلى الساعة ${to}`,
  span: (first, last) => `من ${first} إلى ${last}`,
});

const others: Readonly<Record<ArabicPlural, (count: number) => string>> = {
  zero: (count) => `و${count} موقّع آخر`,
  one: () => 'وموقّع واحد آخر',
  two: () => 'وموقّعان آخران',
  few: (count) => `و${count} موقّعين آخرين`,
  many: (count) => `و${count} موقّعًا آخر`,
  other: (count) => `و${count} موقّع آخر`,
};

const items: Readonly<Record<ArabicPlural, (count: number) => string>> = {
  zero: () => 'لا مواضيع',
  one: () => 'موضوع واحد',
  two: () => 'موضوعان',
  few: (count) => `${count} مواضيع`,
  many: (count) => `${count} موضوعًا`,
  other: (count) => `${count} موضوع`,
};

const everydayNames = {
  BS: 'جزر البهاما',
  BY: 'بيلاروس',
  CZ: 'التشيك',
  FM: 'ميكرونيزيا',
  GL: 'غرينلاند',
  MF: 'سان مارتان',
  MM: 'ميانمار',
  RE: 'ريونيون',
  SX: 'سينت مارتن',
  SZ: 'إسواتيني',
  TF: 'الأقاليم الجنوبية الفرنسية',
  UM: 'جزر الولايات المتحدة النائية',
};

/*
 * Where a number follows a Latin word, an Arabic word stands between them, or the bidirectional algorithm (UAX #9, W7)
 * would count the number to the Latin word and tear it from its unit. That is why no phrase needs control characters.
 */
export const arabic: Language = {
  tag: 'ar',
  dates,
  phrases: {
    kind: {
      action: 'تحرّك',
      statement: 'بيان',
      news: 'أخبار',
      resource: 'مواد مفيدة',
      event: 'فعالية',
      opportunity: 'فرصة',
    },
    deed: {
      sign: 'عريضة',
      'email-mp': 'راسلوا نائبكم في البرلمان',
      write: 'رسالة',
      donate: 'نداء للتبرع',
      attend: 'فعالية',
      download: 'مواد مفيدة',
      affiliate: 'انتساب',
      read: 'قراءة',
      share: 'انشروا الخبر',
      apply: 'فرصة',
    },
    urgent: 'عاجل',
    closes: (moment) => `آخر موعد: ${moment}`,
    closed: (moment) => `انتهى الموعد: ${moment}`,
    by: (moment) => `حتى ${moment}`,
    action: 'تحرّك',
    signedBy: 'الموقّعون',
    andOthers: (count) => others[arabicPlural(count)](count),
    readInFull: (title) => `قراءة النص الكامل: «${title}»`,
    readInFullOnTheWeb: (title) => `قراءة النص الكامل على الإنترنت: «${title}»`,
    update: (date) => `مستجدات، ${date}`,
    outcome: {
      won: (date) => `تحقّق المطلب، ${date}`,
      lost: (date) => `لم يتحقّق المطلب، ${date}`,
      ongoing: (date) => `الوضع في ${date}`,
    },
    from: 'المصدر:',
    when: 'الموعد',
    where: 'المكان',
    online: 'عبر الإنترنت',
    joinOnline: (title) => `المشاركة عبر الإنترنت: ${title}`,
    addToCalendar: (title) => `إضافة إلى التقويم: ${title}`,
    clockOf: clockOf((city) => `(بتوقيت ${city})`),
    file: fileFrom({
      type: (type) => `ملف ${type}`,
      beforeSize: '، الحجم ',
      kilobytes: 'كيلوبايت',
      megabytes: 'ميغابايت',
    }),
    picture: (credit) => `الصورة: ${credit}`,
    atYourNextMeeting: 'اطرحوا هذا في اجتماعكم المقبل',
    askYourDistrict: 'اطلبوا من فرع منطقتكم',
    wordsToCopy: 'نص للنسخ واللصق',
    inThisIssue: 'في هذا العدد',
    items: (count) => items[arabicPlural(count)](count),
    issueNumber: (number) => `العدد ${number}`,
    readOnTheWeb: 'القراءة على الإنترنت',
    unsubscribeFrom: (title) => `إلغاء الاشتراك في ${title}`,
    writeToUs: 'راسلونا',
    privacy: 'كيف نستخدم بياناتكم',
    olderTranslation: 'تغيّر النص الأصلي بعد إعداد هذه الترجمة.',
    colon: ': ',
  },
  countryName: countriesFrom(everydayNames, arabicCountries.countries),
};
