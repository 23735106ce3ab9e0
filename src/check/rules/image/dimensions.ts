import { sightOf } from '../../edition/sight.js';
import { nameOfPicture } from '../../edition/words.js';
import { named } from '../../markup.js';
import { rule } from '../../rule.js';

export const dimensions = rule({
  id: 'image/dimensions',
  over: 'edition',
  severity: 'warning',
  title: 'Pictures of an edition say how large they are',
  why: 'Outlook for Windows shows a picture that does not say how wide it is at its full size, which pushes the text off the page. Without a height the text jumps when the picture arrives.',
  origins: [
    { title: 'Can I email, width attribute', url: 'https://www.caniemail.com/features/html-width/' },
    {
      title: 'HTML standard, dimension attributes',
      url: 'https://html.spec.whatwg.org/multipage/embedded-content-other.html#dimension-attributes',
    },
  ],
  bad: '<img src="logo.png" alt="EWU" style="width:120px">',
  good: '<img src="logo.png" alt="EWU" width="120" height="40">',
  *judge({ markup }) {
    const { isHidden } = sightOf(markup);
    for (const picture of named(markup, 'img')) {
      if (isHidden(picture)) continue;
      const missing = (['width', 'height'] as const).filter(
        (side) => !/^\d+$/.test(picture.attribs[side]?.trim() ?? ''),
      );
      if (missing.length === 0) continue;
      yield {
        words: `${nameOfPicture(picture)} does not say its ${missing.join(' and ')}.`,
        fix: `Write ${missing.map((side) => `${side}="…"`).join(' and ')} in whole pixels, as it is to be shown.`,
      };
    }
  },
});
