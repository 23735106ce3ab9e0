import { rule } from '../../rule.js';

/** In bytes. */
const heaviest = 200 * 1024;
const heaviestTogether = 800 * 1024;

const picture = /\.(?:jpe?g|png|gif)$/i;

export const weight = rule({
  id: 'image/weight',
  over: 'edition',
  severity: 'warning',
  title: 'Pictures are light enough for a telephone line',
  why: 'Readers pay for what they fetch on the way to work, and close what does not open at once.',
  origins: [
    { title: 'W3C, Web Sustainability Guidelines', url: 'https://www.w3.org/TR/web-sustainability-guidelines/' },
  ],
  bad: 'A photograph of 650 KB',
  good: 'The same photograph of 90 KB',
  *judge({ attachments }) {
    const pictures = attachments.filter(({ name }) => picture.test(name));
    for (const { name, bytes } of pictures) {
      if (bytes <= heaviest) continue;
      yield {
        words: `The picture “${name.split('/').at(-1)}” is ${kilobytes(bytes)}.`,
        fix: `Keep pictures under ${kilobytes(heaviest)}: crop it, or save a drawing as PNG and a photograph as JPEG.`,
      };
    }
    const together = pictures.reduce((sum, { bytes }) => sum + bytes, 0);
    if (together > heaviestTogether) {
      yield {
        words: `The ${pictures.length} pictures of the edition are ${kilobytes(together)} together.`,
        fix: `Keep them under ${kilobytes(heaviestTogether)}: leave some out.`,
      };
    }
  },
});

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024).toLocaleString('en-GB')} KB`;
}
