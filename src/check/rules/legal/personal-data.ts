import type { Place } from '../../../model/place.js';
import { isFreeMail } from '../../free-mail.js';
import { isApart, matchesIn, type Passage, placeIn } from '../../passage.js';
import { type Complaint, rule } from '../../rule.js';
import { sentenceAround } from '../../sentence-around.js';
import type { House, Writing } from '../../subjects.js';

const address = /[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g;
const mobile = /(?<![\d+])(?:\+44[ -]?(?:\(0\)[ -]?)?|0)7(?:[ -]?\d){9}(?!\d)/g;
/** Two letters, six digits, a letter, as HMRC gives them out. */
const nationalInsurance = /\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D]\b/g;
const membership = /\bmember(?:ship)? (?:number|no\.?|id)(?: is)?:? ?#?[A-Z]{0,3}\d{5,10}\b/gi;
const postcode = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/g;
const home =
  /\b(?:home address|(?:lives?|living|stays|staying) (?:at|in)|(?:his|her|their|my) (?:home|house|flat)|flat \d+)\b|[’']s (?:home|house|flat)\b/i;

export const personalData = rule({
  id: 'legal/personal-data',
  over: 'writing',
  severity: 'warning',
  title: 'Nobody’s private details are given away',
  why: 'A newsletter goes to thousands of inboxes, gets passed on and stays on the web. A private number or address cannot be called back, and being known as an activist has cost people their jobs, and worse.',
  origins: [
    { title: 'UK GDPR, articles 5 and 9', url: 'https://www.legislation.gov.uk/eur/2016/679/article/5' },
    {
      title: 'HMRC internal manual NIM39110, National Insurance number: format',
      url: 'https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110',
    },
  ],
  bad: 'Book with Ann: ann.member@gmail.com or 07700 900123.',
  good: 'Book with the international team: [international@union.example.org](mailto:international@union.example.org).',
  *judge(writing, house) {
    const { passages, links } = writing;
    if (links.some(({ url }) => /^(?:mailto|tel):/i.test(url)) || passages.some(({ text }) => text.includes('@'))) {
      yield* privateAddresses(writing, house);
    }
    for (const passage of passages) {
      if (!/\d/.test(passage.text)) continue;
      yield* numbers(passage);
      yield* homes(passage, house);
    }
  },
});

function* privateAddresses({ passages, links }: Writing, { organisation, publications }: House): Generator<Complaint> {
  const ours = publications.flatMap(({ sender: { address, replyTo = address } }) => [address, replyTo]);
  const told = new Set([organisation.contact, ...ours].map((one) => one.toLowerCase()));
  function* once(found: string, place: Place): Generator<Complaint> {
    if (!isFreeMail(found) || told.has(found.toLowerCase())) return;
    told.add(found.toLowerCase());
    yield {
      place,
      words: `“${found}” is somebody’s private address.`,
      fix: 'Give an address of the union or of the group that it is about. If it is meant for the public, allow it here and say who agreed.',
    };
  }
  for (const { url, place } of links) {
    if (/^tel:/i.test(url)) {
      const [number] = decoded(url.slice(4)).match(mobile) ?? [];
      // Where the number is printed, too, it is told there.
      if (number !== undefined && !passages.some(({ text }) => digits(text).includes(digits(number).slice(-9)))) {
        yield privateNumber(number, place);
      }
    } else if (/^mailto:/i.test(url)) {
      for (const [found] of decoded(url.slice(7)).matchAll(address)) yield* once(found, place);
    }
  }
  for (const passage of passages) {
    if (!passage.text.includes('@')) continue;
    for (const { 0: found, index } of passage.text.matchAll(address)) yield* once(found, placeIn(passage, index));
  }
}

function* numbers(passage: Passage): Generator<Complaint> {
  for (const { 0: found, index } of passage.text.matchAll(mobile)) {
    const isInAddress = /https?:\/\/\S*$/.test(passage.text.slice(Math.max(index - 200, 0), index));
    if (!isInAddress) yield privateNumber(found, placeIn(passage, index));
  }
  for (const { 0: found, from } of matchesIn(passage, nationalInsurance)) {
    yield {
      place: placeIn(passage, from),
      severity: 'error',
      words: `“${found}” is a National Insurance number.`,
      fix: 'Take it out. If the file was ever shared, tell your data protection officer.',
    };
  }
  for (const { 0: found, from } of matchesIn(passage, membership)) {
    yield {
      place: placeIn(passage, from),
      severity: 'error',
      words: `“${found}” is somebody’s membership number.`,
      fix: 'Take it out.',
    };
  }
}

function* homes(passage: Passage, { organisation }: House): Generator<Complaint> {
  for (const { 0: found, index } of passage.text.matchAll(postcode)) {
    const { from, to } = sentenceAround(passage.text, index);
    const sentence = passage.text.slice(from, to);
    if (!home.test(sentence) || isApart(passage, { from: index, to: index + found.length })) continue;
    if (organisation.address.some((line) => line.includes(found))) continue;
    yield {
      place: placeIn(passage, index),
      words: `This sentence says where somebody lives, down to the postcode “${found}”.`,
      fix: 'Name the town at most, or give an address of the union.',
    };
  }
}

function privateNumber(found: string, place: Place): Complaint {
  return {
    place,
    words: `“${found}” is the number of a mobile telephone, so most likely somebody’s own.`,
    fix: 'Give an office number or a shared address. If it is meant for the public, allow it here and say who agreed.',
  };
}

function digits(text: string): string {
  return text.replace(/\D+/g, '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
