import { rule } from '../../rule.js';

export const duplicateText = rule({
  id: 'link/duplicate-text',
  over: 'writing',
  severity: 'warning',
  title: 'The same words lead to the same place',
  why: 'In a list of links, two with the same words look like one, and half of what is offered is lost.',
  origins: [
    {
      title: 'WCAG 2.2, 2.4.4 Link Purpose (In Context)',
      url: 'https://www.w3.org/TR/WCAG22/#link-purpose-in-context',
    },
  ],
  bad: '[The report](https://www.example.org/a) and [the report](https://www.example.org/b)',
  good: '[The report of 2026](https://www.example.org/a) and [the report of 2027](https://www.example.org/b)',
  *judge({ links }) {
    const first = new Map<string, string>();
    for (const { url, text, textPlace, in: where, path } of links) {
      const words = text.trim().toLowerCase();
      // What one newsletter says stands beside what another says in no mail.
      if (where === 'setting' || words === '' || path.startsWith('versions.')) continue;
      const before = first.get(words);
      first.set(words, before ?? url);
      if (before === undefined || before === url) continue;
      yield {
        place: textPlace,
        words: `“${text}” leads to another place here than before.`,
        fix: 'Word the two so that readers can tell them apart.',
      };
    }
  },
});
