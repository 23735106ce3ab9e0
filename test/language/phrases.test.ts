import { describe, expect, it } from 'vitest';
import { englishNames } from '../../src/language/english-countries.js';
import { deeds, itemKinds } from '../../src/model/item.js';
import type { Language, Phrases } from '../../src/model/language.js';
import { everyLanguage, language } from './every-language.js';

/** French spaces at which no line ends are written as "_" here. */
function seen(text: string): string {
  return text.replaceAll('\u00a0', '_');
}

describe('phrases', () => {
  it.each<[tag: string, words: string, said: (phrases: Phrases, language: Language) => string]>([
    ['en', 'Closes Friday 26 March at 5pm', closes],
    ['cy', 'Yn cau ddydd Gwener 26 Mawrth am 5pm', closes],
    ['ar', 'آخر موعد: الجمعة 26 مارس، الساعة 5 بعد الظهر', closes],
    ['ckb', 'دوا وادە: هەینی، 26ی ئازار، کاتژمێر 5ی ئێوارە', closes],
    ['ur', 'آخری وقت: جمعہ 26 مارچ، شام 5 بجے', closes],
    ['fr', 'Clôture le vendredi 26 mars à 17_h', closes],
    ['es', 'Cierra el viernes 26 de marzo a las 17:00', closes],
    ['ja', '締切：3月26日（金）17:00', closes],
    ['zh-Hans', '截止时间：3月26日（星期五）17:00', closes],
    ['cy', 'erbyn dydd Gwener 26 Mawrth am 5pm', by],
    ['fr', 'jusqu’au vendredi 26 mars à 17_h', by],
    ['ja', '3月26日（金）17:00まで', by],
    ['en', 'and 1 other', ({ andOthers }) => andOthers(1)],
    ['en', 'and 34 others', ({ andOthers }) => andOthers(34)],
    ['cy', 'ac 1 arall', ({ andOthers }) => andOthers(1)],
    ['cy', 'a 7 arall', ({ andOthers }) => andOthers(7)],
    ['cy', 'ac 8 arall', ({ andOthers }) => andOthers(8)],
    ['cy', 'ac 11 arall', ({ andOthers }) => andOthers(11)],
    ['cy', 'a 34 arall', ({ andOthers }) => andOthers(34)],
    ['cy', 'ac 85 arall', ({ andOthers }) => andOthers(85)],
    ['ar', 'وموقّع واحد آخر', ({ andOthers }) => andOthers(1)],
    ['ar', 'وموقّعان آخران', ({ andOthers }) => andOthers(2)],
    ['ar', 'و10 موقّعين آخرين', ({ andOthers }) => andOthers(10)],
    ['ar', 'و34 موقّعًا آخر', ({ andOthers }) => andOthers(34)],
    ['ar', 'و101 موقّع آخر', ({ andOthers }) => andOthers(101)],
    ['ckb', 'و 34 کەسی تر', ({ andOthers }) => andOthers(34)],
    ['ur', 'اور مزید 34 افراد', ({ andOthers }) => andOthers(34)],
    ['fr', 'et 1 autre', ({ andOthers }) => andOthers(1)],
    ['es', 'y 34 firmas más', ({ andOthers }) => andOthers(34)],
    ['ja', 'ほか34名', ({ andOthers }) => andOthers(34)],
    ['zh-Hant', '以及另外34人', ({ andOthers }) => andOthers(34)],
    ['ar', '3 مواضيع', ({ items }) => items(3)],
    ['ar', '15 موضوعًا', ({ items }) => items(15)],
    ['fr', '0 article', ({ items }) => items(0)],
    ['fr', '15 articles', ({ items }) => items(15)],
    ['cy', '15 eitem', ({ items }) => items(15)],
    ['en', 'PDF, 1.2 MB', ({ file }) => file('pdf', 1_234_567)],
    ['en', 'No. 412', ({ issueNumber }) => issueNumber(412)],
    ['cy', 'Rhif 412', ({ issueNumber }) => issueNumber(412)],
    ['en', 'PDF', ({ file }) => file('pdf', undefined)],
    ['en', 'DOCX, 1 KB', ({ file }) => file('docx', 12)],
    ['en', 'ZIP, 999 KB', ({ file }) => file('zip', 999_499)],
    ['en', 'ZIP, 1 MB', ({ file }) => file('zip', 999_500)],
    ['en', 'MP4, 13 MB', ({ file }) => file('mp4', 12_500_000)],
    ['fr', 'PDF, 1,2_Mo', ({ file }) => file('pdf', 1_234_567)],
    ['es', 'PDF, 1,2 MB', ({ file }) => file('pdf', 1_234_567)],
    ['ar', 'ملف PDF، الحجم 1.2 ميغابايت', ({ file }) => file('pdf', 1_234_567)],
    ['ur', 'PDF فائل', ({ file }) => file('pdf', undefined)],
    ['en', '(New York time)', ({ clockOf }) => clockOf('New York')],
    ['en', '(UTC)', ({ clockOf }) => clockOf('UTC')],
    ['fr', '(heure d’Athens)', ({ clockOf }) => clockOf('Athens')],
    ['fr', '(heure de Geneva)', ({ clockOf }) => clockOf('Geneva')],
    ['fr', 'Lire «_Cuba_» en entier', ({ readInFull }) => readInFull('Cuba')],
    ['ja', '「Cuba」の全文を読む', ({ readInFull }) => readInFull('Cuba')],
  ])('in %s: %s', async (tag, words, said) => {
    const found = await language(tag);
    expect(seen(said(found.phrases, found))).toBe(words);
  });
});

function closes({ closes }: Phrases, { dates }: Language): string {
  return closes(dates.moment('2021-03-26T17:00', '2021-03-22'));
}

function by({ by }: Phrases, { dates }: Language): string {
  return by(dates.moment('2021-03-26T17:00', '2021-03-22'));
}

describe.each(everyLanguage)('%s', (_tag, { phrases }) => {
  const given = 'Zzyzx';
  const said: Readonly<Record<string, string>> = {
    ...Object.fromEntries(itemKinds.map((kind) => [kind, phrases.kind[kind]])),
    ...Object.fromEntries(deeds.map((deed) => [`to ${deed}`, phrases.deed[deed]])),
    ...Object.fromEntries(
      Object.entries(phrases).flatMap(([name, phrase]) => (typeof phrase === 'string' ? [[name, phrase]] : [])),
    ),
    closes: phrases.closes(given),
    closed: phrases.closed(given),
    by: phrases.by(given),
    readInFull: phrases.readInFull(given),
    readInFullOnTheWeb: phrases.readInFullOnTheWeb(given),
    update: phrases.update(given),
    won: phrases.outcome.won(given),
    lost: phrases.outcome.lost(given),
    ongoing: phrases.outcome.ongoing(given),
    joinOnline: phrases.joinOnline(given),
    addToCalendar: phrases.addToCalendar(given),
    clockOf: phrases.clockOf(given),
    picture: phrases.picture(given),
    unsubscribeFrom: phrases.unsubscribeFrom(given),
  };

  it('has all phrases, and nothing in them but words', () => {
    for (const [name, words] of Object.entries(said)) {
      expect(words.trim(), name).not.toBe('');
      // The spaces around a colon belong to it.
      if (name !== 'colon') expect(words, name).toBe(words.trim());
      expect(words, name).not.toMatch(/undefined|null|NaN|[<>&{}[\]]|\n/);
      // Left-to-right and right-to-left marks, embeddings and isolates.
      expect(words, name).not.toMatch(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
    }
  });

  it('says what it is given', () => {
    for (const [name, phrase] of Object.entries(phrases)) {
      if (typeof phrase === 'function' && name in said) expect(said[name], name).toContain(given);
    }
    for (const name of ['won', 'lost', 'ongoing']) expect(said[name], name).toContain(given);
    for (const count of [phrases.andOthers, phrases.items, phrases.issueNumber]) {
      for (const number of [3, 11, 34, 100, 199]) expect(count(number)).toContain(String(number));
      for (const number of [0, 1, 2]) expect(count(number).trim()).not.toBe('');
    }
    expect(phrases.file('odt', undefined)).toContain('ODT');
    expect(phrases.file('odt', 34_000)).toMatch(/ODT.*34/);
  });

  it('tells what may be confused apart', () => {
    const { closes, closed, readInFull, readInFullOnTheWeb, outcome } = phrases;
    expect(closes(given)).not.toBe(closed(given));
    expect(readInFull(given)).not.toBe(readInFullOnTheWeb(given));
    expect(new Set([outcome.won(given), outcome.lost(given), outcome.ongoing(given)]).size).toBe(3);
    expect(new Set(itemKinds.map((kind) => phrases.kind[kind])).size).toBe(itemKinds.length);
  });
});

describe('letters', () => {
  it('are those of the language where Arabic, Kurdish and Urdu have their own', async () => {
    // Kaf, yeh and alef maksura are other characters in Urdu and Kurdish, and look nearly the same.
    for (const tag of ['ur', 'ckb']) expect(JSON.stringify(allWords(await language(tag)))).not.toMatch(/[كيى]/);
    expect(JSON.stringify(allWords(await language('ar')))).not.toMatch(/[کیھەۆ]/);
  });
});

function allWords({ phrases, dates, countryName }: Language): readonly string[] {
  return [
    ...Object.values(phrases.kind),
    ...Object.values(phrases.deed),
    ...Object.values(phrases).filter((phrase) => typeof phrase === 'string'),
    ...Array.from({ length: 12 }, (_, month) => dates.month(`2021-${String(month + 1).padStart(2, '0')}-01`)),
    ...Array.from({ length: 7 }, (_, day) => dates.weekdayDate(`2021-03-0${day + 1}`)),
    ...Object.keys(englishNames).map((code) => countryName(code) ?? ''),
  ];
}
