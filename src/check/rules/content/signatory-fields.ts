import { placeOf } from '../../../model/place.js';
import { rule } from '../../rule.js';

/** Who signs as a body says by its name what it is. */
const isBody =
  /\b(?:unions?|associations?|international|campaign|council|committee|federation|network|trust|coalition|society|branch|district|congress|group|foundation|movement|alliance|party|institute|university|college|school|church|for|against|solidarity)\b|^\S+$|,/i;

export const signatoryFields = rule({
  id: 'content/signatory-fields',
  over: 'item',
  severity: 'error',
  title: 'Readers learn who signed, and nobody signs twice',
  why: 'A name alone tells most readers nothing: what gives a statement weight is the office or the organisation behind it. A name that stands there twice makes the whole list look careless.',
  origins: [{ title: 'Mailout, docs/files.md: statements' }],
  bad: 'signatories:\n  - name: Ruth Adeyemi',
  good: 'signatories:\n  - name: Ruth Adeyemi\n    role: Joint General Secretary',
  *judge({ item: { statement, source } }) {
    const seen = new Map<string, string>();
    for (const [index, { name, role, organisation }] of (statement?.signatories ?? []).entries()) {
      const place = placeOf(source, `statement.signatories.${index}.name`);
      const key = [name, isBody.test(name) ? organisation : undefined]
        .join('|')
        .toLowerCase()
        .replace(/[\s.]+/g, ' ');
      const known = seen.get(key);
      if (known !== undefined) {
        yield { place, words: `“${name}” signs twice.`, fix: 'Take one of the two out.' };
        continue;
      }
      seen.set(key, name);
      if (role !== undefined || organisation !== undefined || isBody.test(name)) continue;
      yield {
        place,
        words: `Nothing says who “${name}” is.`,
        fix: 'Add “role: …” or “organisation: …”.',
      };
    }
  },
});
