import { isDeclared, isSpecialCategory, ownFields, tagsIn } from '../../merge-fields.js';
import { rule } from '../../rule.js';

/** What ties somebody to a union, or stands for somebody. */
const revealing =
  /(?:^|_)(?:branch|workplace|employer|membership|member_(?:id|no|number)|national_insurance|ni_number)(?:_|$)/;

export const inUrl = rule({
  id: 'merge/in-url',
  over: 'writing',
  severity: 'warning',
  title: 'Links are the same for everybody',
  why: 'People pass links on. With a name or a membership number in the address they give it away to everybody who gets the link, to the website, and to the computers in between.',
  origins: [
    { title: 'UK GDPR, articles 5 and 9', url: 'https://www.legislation.gov.uk/eur/2016/679/article/5' },
    { title: 'RFC 9110, section 17.9', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-17.9' },
  ],
  bad: 'url: https://www.example.org/petition?name=[[first_name]]',
  good: 'url: https://www.example.org/petition',
  *judge({ links }, house) {
    for (const { url, place } of links) {
      for (const { field, text } of tagsIn(url)) {
        if (ownFields.has(field) || !isDeclared(field, house)) continue;
        const isGrave = isSpecialCategory(field) || revealing.test(field);
        yield {
          place,
          ...(isGrave && { severity: 'error' }),
          words: `The address has ${text} in it, so whoever passes the link on gives that away.`,
          fix: 'Leave it out of the address, and ask for it on the page if it is needed.',
        };
      }
    }
  },
});
