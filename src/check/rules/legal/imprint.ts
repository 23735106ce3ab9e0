import { seenWords, squeezed } from '../../edition/squeezed.js';
import { quoted } from '../../edition/words.js';
import { isInElection } from '../../election-period.js';
import { rule } from '../../rule.js';

export const imprint = rule({
  id: 'legal/imprint',
  over: 'edition',
  severity: 'error',
  title: 'Before an election an edition says who promotes it',
  why: 'Election material needs an imprint: who promotes it and on whose behalf, with addresses. To publish it without one is an offence, and mailout.yaml says that this issue falls into such a time.',
  origins: [
    { title: 'Elections Act 2022, part 6', url: 'https://www.legislation.gov.uk/ukpga/2022/37/part/6' },
    { title: 'Electoral Commission, Statutory guidance on digital imprints' },
  ],
  bad: 'imprint: { words: "Promoted by …", elections: [{ from: 2027-03-22, until: 2027-05-06 }] }   # and no design or intro has these words',
  good: 'The intro of the issue ends: Promoted by Ruth Adeyemi on behalf of the Education Workers’ Union, both of Lantern House, 40 Printers’ Row, London EW1 0UX',
  *judge({ edition, markup, issue }, { organisation }) {
    const { imprint: own } = organisation;
    if (!own || !isInElection(organisation, issue.date)) return;
    const words = squeezed(own.words);
    const missing = [
      ...(seenWords(markup).includes(words) ? [] : ['HTML']),
      ...(squeezed(edition.text).includes(words) ? [] : ['plain text']),
    ];
    if (missing.length === 0) return;
    yield {
      words: `The imprint, ${quoted(own.words)}, is not in the ${missing.join(', nor in the ')}.`,
      fix: 'Write it, word for word as in mailout.yaml, at the end of the issue’s intro: the HTML and the plain text both have that.',
    };
  },
});
