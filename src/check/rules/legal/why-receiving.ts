import { seenWords, squeezed } from '../../edition/squeezed.js';
import { quoted } from '../../edition/words.js';
import { rule } from '../../rule.js';

export const whyReceiving = rule({
  id: 'legal/why-receiving',
  over: 'edition',
  severity: 'warning',
  title: 'An edition says why it was sent to its reader',
  why: '“You receive this because …” reminds people that they are members or asked for it. Without it they mark mail as junk that they have forgotten about.',
  origins: [
    {
      title: 'ICO, Right to be informed',
      url: 'https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/individual-rights/individual-rights/right-to-be-informed/',
    },
  ],
  bad: '<p>{{organisation.name}}</p>',
  good: '<p>{{why}}</p>\n<p>{{organisation.name}}</p>',
  *judge({ markup, audience }) {
    const reasons = [audience.why, ...Object.values(audience.translations).map(({ why }) => why)];
    const words = seenWords(markup);
    if (reasons.some((why) => words.includes(squeezed(why)))) return;
    yield {
      words: `The edition does not say why readers get it: ${quoted(audience.why, 80)}.`,
      fix: 'Add {{> footer}}, or print {{why}} where it can be seen.',
    };
  },
});
