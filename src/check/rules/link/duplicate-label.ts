import { placeOf } from '../../../model/place.js';
import { printedLinks } from '../../printed-links.js';
import { rule } from '../../rule.js';
import { isSamePlace } from '../../web-page.js';

export const duplicateLabel = rule({
  id: 'link/duplicate-label',
  over: 'issue',
  severity: 'info',
  title: 'The buttons of an issue can be told apart',
  why: 'Who listens to a list of the links hears “Sign the petition” three times and cannot tell which is which.',
  origins: [
    {
      title: 'WCAG 2.2, 2.4.9 Link Purpose (Link Only)',
      url: 'https://www.w3.org/TR/WCAG22/#link-purpose-link-only',
    },
  ],
  bad: 'label: Sign the petition   # in two items of one issue',
  good: 'label: Sign the Yemen petition',
  *judge({ issue, publication, items }) {
    const first = new Map<string, { readonly url: string; readonly title: string }>();
    for (const { item, title, actions, source } of issue.sections.flatMap((section) => section.items)) {
      const subject = items.get(item.id);
      for (const { label, url } of actions) {
        const words = label
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, ' ')
          .trim();
        const before = first.get(words);
        if (!before) first.set(words, { url, title });
        else if (!isSamePlace(before.url, url) && before.title !== title) {
          const written = subject && printedLinks(subject.writing, publication.id);
          const link = written?.find((one) => one.in === 'action' && one.url === url && one.text === label);
          yield {
            place: link?.textPlace ?? placeOf(source, 'actions'),
            words: `“${label}” is what a button of “${before.title}” says as well, and they lead to different places.`,
            fix: 'Name the cause on each: “Sign the Yemen petition”.',
          };
        }
      }
    }
  },
});
