import { matchesIn, placeIn } from '../../passage.js';
import { isEnglish } from '../../printed-passages.js';
import { rule } from '../../rule.js';
import { isQuoted, sentenceAround } from '../../sentence-around.js';

/** What countries are no longer called, and what they are. */
const names: Readonly<Record<string, string>> = {
  Burma: 'Myanmar',
  Swaziland: 'Eswatini',
  Holland: 'the Netherlands',
  'the Ukraine': 'Ukraine',
  'the Lebanon': 'Lebanon',
  'the Sudan': 'Sudan',
  'the Yemen': 'Yemen',
  'Cape Verde Islands': 'Cape Verde',
  Zaire: 'the Democratic Republic of the Congo',
  Rhodesia: 'Zimbabwe',
  Ceylon: 'Sri Lanka',
  'Upper Volta': 'Burkina Faso',
  'East Timor': 'Timor-Leste',
  Kampuchea: 'Cambodia',
  'Western Samoa': 'Samoa',
};

/** What follows the name of a country, and not of people, teas and campaigns that are called after one. */
const after =
  '(?=[’.,;:!?)”–]|$|\\s+(?:and|or|in|is|are|was|has|have|had|to|for|who|since|where|on|by|at|as|after|under|with|from|today|now|will|must|need)\\b)';
const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${Object.keys(names).join('|')})${after}`, 'gu');

/** Words after which a name is that of a country: “in Holland”, and not “Tom Holland” or “New Holland”. */
const before =
  /(?:^|[^\p{L}])(?:in|to|from|of|and|or|with|for|across|against|about|near|throughout|inside|outside)\s+$/u;

export const countryName = rule({
  id: 'content/country-name',
  over: 'writing',
  severity: 'warning',
  title: 'Countries have the names that they have now',
  why: 'An old name says that a country is what others once made of it. Members who come from there notice at once.',
  origins: [
    {
      title: 'Foreign, Commonwealth & Development Office and PCGN: Country names',
      url: 'https://www.gov.uk/government/publications/country-names',
    },
  ],
  bad: 'Teachers in Burma are on strike.',
  good: 'Teachers in Myanmar are on strike.',
  *judge(writing) {
    if (!isEnglish(writing)) return;
    for (const passage of writing.passages) {
      if (['quote', 'excerpt', 'signatory', 'credit', 'partner', 'place'].includes(passage.role)) continue;
      for (const { 0: old, from } of matchesIn(passage, pattern)) {
        const name = names[old];
        const { text } = passage;
        if (name === undefined || isQuoted(text, from)) continue;
        const lead = text.slice(Math.max(from - 20, 0), from);
        if (!before.test(lead)) continue;
        const sentence = sentenceAround(text, from);
        const around = text.slice(sentence.from, sentence.to);
        // “Myanmar, then called Burma” is history, and right.
        if (around.includes(name.replace(/^the /, '')) && !old.includes(name)) continue;
        if (/\b(?:former|formerly|then|once|colonial|known|called|renamed|apartheid|independence)\b/i.test(around))
          continue;
        yield {
          place: placeIn(passage, from),
          words: `“${old}” is now called ${name.replace(/^the /, '')}.`,
          fix: `Write “${name}”.`,
        };
      }
    }
  },
});
