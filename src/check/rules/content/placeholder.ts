import { matchesIn, type PassageRole, placeIn } from '../../passage.js';
import { rule } from '../../rule.js';
import { isQuoted } from '../../sentence-around.js';

const months = 'January|February|March|April|May|June|July|August|September|October|November|December';

/** What writers leave in a text to come back to. */
const leftOver = new RegExp(
  [
    '\\b(?:TODO|FIXME|TBC|TBA|TBD|TKTK)\\b',
    '\\bX{3,}\\b',
    `\\b[Xx]{2,}(?:st|nd|rd|th)?\\s(?:${months})\\b`,
    '£\\s?[Xx]+\\b',
    '\\b[Ll]orem ipsum\\b',
    '\\b(?:DD|dd)[ /-](?:MM|mm|[Mm]onth)\\b',
    '\\b[Ii]nsert (?:\\w+ ){1,5}here\\b',
    '\\?{3,}',
    '<<[^<>\\n]{1,40}>>',
  ].join('|'),
  'g',
);

/** Square brackets around what has still to be looked up. */
const bracketed =
  /\[(?:link|url|web address|date|time|venue|picture|photo|image|tbc|tba|to be confirmed|to come|(?:insert|add|check|find|xx+)\b[^[\]\n]{0,60})\]/gi;
/** Brackets stand in texts to copy for what readers fill in. */
const forReaders: readonly PassageRole[] = ['wording', 'quote'];

export const placeholder = rule({
  id: 'content/placeholder',
  over: 'writing',
  severity: 'error',
  title: 'Nothing is left to be filled in',
  why: 'A “TBC” or “[link]” that goes out to thousands cannot be called back. Readers cannot act on it, and it says that nobody read the mail before it was sent.',
  origins: [
    {
      title: 'GOV.UK Content design: planning, writing and managing content',
      url: 'https://www.gov.uk/guidance/content-design',
    },
  ],
  bad: 'The meeting is on DD Month; book here [link].',
  good: 'The meeting is on 30 March; [book a place](https://www.example.org/events/meeting).',
  *judge({ passages }) {
    for (const passage of passages) {
      const patterns = forReaders.includes(passage.role) ? [leftOver] : [leftOver, bracketed];
      for (const pattern of patterns) {
        for (const { 0: written, from } of matchesIn(passage, pattern)) {
          if (isQuoted(passage.text, from)) continue;
          yield {
            place: placeIn(passage, from),
            words: `“${written}” has still to be filled in.`,
            fix: 'Write what is meant, or take it out.',
          };
        }
      }
    }
  },
});
