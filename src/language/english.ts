import type { Language } from '../model/language.js';
import { clockOf } from './clock.js';
import { countriesFrom } from './countries.js';
import { englishDates } from './english-dates.js';
import { fileFrom } from './linked-file.js';
import { oneOrOther } from './plurals.js';

const others = { one: 'other', other: 'others' };
const items = { one: 'item', other: 'items' };
export const english: Language = {
  tag: 'en',
  dates: englishDates,
  phrases: {
    kind: {
      action: 'Action',
      statement: 'Statement',
      news: 'News',
      resource: 'Resource',
      event: 'Event',
      opportunity: 'Opportunity',
    },
    deed: {
      sign: 'Petition',
      'email-mp': 'Email your MP',
      write: 'Letter',
      donate: 'Appeal',
      attend: 'Event',
      download: 'Resource',
      affiliate: 'Affiliation',
      read: 'Reading',
      share: 'Spread the word',
      apply: 'Opportunity',
    },
    urgent: 'Urgent',
    closes: (moment) => `Closes ${moment}`,
    closed: (moment) => `Closed ${moment}`,
    by: (moment) => `by ${moment}`,
    action: 'ACTION',
    signedBy: 'Signed by',
    andOthers: (count) => `and ${count} ${others[oneOrOther(count)]}`,
    readInFull: (title) => `Read “${title}” in full`,
    readInFullOnTheWeb: (title) => `Read “${title}” in full on the web`,
    update: (date) => `Update, ${date}`,
    outcome: {
      won: (date) => `Won, ${date}`,
      lost: (date) => `Lost, ${date}`,
      ongoing: (date) => `Where it stands, ${date}`,
    },
    from: 'From',
    when: 'When',
    where: 'Where',
    online: 'Online',
    joinOnline: (title) => `Join online: ${title}`,
    addToCalendar: (title) => `Add to your calendar: ${title}`,
    clockOf: clockOf((city) => `(${city} time)`),
    file: fileFrom(),
    picture: (credit) => `Picture: ${credit}`,
    atYourNextMeeting: 'Raise this at your next meeting',
    askYourDistrict: 'Ask your district',
    wordsToCopy: 'Words to copy and paste',
    inThisIssue: 'In this issue',
    items: (count) => `${count} ${items[oneOrOther(count)]}`,
    issueNumber: (number) => `No. ${number}`,
    readOnTheWeb: 'Read this on the web',
    unsubscribeFrom: (title) => `Unsubscribe from ${title}`,
    writeToUs: 'Write to us',
    privacy: 'How we use your details',
    olderTranslation: 'The original has been changed since it was translated.',
    colon: ': ',
  },
  countryName: countriesFrom(),
};
