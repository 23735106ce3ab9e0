import frenchCountries from 'i18n-iso-countries/langs/fr.json' with { type: 'json' };
import type { Language } from '../model/language.js';
import { clockOf } from './clock.js';
import { countriesFrom } from './countries.js';
import { datesFrom } from './dates.js';
import { fileFrom } from './linked-file.js';
import { frenchPlural } from './plurals.js';

/** A space at which no line ends: before a colon, inside guillemets, and before a unit. */
const fixed = '\u00a0';

const dates = datesFrom({
  months: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  weekdays: {
    monday: 'lundi',
    tuesday: 'mardi',
    wednesday: 'mercredi',
    thursday: 'jeudi',
    friday: 'vendredi',
    saturday: 'samedi',
    sunday: 'dimanche',
  },
  dayOfMonth: (day) => (day === 1 ? '1er' : String(day)),
  time: timeOfDay,
  at: (day, time) => `${day} à ${time}`,
  from: (day, time) => `${day} à partir de ${time}`,
  until: (day, time) => `${day} jusqu’à ${time}`,
  hours: (day, from, to) => `${day}, de ${from} à ${to}`,
  span: (first, last) => `du ${first} au ${last}`,
});

function timeOfDay(time: string): string {
  if (time === '12:00') return 'midi';
  if (time === '00:00') return 'minuit';
  const [hour, minutes = '00'] = time.split(':');
  return [Number(hour), 'h', ...(minutes === '00' ? [] : [minutes])].join(fixed);
}

/** "de Genève", "d’Athènes" */
function of(city: string): string {
  return /^[aeiouéèêîôœ]/i.test(city) ? `d’${city}` : `de ${city}`;
}

function quoted(title: string): string {
  return `«${fixed}${title}${fixed}»`;
}

const others = { one: 'autre', other: 'autres' };
const items = { one: 'article', other: 'articles' };
const everydayNames = {
  AE: 'Émirats arabes unis',
  AX: 'Îles Åland',
  BQ: 'Pays-Bas caribéens',
  BN: 'Brunei',
  CF: 'République centrafricaine',
  CI: 'Côte d’Ivoire',
  CZ: 'Tchéquie',
  DO: 'République dominicaine',
  IO: 'Territoire britannique de l’océan Indien',
  KN: 'Saint-Kitts-et-Nevis',
  LR: 'Liberia',
  MF: 'Saint-Martin',
  NG: 'Nigeria',
  NU: 'Niue',
  RE: 'La Réunion',
  SA: 'Arabie saoudite',
  ST: 'Sao Tomé-et-Principe',
  SX: 'Sint Maarten',
  SZ: 'Eswatini',
  TF: 'Terres australes et antarctiques françaises',
  TZ: 'Tanzanie',
  US: 'États-Unis',
  VA: 'Vatican',
  VG: 'Îles Vierges britanniques',
  VI: 'Îles Vierges américaines',
};

export const french: Language = {
  tag: 'fr',
  dates,
  phrases: {
    kind: {
      action: 'Action',
      statement: 'Déclaration',
      news: 'Actualité',
      resource: 'Ressource',
      event: 'Événement',
      opportunity: 'Appel à participation',
    },
    deed: {
      sign: 'Pétition',
      // The same for men and women, which "député" is not.
      'email-mp': 'Écrivez à votre parlementaire',
      write: 'Lettre',
      donate: 'Appel aux dons',
      attend: 'Événement',
      download: 'Ressource',
      affiliate: 'Affiliation',
      read: 'Lecture',
      share: 'Faites passer le message',
      apply: 'Appel à participation',
    },
    urgent: 'Urgent',
    closes: (moment) => `Clôture le ${moment}`,
    closed: (moment) => `Clos depuis le ${moment}`,
    by: (moment) => `jusqu’au ${moment}`,
    action: 'À VOUS D’AGIR',
    signedBy: 'Signataires',
    andOthers: (count) => `et ${count} ${others[frenchPlural(count)]}`,
    readInFull: (title) => `Lire ${quoted(title)} en entier`,
    readInFullOnTheWeb: (title) => `Lire ${quoted(title)} en entier sur le web`,
    update: (date) => `Mise à jour du ${date}`,
    outcome: {
      won: (date) => `Gagné, ${date}`,
      lost: (date) => `Perdu, ${date}`,
      ongoing: (date) => `Situation au ${date}`,
    },
    from: `Source${fixed}:`,
    when: 'Quand',
    where: 'Où',
    online: 'En ligne',
    joinOnline: (title) => `Participer en ligne${fixed}: ${title}`,
    addToCalendar: (title) => `Ajouter à votre agenda${fixed}: ${title}`,
    clockOf: clockOf((city) => `(heure ${of(city)})`),
    file: fileFrom({ kilobytes: 'ko', megabytes: 'Mo', decimalMark: ',', beforeUnit: fixed }),
    picture: (credit) => `Image${fixed}: ${credit}`,
    atYourNextMeeting: 'À soulever lors de votre prochaine réunion',
    askYourDistrict: 'À demander à votre district',
    wordsToCopy: 'Texte à copier-coller',
    inThisIssue: 'Dans ce numéro',
    items: (count) => `${count} ${items[frenchPlural(count)]}`,
    issueNumber: (number) => `n° ${number}`,
    readOnTheWeb: 'Lire sur le web',
    unsubscribeFrom: (title) => `Se désabonner de ${quoted(title)}`,
    writeToUs: 'Nous écrire',
    privacy: 'Comment nous utilisons vos données',
    olderTranslation: 'L’original a été modifié depuis cette traduction.',
    colon: '\u00A0: ',
  },
  countryName: countriesFrom(everydayNames, frenchCountries.countries),
};
