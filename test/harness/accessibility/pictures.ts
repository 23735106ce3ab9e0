import { getElementsByTagName } from 'domutils';
import { type Complaint, lineage, nameOf, type Page, wordsOf } from './page.js';

/** Pictures: words in their place, a size in numbers so that nothing jumps, and nothing that clients do not show. */
export function badPictures({ document }: Page): Complaint[] {
  return getElementsByTagName('img', document).flatMap((picture) => {
    const { alt, src = '', width = '', height = '' } = picture.attribs;
    const link = [...lineage(picture)].find(({ name }) => name === 'a');
    const isOnlyName = link !== undefined && !wordsOf(link);
    const reasons = [
      ...(alt === undefined ? ['has no alt'] : []),
      ...(isOnlyName && alt?.trim() === '' ? ['is all there is of a link and has an empty alt'] : []),
      ...(/\.(?:jpe?g|png|gif)$/i.test(alt ?? '') ? ['has the name of a file as its alt'] : []),
      ...(/^\d+$/.test(width) && /^\d+$/.test(height) ? [] : ['has no width and height in whole pixels']),
      ...(Number(width) === 1 && Number(height) === 1 ? ['is a pixel that watches readers'] : []),
      ...(/^data:|\.(?:svg|webp|avif)(?:\?|$)/i.test(src) || !src ? ['is of a sort that clients do not show'] : []),
    ];
    return reasons.map((reason) => ({ check: 'picture', at: nameOf(picture), reason }));
  });
}
