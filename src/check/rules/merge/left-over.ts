import { leftOverTags } from '../../left-over-tags.js';
import { isApart, type PassageRole, placeIn } from '../../passage.js';
import { rule } from '../../rule.js';

const toCopy: ReadonlySet<PassageRole> = new Set(['wording', 'quote']);

export const leftOver = rule({
  id: 'merge/left-over',
  over: 'writing',
  severity: 'error',
  title: 'Merge fields are written as mailout writes them',
  why: 'What another program would have filled in, mailout sends as it stands: thousands of people read “Dear *|FNAME|*”.',
  origins: [{ title: 'Mailout, docs/files.md: merge fields' }],
  bad: 'Good morning, {{first_name}}.',
  good: 'Good morning, [[first_name|friend]].',
  *judge({ passages }, house) {
    for (const passage of passages) {
      for (const found of leftOverTags(passage.text, house, toCopy.has(passage.role))) {
        if (isApart(passage, found)) continue;
        yield {
          place: placeIn(passage, found.from),
          words: `“${found.text}” is not filled in for anybody: readers would see it as it stands.`,
          fix: 'Merge fields are written like “[[first_name|friend]]”, in small letters, with two brackets on either side.',
        };
      }
    }
  },
});
