import {
  type Addressee,
  type Letter,
  type LetterParts,
  letterOf,
  type Unsubscribe,
} from '../../../src/delivery/message.js';

export const byLink = {
  by: 'link',
  link: 'https://union.example/unsubscribe?r={token}&l=news',
  mailto: 'mailto:unsubscribe@union.example?subject={token}',
} as const satisfies Unsubscribe;

/** An edition with every manner of merge tag in it. */
export const edition: LetterParts['edition'] = {
  subject: 'News for [[first_name|friend]]',
  text: 'Dear [[first_name|friend]] of [[branch|your branch]],\n\nhttps://union.example/?b=[[branch|]]\n\nUnsubscribe: [[unsubscribe_url|]]\n',
  html: '<!doctype html><html lang="en"><body><p>Dear [[first_name|friend]] of [[branch|your branch]], $&amp; $1 – 🍎</p><p><a href="https://union.example/?b=[[branch|]]">Branch</a> <a href="[[unsubscribe_url|]]">Unsubscribe</a></p></body></html>',
  mergeFields: ['first_name', 'branch', 'unsubscribe_url'],
};

export function sampleLetter(change: Partial<LetterParts> = {}): Letter {
  return letterOf({
    edition,
    sender: { name: 'The Union', address: 'news@union.example', replyTo: 'office@union.example' },
    list: { name: 'Weekly news', id: 'weekly.union.example' },
    feedbackId: '2027-03-22:weekly:newsletter:mailout',
    unsubscribe: byLink,
    shared: {},
    ...change,
  });
}

export function reader(number: number, values: Addressee['values'] = {}): Addressee {
  return {
    address: `p${number}@example.org`,
    person: `pseudonym-${number}`,
    token: `token_${number}-AbC`,
    values,
  };
}
