import { nameOfPicture } from '../../edition/words.js';
import { named } from '../../markup.js';
import { rule } from '../../rule.js';

export const format = rule({
  id: 'image/format',
  over: 'edition',
  severity: 'error',
  title: 'Pictures are of a kind that every mail program shows',
  why: 'Gmail shows no SVG, and Outlook for Windows neither WebP nor AVIF: readers see an empty frame. JPEG, PNG and GIF are shown everywhere.',
  origins: [
    { title: 'Can I email, SVG image format', url: 'https://www.caniemail.com/features/image-svg/' },
    { title: 'Can I email, WebP image format', url: 'https://www.caniemail.com/features/image-webp/' },
  ],
  bad: '<img src="https://www.example.org/logo.svg" alt="EWU">',
  good: '<img src="https://www.example.org/logo.png" alt="EWU">',
  *judge({ markup }) {
    for (const picture of named(markup, 'img')) {
      const { src = '' } = picture.attribs;
      if (/^data:/i.test(src)) continue;
      const kind = /\.(svgz?|webp|avif|heic|heif|tiff?|bmp|jxl)$/i.exec(src.split(/[?#]/)[0] ?? '')?.[1];
      if (kind === undefined) continue;
      yield {
        words: `${nameOfPicture(picture)} is of a kind, ${kind.toUpperCase()}, that many mail programs do not show.`,
        fix: 'Save it as PNG, or as JPEG if it is a photograph.',
      };
    }
  },
});
