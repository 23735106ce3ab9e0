import welshCountries from 'i18n-iso-countries/langs/cy.json' with { type: 'json' };
import type { Language } from '../model/language.js';
import { clockOf } from './clock.js';
import { countriesFrom } from './countries.js';
import { datesFrom } from './dates.js';
import { timeInWords } from './english-dates.js';
import { fileFrom } from './linked-file.js';

const dates = datesFrom({
  months: [
    'Ionawr',
    'Chwefror',
    'Mawrth',
    'Ebrill',
    'Mai',
    'Mehefin',
    'Gorffennaf',
    'Awst',
    'Medi',
    'Hydref',
    'Tachwedd',
    'Rhagfyr',
  ],
  shortMonths: ['Ion', 'Chwe', 'Maw', 'Ebr', 'Mai', 'Meh', 'Gorff', 'Awst', 'Medi', 'Hyd', 'Tach', 'Rhag'],
  weekdays: {
    monday: 'dydd Llun',
    tuesday: 'dydd Mawrth',
    wednesday: 'dydd Mercher',
    thursday: 'dydd Iau',
    friday: 'dydd Gwener',
    saturday: 'dydd Sadwrn',
    sunday: 'dydd Sul',
  },
  time: timeOfDay,
  at: (day, time) => `${day} am ${time}`,
  from: (day, time) => `${day} o ${time} ymlaen`,
  until: (day, time) => `${day} tan ${time}`,
  hours: (day, from, to) => `${day}, ${from} tan ${to}`,
  span: (first, last) => `${first} i ${softened(last)}`,
});

function timeOfDay(time: string): string {
  if (time === '12:00') return 'hanner dydd';
  return time === '00:00' ? 'hanner nos' : timeInWords(time);
}

/** Soft mutation of the one word that a date begins with: after "i", and where it says when something happens. */
function softened(date: string): string {
  return date.replace(/^dydd/, 'ddydd');
}

/** "ac" before a number that is said with a vowel at its beginning: un, wyth, un deg …, wyth deg …, wyth cant. */
function and(count: number): string {
  const isVowel = count === 1 || (count >= 11 && count <= 19) || String(count).startsWith('8');
  return isVowel ? 'ac' : 'a';
}

const everydayNames = {
  AE: 'Yr Emiradau Arabaidd Unedig',
  AZ: 'Aserbaijan',
  BN: 'Brunei',
  BQ: 'Caribî yr Iseldiroedd',
  BS: 'Y Bahamas',
  BY: 'Belarws',
  CC: 'Ynysoedd Cocos',
  CD: 'Gweriniaeth Ddemocrataidd y Congo',
  CG: 'Gweriniaeth y Congo',
  CI: 'Y Traeth Ifori',
  CN: 'Tsieina',
  CU: 'Ciwba',
  CV: 'Cabo Verde',
  CZ: 'Tsiecia',
  DO: 'Gweriniaeth Dominica',
  EC: 'Ecuador',
  EH: 'Gorllewin Sahara',
  FK: 'Ynysoedd y Falkland',
  FM: 'Micronesia',
  GM: 'Y Gambia',
  GQ: 'Gini Gyhydeddol',
  IR: 'Iran',
  JO: 'Gwlad Iorddonen',
  LA: 'Laos',
  MD: 'Moldofa',
  MF: 'Saint Martin',
  MK: 'Gogledd Macedonia',
  MV: 'Y Maldives',
  PG: 'Papua Guinea Newydd',
  PH: 'Y Philipinau',
  PS: 'Palesteina',
  RE: 'Réunion',
  RU: 'Rwsia',
  SD: 'Swdan',
  SR: 'Suriname',
  SX: 'Sint Maarten',
  SY: 'Syria',
  TC: 'Ynysoedd Turks a Caicos',
  TD: 'Tsiad',
  TF: 'Tiroedd Deheuol Ffrainc',
  TJ: 'Tajicistan',
  TM: 'Tyrcmenistan',
  TW: 'Taiwan',
  TZ: 'Tanzania',
  US: 'Yr Unol Daleithiau',
  VA: 'Dinas y Fatican',
  VC: 'Saint Vincent a’r Grenadines',
  VG: 'Ynysoedd Gwyryf Prydain',
  VI: 'Ynysoedd Gwyryf yr Unol Daleithiau',
};

export const welsh: Language = {
  tag: 'cy',
  dates,
  phrases: {
    kind: {
      action: 'Gweithredu',
      statement: 'Datganiad',
      news: 'Newyddion',
      resource: 'Adnodd',
      event: 'Digwyddiad',
      opportunity: 'Cyfle',
    },
    deed: {
      sign: 'Deiseb',
      // "AS" would be short for a Member of the Senedd as well.
      'email-mp': 'E-bostiwch eich Aelod Seneddol',
      write: 'Llythyr',
      donate: 'Apêl',
      attend: 'Digwyddiad',
      download: 'Adnodd',
      affiliate: 'Ymaelodi',
      read: 'Darllen',
      share: 'Lledaenwch y gair',
      apply: 'Cyfle',
    },
    urgent: 'Brys',
    closes: (moment) => `Yn cau ${softened(moment)}`,
    closed: (moment) => `Caeodd ${softened(moment)}`,
    by: (moment) => `erbyn ${moment}`,
    action: 'GWEITHREDWCH',
    signedBy: 'Llofnodwyd gan',
    andOthers: (count) => `${and(count)} ${count} arall`,
    readInFull: (title) => `Darllenwch “${title}” yn llawn`,
    readInFullOnTheWeb: (title) => `Darllenwch “${title}” yn llawn ar y we`,
    update: (date) => `Diweddariad, ${date}`,
    outcome: {
      won: (date) => `Llwyddiant, ${date}`,
      lost: (date) => `Aflwyddiannus, ${date}`,
      ongoing: (date) => `Y sefyllfa, ${date}`,
    },
    from: 'Gan',
    when: 'Pryd',
    where: 'Ble',
    online: 'Ar-lein',
    joinOnline: (title) => `Ymunwch ar-lein: ${title}`,
    addToCalendar: (title) => `Ychwanegwch at eich calendr: ${title}`,
    clockOf: clockOf((city) => `(amser ${city})`),
    file: fileFrom(),
    picture: (credit) => `Llun: ${credit}`,
    atYourNextMeeting: 'Codwch hyn yn eich cyfarfod nesaf',
    askYourDistrict: 'Gofynnwch i’ch ardal',
    wordsToCopy: 'Geiriau i’w copïo a’u gludo',
    inThisIssue: 'Yn y rhifyn hwn',
    items: (count) => `${count} eitem`,
    issueNumber: (number) => `Rhif ${number}`,
    readOnTheWeb: 'Darllenwch hwn ar y we',
    unsubscribeFrom: (title) => `Dad-danysgrifio o ${title}`,
    writeToUs: 'Ysgrifennwch atom',
    privacy: 'Sut rydym yn defnyddio eich manylion',
    olderTranslation: 'Mae’r gwreiddiol wedi newid ers iddo gael ei gyfieithu.',
    colon: ': ',
  },
  countryName: countriesFrom(everydayNames, welshCountries.countries),
};
