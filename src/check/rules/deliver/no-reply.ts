import { placeOf } from '../../../model/place.js';
import { rule } from '../../rule.js';

/** "no-reply", "donotreply-news", "news.noreply": in English, and as organisations in Wales write it. */
const deaf = /(?:^|[._+-])(?:no-?_?\.?repl(?:y|ies)|do-?_?\.?not-?_?\.?reply|dont-?reply|dim-?ateb)(?:$|[._+-])/i;

export const noReply = rule({
  id: 'deliver/no-reply',
  over: 'issue',
  severity: 'warning',
  title: 'Readers can reply',
  why: 'Members write back: with news, with corrections, and to be taken off the list, which the law lets them do by a simple reply. A mail that wants no answer is also marked as junk more often.',
  origins: [{ title: 'PECR 2003, regulation 23', url: 'https://www.legislation.gov.uk/uksi/2003/2426/regulation/23' }],
  bad: 'sender: { name: EWU International, address: no-reply@union.example.org }',
  good: 'sender: { name: EWU International, address: international@union.example.org }',
  *judge({ publication: { channel, sender, source } }) {
    if (channel !== 'email') return;
    const isDeaf = (address: string) => deaf.test(address.slice(0, Math.max(address.lastIndexOf('@'), 0)));
    const path = sender.replyTo === undefined ? 'sender.address' : 'sender.reply-to';
    const answered = sender.replyTo ?? sender.address;
    const told = isDeaf(answered) ? answered : isDeaf(sender.address) ? sender.address : undefined;
    if (told === undefined) return;
    yield {
      place: placeOf(source, told === answered ? path : 'sender.address'),
      words: `“${told}” tells readers not to reply.`,
      fix: 'Use an address that somebody reads.',
    };
  },
});
