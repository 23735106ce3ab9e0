import { placeOf } from '../../../model/place.js';
import { wordCount } from '../../printed-passages.js';
import { rule } from '../../rule.js';

/** A sentence or two may be quoted by anybody. */
const long = 60;

export const partnerLicence = rule({
  id: 'legal/partner-licence',
  over: 'item',
  severity: 'info',
  title: 'What we print of a partner, we may print',
  why: 'Words and pictures of a partner are the partner’s. A line that says on what terms we have them spares the next editor, who wants to use them again, from asking.',
  origins: [
    {
      title: 'Copyright, Designs and Patents Act 1988, section 30',
      url: 'https://www.legislation.gov.uk/ukpga/1988/48/section/30',
    },
  ],
  bad: 'partner: { name: CODIR, url: https://codir.net }   # and the item quotes half a page of theirs',
  good: 'partner: { name: CODIR, url: https://codir.net, licence: By permission, March 2027 }',
  *judge({ item: { partner, image, source }, writing: { passages } }) {
    if (!partner || partner.licence !== undefined) return;
    const quoted = passages.reduce((sum, { role, text }) => sum + (role === 'quote' ? wordCount(text) : 0), 0);
    const hasPicture = image?.credit?.toLowerCase().includes(partner.name.toLowerCase()) ?? false;
    if (quoted <= long && !hasPicture) return;
    yield {
      place: placeOf(source, 'partner'),
      words: `This item has ${hasPicture ? 'a picture' : 'a long quotation'} of ${partner.name}, and nothing says on what terms.`,
      fix: 'Add it under “partner:”, for example “licence: By permission, March 2027”.',
    };
  },
});
