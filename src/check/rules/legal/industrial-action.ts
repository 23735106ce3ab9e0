import { matchesIn, placeIn } from '../../passage.js';
import { isEnglish } from '../../printed-passages.js';
import { rule } from '../../rule.js';
import { isQuoted } from '../../sentence-around.js';

/** Only what is about the readers' own ballot: strikes abroad are news. */
const ourBallot = new RegExp(
  [
    '\\byour (?:postal )?ballot (?:paper|papers|form|envelope)\\b',
    "\\b(?:in|of|for|to) (?:our|the union[’']s) (?:\\w+ ){0,2}ballot\\b",
    '\\bour (?:formal |indicative |national |postal |statutory |strike |industrial action )+ballot\\b',
    '\\b(?:postal|strike|industrial action) ballot (?:opens|closes|ends)\\b',
    '\\bballot(?:ing)? (?:our )?members\\b',
    '\\bvote (?:yes|no) (?:in|to) (?:our|the|this|your) (?:\\w+ ){0,3}ballot\\b',
    '\\bwe (?:will|shall|are going to) (?:be on |go on )?strike\\b',
    '\\bour (?:strike|picket) (?:days?|lines?)\\b',
  ].join('|'),
  'gi',
);

export const industrialAction = rule({
  id: 'legal/industrial-action',
  over: 'writing',
  severity: 'warning',
  title: 'What is said of our own ballot or strike has been approved',
  why: 'The law says in detail what a union may and must tell members about a ballot for industrial action, and when. A sentence in a newsletter has been enough to take a ballot to court.',
  origins: [
    {
      title: 'Trade Union and Labour Relations (Consolidation) Act 1992, part V',
      url: 'https://www.legislation.gov.uk/ukpga/1992/52/part/V',
    },
    { title: 'Code of Practice: industrial action ballots and notice to employers' },
  ],
  bad: 'Send back your ballot paper by Friday.',
  good: 'Teachers in Kenya have voted to strike.',
  *judge({ lang, passages }) {
    if (!isEnglish({ lang })) return;
    for (const passage of passages) {
      if (!/ballot|strike|picket/i.test(passage.text)) continue;
      for (const { 0: found, from } of matchesIn(passage, ourBallot)) {
        if (isQuoted(passage.text, from)) continue;
        yield {
          place: placeIn(passage, from),
          words: `“${found}” seems to be about a ballot or strike of our own.`,
          fix: 'Have it approved by whoever leads on ballots, then allow it here with their name and the day.',
        };
        return;
      }
    }
  },
});
