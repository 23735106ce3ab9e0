import { isInElection } from '../../election-period.js';
import { matchesIn, type Passage, placeIn } from '../../passage.js';
import { isEnglish, printedPassages } from '../../printed-passages.js';
import { rule } from '../../rule.js';

const words =
  /\b(?:candidates?|by-election|elections?|hustings|manifesto(?:s|es)?|polling (?:day|stations?)|register to vote|vote (?:for|against)|vote (?:them|him|her) out|voters?|voting intentions?|your constituency)\b/gi;

export const electionWords = rule({
  id: 'legal/election-words',
  over: 'issue',
  severity: 'warning',
  title: 'What is said of an election at home is looked at before it goes out',
  why: 'Before an election what a union says of candidates, parties and voting may count as election material: it then needs an imprint, and its cost counts towards a limit. Somebody who knows the rules should have read it.',
  origins: [
    { title: 'Elections Act 2022, part 6', url: 'https://www.legislation.gov.uk/ukpga/2022/37/part/6' },
    { title: 'Electoral Commission, Non-party campaigner code of practice' },
  ],
  bad: 'Ask every candidate to sign the pledge.   # three weeks before polling day',
  good: 'Ask your MP to sign the pledge.',
  *judge({ issue, publication, items }, { organisation }) {
    if (!isInElection(organisation, issue.date)) return;
    for (const { item } of issue.sections.flatMap((section) => section.items)) {
      const subject = items.get(item.id);
      // Elections abroad are news.
      if (!subject || !isEnglish(subject.writing) || (item.country ?? 'GB') !== 'GB') continue;
      const found = firstIn(printedPassages(subject, publication.id));
      if (!found) continue;
      yield {
        place: placeIn(found.passage, found.from),
        words: `“${found.word}” may make this election material, and an election is near.`,
        fix: 'Have it read by whoever looks after campaign law in the union.',
      };
    }
  },
});

function firstIn(passages: readonly Passage[]) {
  for (const passage of passages) {
    for (const { 0: word, from } of matchesIn(passage, words)) return { passage, word, from };
  }
  return undefined;
}
