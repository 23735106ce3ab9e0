import { placeOf } from '../../../model/place.js';
import { rule } from '../../rule.js';

export const imageRights = rule({
  id: 'legal/image-rights',
  over: 'item',
  severity: 'warning',
  title: 'A picture says whose it is',
  why: 'Every photograph and drawing belongs to somebody, and most licences ask for a name beside it. A picture of unknown origin can cost hundreds of pounds, and whoever took it is owed the credit.',
  origins: [
    {
      title: 'Copyright, Designs and Patents Act 1988, section 77',
      url: 'https://www.legislation.gov.uk/ukpga/1988/48/section/77',
    },
    { title: 'Creative Commons, Recommended practices for attribution' },
  ],
  bad: 'image:\n  src: issues/images/havana.jpg\n  alt: A sea wall at dusk',
  good: 'image:\n  src: issues/images/havana.jpg\n  alt: A sea wall at dusk\n  credit: María López, CC BY 4.0',
  *judge({ item: { image, source } }) {
    if (!image || image.credit !== undefined) return;
    yield {
      place: placeOf(source, 'image'),
      words: `Nothing says whose picture “${image.src.split('/').at(-1)}” is.`,
      fix: 'Write under “image:” who made it, and under which licence if there is one: “credit: María López, CC BY 4.0”.',
    };
  },
});
