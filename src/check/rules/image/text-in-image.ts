import { placeOf } from '../../../model/place.js';
import { rule } from '../../rule.js';

const sheets = 'poster|flyer|flier|leaflet|screenshot|infographic';

/** The picture is a poster, not of people who hold one: “A poster for …”, “Our solidarity leaflet: …”. */
const inAlt = new RegExp(
  `^(?:(?:an?|the|our|this)\\s+)?(?:(?!with\\b|and\\b|holding\\b|beside\\b|behind\\b|of\\b|in\\b|on\\b|at\\b)[^\\s,:;.]+\\s+){0,2}(${sheets})(?=$|[,:;.]|\\s+(?:for|of|about|that|which|announcing|with the|from)\\b)`,
  'i',
);
const inName = new RegExp(`^(?:${sheets})(?=$|[-_\\d])|[-_](?:${sheets})(?:[-_]?\\d*)$`, 'i');

export const textInImage = rule({
  id: 'image/text-in-image',
  over: 'item',
  severity: 'warning',
  title: 'The words of a poster stand in the item, too',
  why: 'Words in a picture cannot be heard, searched, translated or enlarged, and are not there at all where pictures are kept back. With them go the date and the place.',
  origins: [{ title: 'WCAG 2.2, 1.4.5 Images of Text', url: 'https://www.w3.org/TR/WCAG22/#images-of-text' }],
  bad: 'image:\n  src: issues/images/rally-poster.png\n  alt: A poster for the rally',
  good: 'image:\n  src: issues/images/rally-poster.png\n  alt: A poster for the rally\n  words: Rally for Yemen. Saturday 27 March, noon, Millennium Square, Leeds.',
  *judge({ item: { image, source } }) {
    if (!image || image.words !== undefined) return;
    const name =
      image.src
        .split('/')
        .at(-1)
        ?.replace(/\.[a-z]+$/i, '') ?? '';
    const kind = inAlt.exec(image.alt)?.[1] ?? new RegExp(sheets, 'i').exec(inName.exec(name)?.[0] ?? '')?.[0];
    if (kind === undefined) return;
    yield {
      place: placeOf(source, inAlt.test(image.alt) ? 'image.alt' : 'image.src'),
      words: `The picture seems to be ${/^[aeiou]/i.test(kind) ? 'an' : 'a'} ${kind.toLowerCase()}, and the words on it stand nowhere else.`,
      fix: 'Write them under “image:” as “words: …”.',
    };
  },
});
