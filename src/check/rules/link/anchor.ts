import { named, wordsOf } from '../../markup.js';
import { rule } from '../../rule.js';

export const anchor = rule({
  id: 'link/anchor',
  over: 'edition',
  severity: 'warning',
  title: 'Links within a mail lead to a part of it',
  why: 'A link to a part that is not there does nothing, and readers think that their mail program is broken. Several programs do not follow such links even where the part is there.',
  origins: [{ title: 'Can I email, anchor links', url: 'https://www.caniemail.com/features/html-anchor-links/' }],
  bad: '<a href="#palestine">Palestine</a>',
  good: '<a href="#palestine">Palestine</a> … <h2 id="palestine">Palestine</h2>',
  *judge({ markup }) {
    const links = named(markup, 'a').filter(({ attribs }) => attribs.href?.startsWith('#'));
    if (links.length === 0) return;
    const targets = new Set(markup.elements.flatMap(({ attribs }) => [attribs.id, attribs.name]));
    for (const link of links) {
      const target = link.attribs.href?.slice(1) ?? '';
      if (targets.has(target) && target !== '') continue;
      yield {
        words: `The link “${wordsOf(link)}” leads to “#${target}”, and nothing in the mail has that id.`,
        fix:
          target === ''
            ? 'Write the address that is meant.'
            : `Write id="${target}" where it should lead, or take the link out.`,
      };
    }
  },
});
