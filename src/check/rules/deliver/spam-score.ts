import { rule } from '../../rule.js';
import { describeSpamTest } from '../../spam-tests.js';

const suspicious = 3;
const junk = 5;
/** So many tests are named, the heaviest first. */
const most = 3;

export const spamScore = rule({
  id: 'deliver/spam-score',
  over: 'message',
  severity: 'warning',
  title: 'SpamAssassin takes the mail for what it is',
  why: 'SpamAssassin adds up what looks like junk mail. Above five points most servers that use it put a mail into the junk folder, where nobody looks; above three not much may be added on the way.',
  origins: [{ title: 'Apache SpamAssassin', url: 'https://spamassassin.apache.org/' }],
  bad: 'X-Spam-Status: Yes, score=6.1 required=5.0',
  good: 'X-Spam-Status: No, score=0.4 required=5.0',
  *judge({ spam }) {
    if (!spam || spam.score <= suspicious) return;
    const heaviest = spam.tests
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, most)
      .map(({ name, score }) => `${describeSpamTest(name)} (${score.toFixed(1)})`);
    const why = heaviest.length === 0 ? '' : ` What weighs most: ${heaviest.join('; ')}.`;
    yield {
      severity: spam.score >= junk ? 'error' : 'warning',
      words: `SpamAssassin gives this mail ${spam.score.toFixed(1)} points, and ${junk} make it junk.${why}`,
      fix: 'Change what weighs most first.',
    };
  },
});
