import { isDeclared, isSpecialCategory, tagsIn } from '../../merge-fields.js';
import { placeIn } from '../../passage.js';
import { rule } from '../../rule.js';

export const specialCategory = rule({
  id: 'merge/special-category',
  over: 'writing',
  severity: 'error',
  title: 'Nobody’s ethnicity, disability, faith, sexuality, health or politics is printed',
  why: 'A mail is read over shoulders, forwarded and kept. What the law protects most should not stand in it, not even for the person herself; and who sees it wonders what else is on file.',
  origins: [{ title: 'UK GDPR, article 9', url: 'https://www.legislation.gov.uk/eur/2016/679/article/9' }],
  bad: 'As [[ethnicity|a]] member you may like to know …',
  good: 'Black members may like to know …',
  *judge({ passages }, house) {
    for (const passage of passages) {
      for (const { field, text, from } of tagsIn(passage.text)) {
        if (!isSpecialCategory(field) || !isDeclared(field, house)) continue;
        yield {
          place: placeIn(passage, from),
          words: `${text} prints what the law protects most about a reader.`,
          fix: 'Leave it out. To reach some readers only, send them a newsletter that they asked for.',
        };
      }
    }
  },
});
