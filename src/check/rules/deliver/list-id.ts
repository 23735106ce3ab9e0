import { rule } from '../../rule.js';

export const listId = rule({
  id: 'deliver/list-id',
  over: 'message',
  severity: 'warning',
  title: 'A newsletter has a list identifier',
  why: 'By it readers sort all issues of a newsletter into a folder with one rule, and mail programs offer them to leave it.',
  origins: [{ title: 'RFC 2919, section 3', url: 'https://www.rfc-editor.org/rfc/rfc2919#section-3' }],
  bad: 'List-Id: Monday Morning Mail-Out',
  good: 'List-Id: Monday Morning Mail-Out <monday-morning-mail-out.example.org>',
  *judge({ headers }) {
    const ids = headers.filter(({ name }) => name.toLowerCase() === 'list-id');
    const [first] = ids;
    const fix = 'This is a mistake in mailout. Please report it.';
    if (!first) yield { words: 'The message has no list identifier.', fix };
    else if (ids.length > 1) yield { words: `The message has ${ids.length} list identifiers.`, fix };
    else if (!/<[a-z0-9-]+(?:\.[a-z0-9-]+)+>$/i.test(first.value)) {
      yield { words: `The list identifier “${first.value}” does not end in a name like <news.example.org>.`, fix };
    }
  },
});
