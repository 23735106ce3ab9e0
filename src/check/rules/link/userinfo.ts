import { urlOf } from '../../hosts.js';
import { rule } from '../../rule.js';

export const userinfo = rule({
  id: 'link/userinfo',
  over: 'writing',
  severity: 'error',
  title: 'Addresses have no names or passwords in them',
  why: 'What stands before an @ in an address is a name and perhaps a password, for all readers to see. It is also how addresses are made to look like those of others.',
  origins: [{ title: 'RFC 3986, section 7.5', url: 'https://www.rfc-editor.org/rfc/rfc3986#section-7.5' }],
  bad: '[The archive](https://ada:secret@www.example.org/archive)',
  good: '[The archive](https://www.example.org/archive)',
  *judge({ links }) {
    for (const { url, place } of links) {
      const parsed = urlOf(url);
      if (!parsed || !/^https?:$/.test(parsed.protocol) || (parsed.username === '' && parsed.password === '')) continue;
      yield {
        place,
        words: 'The address has somebody’s name or password in it.',
        fix: 'Take out everything up to the @. If it was a password, change that password.',
      };
    }
  },
});
