import { matchesIn, type PassageRole, placeIn } from '../../passage.js';
import { byVersion, ownProseOf } from '../../prose/prose.js';
import { rule } from '../../rule.js';

/** Words that somebody else is to say, and subjects, which have a rule of their own. */
const apart: ReadonlySet<PassageRole> = new Set(['subject', 'wording']);

export const exclamation = rule({
  id: 'prose/exclamation',
  over: 'writing',
  severity: 'info',
  title: 'One exclamation mark is enough',
  why: 'The second exclamation mark takes away from the first. What is urgent or joyful says so itself; a text full of them reads like an advertisement.',
  origins: [
    { title: 'GOV.UK style guide', url: 'https://www.gov.uk/guidance/style-guide/a-to-z-of-gov-uk-style' },
    {
      title: 'Guardian and Observer style guide, exclamation marks',
      url: 'https://www.theguardian.com/guardian-observer-style-guide-e',
    },
  ],
  bad: 'Come along! Bring a friend!',
  good: 'Come along, and bring a friend.',
  *judge(writing) {
    if (!writing.passages.some(({ text }) => text.includes('!'))) return;
    for (const group of byVersion(ownProseOf(writing))) {
      const marks = group
        .filter(({ role }) => !apart.has(role))
        .flatMap((passage) => [...matchesIn(passage, /!/g)].map(({ from }) => ({ passage, from })));
      const second = marks[1];
      if (!second) continue;
      yield {
        place: placeIn(second.passage, second.from),
        words: `There are ${marks.length} exclamation marks in this text.`,
        fix: 'Keep one at most, and end the other sentences with a full stop.',
      };
    }
  },
});
