import { isComment } from 'domhandler';
import { find } from 'domutils';
import { quoted } from '../../edition/words.js';
import { rule } from '../../rule.js';

export const comments = rule({
  id: 'size/comments',
  over: 'edition',
  severity: 'info',
  title: 'Notes of designers stay in the template',
  why: 'Every reader gets them and can read them, and they count towards the size at which Gmail cuts an email off.',
  origins: [{ title: 'Can I email, HTML comments', url: 'https://www.caniemail.com/features/html-comments/' }],
  bad: '<!-- TODO: ask Jo about the colour -->',
  good: '{{!-- TODO: ask Jo about the colour --}}',
  *judge({ markup }) {
    for (const node of find(isComment, markup.document.children, true, Number.POSITIVE_INFINITY)) {
      const data = isComment(node) ? node.data.trim() : '';
      if (/^\[if\s|^<!\[endif\]$|^<!$|\[endif\]$/i.test(data) || data === '') continue;
      yield {
        words: `The edition has a comment in it that every reader gets: ${quoted(data)}.`,
        fix: 'Write it as {{!-- … --}}, which stays in the template.',
      };
    }
  },
});
