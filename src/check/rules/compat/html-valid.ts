import { quoted } from '../../edition/words.js';
import { rule } from '../../rule.js';

export const htmlValid = rule({
  id: 'compat/html-valid',
  over: 'edition',
  severity: 'error',
  title: 'The HTML of an edition is well made',
  why: 'Where a tag is not closed, or stands where it may not, every mail program mends the page in its own way: columns fall apart, or the rest of the email ends up in a link.',
  origins: [
    { title: 'HTML standard, The HTML syntax', url: 'https://html.spec.whatwg.org/multipage/syntax.html' },
    { title: 'html-validate', url: 'https://html-validate.org/' },
  ],
  bad: '<mj-text><p>Sign by <b>Friday</p></b></mj-text>',
  good: '<mj-text><p>Sign by <b>Friday</b></p></mj-text>',
  *judge({ htmlFault: fault }) {
    if (!fault) return;
    yield {
      words: `The HTML is not well made near ${quoted(fault.near, 60)}: ${fault.message.replace(/\.$/, '')}.`,
      fix: 'Mend the template there. More may be wrong behind it: check again afterwards.',
    };
  },
});
