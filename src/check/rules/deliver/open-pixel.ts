import type { Element } from 'domhandler';
import { sightOf } from '../../edition/sight.js';
import { tagOf } from '../../edition/words.js';
import { named } from '../../markup.js';
import { rule } from '../../rule.js';

export const openPixel = rule({
  id: 'deliver/open-pixel',
  over: 'edition',
  severity: 'error',
  title: 'No picture is there to see who opens the mail',
  why: 'A picture of one pixel tells its server who opened the mail, when and where. That needs each reader’s consent; mail programs load it by themselves, so that the figures are wrong; and filters count it against the sender.',
  origins: [
    { title: 'PECR 2003, regulation 6', url: 'https://www.legislation.gov.uk/uksi/2003/2426/regulation/6' },
    { title: 'ICO, Guidance on the use of storage and access technologies' },
  ],
  bad: '<img src="https://stats.example.org/open.gif" width="1" height="1" alt="">',
  good: '<img src="https://www.example.org/banner.png" width="600" height="120" alt="Our delegates in Havana">',
  *judge({ markup }) {
    const { styleOf } = sightOf(markup);
    const sideOf = (image: Element, side: 'width' | 'height') => {
      const written = styleOf(image).get(side) ?? image.attribs[side] ?? '';
      return /^\s*\d*\.?\d+\s*(?:px)?\s*$/.test(written) ? Number.parseFloat(written) : undefined;
    };
    for (const image of named(markup, 'img')) {
      const [width, height] = [sideOf(image, 'width'), sideOf(image, 'height')];
      if (width === undefined || height === undefined || width > 1 || height > 1) continue;
      yield {
        words: `${tagOf(image)} is a picture that nobody can see: it tells its server who opens the mail.`,
        fix: 'Take it out. For a gap, use <mj-spacer>.',
      };
    }
  },
});
