import { rule } from '../../rule.js';

/** What says nothing of where a link leads, in any case and with whatever marks around it. */
const generic = new Set(
  (
    'click here|click|here|read more|more|more info|more information|find out more|learn more|see more|see here|link|this link|' +
    'this|this page|page|website|web page|webpage|details|read|read on|go|open|visit|url|button|submit|download|see|info|click on this link|click on the link|click this link|follow this link|follow the link|learn more here|read more here|this one|continue|continue reading|view|view more|watch|listen|view here'
  ).split('|'),
);

export const textGeneric = rule({
  id: 'link/text-generic',
  over: 'writing',
  severity: 'error',
  title: 'Links say where they lead',
  why: 'Screen readers can list the links of a mail without the words around them: ten times “click here” is no list. Others skim, and read only what is underlined.',
  origins: [
    {
      title: 'WCAG 2.2, 2.4.4 Link Purpose (In Context)',
      url: 'https://www.w3.org/TR/WCAG22/#link-purpose-in-context',
    },
    { title: 'GOV.UK content design, Links' },
  ],
  bad: 'To sign the petition, [click here](https://www.example.org/petition).',
  good: '[Sign the petition](https://www.example.org/petition).',
  *judge({ links, lang }) {
    if (!/^en\b/.test(lang)) return;
    for (const { text, textPlace, in: where } of links) {
      if (where === 'setting') continue;
      const words = plain(text);
      if (generic.has(words)) {
        yield {
          place: textPlace,
          words: `“${text}” does not say where the link leads.`,
          fix: 'Make the link of the words that do: “Sign the petition”, “the report on Yemen”.',
        };
      } else if (/^(?:click|press|tap) (?:here|on (?:this|the) (?:link|button)) /.test(words)) {
        yield {
          place: textPlace,
          severity: 'warning',
          words: `“${text}” begins with words that say nothing.`,
          fix: 'Begin with what readers do there: “Sign the petition”.',
        };
      }
    }
  },
});

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\s]/gu, ' ')
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^(?:please|just) /, '');
}
