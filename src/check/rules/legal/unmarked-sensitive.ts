import { type Passage, placeIn } from '../../passage.js';
import { isEnglish } from '../../printed-passages.js';
import { rule } from '../../rule.js';

const maybe = /arrest|detain|jail|imprison|hiding|asylum|deport/i;

/** Two to four words with capitals, and what happened to whoever is called so: "Khaled Mansour, a teacher, was arrested". */
const inDanger =
  /(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){1,3})(?:, [^,.;:!?]{1,80},)? (?:(?:was|were|is|are|has been|have been|had been|remains?) (?:still |being |again |now |secretly ){0,2}(?:arrested|detained|jailed|imprisoned|held in|in hiding|in prison|in detention|deported)|(?:has|have) gone into hiding|(?:has|have|is|are) (?:sought|seeking|applied for) asylum|went into hiding)\b/gu;

/** What has capitals as people have, and is none. */
const notPeople =
  /\b(?:Army|Assembly|Association|Board|Brotherhood|Campaign|City|College|Commission|Committee|Conference|Congress|Coalition|Council|Court|Day|Doctors|East|Farmers|Federation|Forum|Front|Government|High|House|Institute|International|Islands?|Journalists|Kingdom|Leaders|Lawyers|League|Members|Ministry|Movement|Nations?|Network|North|Officers|Opposition|Parliament|Party|People|Police|Presidents?|Republic|Roma|School|Society|South|States|Street|Students|Syndicate|Teachers|Union|Unions|University|West|Women|Workers)\b/;

export const unmarkedSensitive = rule({
  id: 'legal/unmarked-sensitive',
  over: 'item',
  severity: 'info',
  title: 'An item that names somebody in danger is marked as sensitive',
  why: 'To be named abroad protects some people and endangers others. Once an item is marked, mailout asks for their consent and looks after pictures and places.',
  origins: [{ title: 'UK GDPR, article 9', url: 'https://www.legislation.gov.uk/eur/2016/679/article/9' }],
  bad: 'Ahmed Karimi, a teacher of physics, was arrested in Isfahan.',
  good: 'sensitive: true\nconsent: His union asked his family on 3 March, and they want his name known',
  *judge({ item, writing }) {
    if (item.sensitive || item.consent !== undefined || !isEnglish(writing)) return;
    for (const passage of writing.passages) {
      const found = personIn(passage, item.country !== undefined);
      if (!found) continue;
      yield {
        place: placeIn(passage, found.at),
        words: `This item names “${found.name}”, who may be in danger, and is not marked as sensitive.`,
        fix: 'Write “sensitive: true” and “consent: …” in its settings. If the name is known all over the world, allow it here.',
      };
      return;
    }
  },
});

function personIn(passage: Passage, hasCountry: boolean): { readonly name: string; readonly at: number } | undefined {
  const { text } = passage;
  if (!maybe.test(text)) return undefined;
  for (const { 0: whole, 1: name = '', index } of text.matchAll(inDanger)) {
    const after = text.slice(index + whole.length, index + whole.length + 60);
    const hasPlace = hasCountry || /^[^.;]*\b(?:in|at|near|from) \p{Lu}/u.test(after);
    if (hasPlace && !notPeople.test(name)) return { name, at: index };
  }
  return undefined;
}
