import type { Image, Item, Partner } from '../../model/item.js';
import type { Language } from '../../model/language.js';
import type { Campaign } from '../../model/organisation.js';
import { spelledOut } from './addresses.js';
import type { Inline, Picture } from './copy.js';
import { flat, type Print } from './proof.js';

/** "Myanmar · Human and Trade Union Rights"; not the same word twice, as the campaign for Cuba is "Cuba". */
export function kickerOf({ country, campaign }: Item, campaigns: readonly Campaign[], language: Language): string {
  const land = country === undefined ? null : language.countryName(country);
  const cause = campaigns.find(({ id }) => id === campaign)?.title;
  return [...new Set([...(land ? [land] : []), ...(cause ? [flat(cause)] : [])])].join(' · ');
}

/** The picture beside an item. Its alternative text is the caption: items have no other. */
export function pictureOf({ src, alt, credit }: Image, print: Print): Picture {
  return { file: src, caption: print(alt, 'image.alt'), ...(credit ? { credit: print(credit, 'image.credit') } : {}) };
}

/** "Partner: Education International (CC BY 4.0), https://…" */
export function partnerOf({ name, url, licence }: Partner, print: Print): readonly Inline[] {
  const terms = licence ? ` (${print(licence, 'partner.licence')})` : '';
  const address = url ? spelledOut(url) : [];
  return [
    { kind: 'strong', inlines: [{ kind: 'text', text: 'Partner:' }] },
    { kind: 'text', text: ` ${print(name, 'partner.name')}${terms}${address.length > 0 ? ', ' : ''}` },
    ...address,
  ];
}

/** The organisation's contact, as a link if it is an address of the web or of mail. */
export function contactOf(contact: string): readonly Inline[] {
  const typed = flat(contact);
  const link = spelledOut(/^[^\s@:/]+@[^\s@]+$/.test(typed) ? `mailto:${typed}` : typed);
  return link.length > 0 ? link : [{ kind: 'text', text: typed }];
}

/** Where the designers find a picture: a link if it is on the web, a path as typed if not. */
export function fileOf({ file }: Picture): readonly Inline[] {
  const link = spelledOut(file);
  return link.length > 0 ? link : [{ kind: 'text', text: file }];
}
