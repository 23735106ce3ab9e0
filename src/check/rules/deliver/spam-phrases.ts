import { matchesIn, type PassageRole, placeIn } from '../../passage.js';
import { isEnglish } from '../../printed-passages.js';
import { rule } from '../../rule.js';
import { isQuoted } from '../../sentence-around.js';

/** What sells things and threatens people. Campaigns say “urgent” and “act now” and mean it: those are not among them. */
const phrases = new RegExp(
  `\\b(?:${[
    '100% (?:free|guaranteed|satisfied)',
    'absolutely free',
    'act now!{2,}',
    'amazing (?:deal|offer)',
    'buy now',
    'cash (?:bonus|prize)',
    'claim your (?:prize|reward|gift)',
    'congratulations!',
    "don[’']t (?:delete|miss out)!",
    'double your (?:money|income)',
    'exclusive (?:deal|offer)',
    'final (?:notice|warning)',
    'free (?:gift|gifts|money|trial)',
    'guaranteed!',
    'hurry!',
    'last warning',
    'limited[- ]time (?:deal|offer)',
    'lucky winner',
    'money[- ]back guarantee',
    'no obligation',
    'offer (?:ends|expires)',
    'once[- ]in[- ]a[- ]lifetime',
    'order now',
    'risk[- ]free',
    'special promotion',
    'this is not spam',
    'unbelievable (?:deal|offer)',
    'verify your (?:account|details)',
    'while (?:stocks|supplies) last',
    'win a (?:prize|holiday|car)',
    'you (?:are|have been) (?:a winner|selected)',
    "you(?:[’']ve| have) won",
    'your account (?:has been|will be|is) (?:suspended|closed|limited)',
  ].join('|')})(?!\\p{L})`,
  'giu',
);

const inView: ReadonlySet<PassageRole> = new Set(['title', 'subject', 'preheader', 'label', 'section-title']);

export const spamPhrases = rule({
  id: 'deliver/spam-phrases',
  over: 'writing',
  severity: 'info',
  title: 'Titles and subjects do not sound like junk mail',
  why: 'Filters know the phrases of those who sell and threaten, and so do readers. “Final notice” on something that is none costs the trust that the next urgent appeal will need.',
  origins: [{ title: 'Apache SpamAssassin, rules over subjects and bodies', url: 'https://spamassassin.apache.org/' }],
  bad: 'subject: "Final notice: limited time offer for members"',
  good: 'subject: "Four days left to book the members’ discount"',
  *judge({ lang, passages }) {
    if (!isEnglish({ lang })) return;
    for (const passage of passages) {
      if (!inView.has(passage.role)) continue;
      for (const { 0: found, from } of matchesIn(passage, phrases)) {
        if (isQuoted(passage.text, from)) continue;
        yield {
          place: placeIn(passage, from),
          words: `“${found}” sounds like junk mail.`,
          fix: 'Say in plain words what it is and until when.',
        };
      }
    }
  },
});
