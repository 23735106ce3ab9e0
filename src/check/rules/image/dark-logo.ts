import { placeOf } from '../../../model/place.js';
import { rule } from '../../rule.js';

export const darkLogo = rule({
  id: 'image/dark-logo',
  over: 'item',
  severity: 'info',
  title: 'Pictures can be seen on a dark ground, too',
  why: 'Half of all phones show emails on a dark ground in the evening. Black lines on a transparent ground are then black on black.',
  origins: [
    {
      title: 'Can I email, @media (prefers-color-scheme)',
      url: 'https://www.caniemail.com/features/css-at-media-prefers-color-scheme/',
    },
  ],
  bad: 'A black logo on a transparent ground',
  good: 'The logo on a white plate, or with a light outline',
  *judge({ item: { image, source }, picture }) {
    if (!image || !picture?.isDarkOnTransparent) return;
    yield {
      place: placeOf(source, 'image.src'),
      words: `The picture “${image.src.split('/').at(-1)}” is dark on a transparent ground, and vanishes in dark appearance.`,
      fix: 'Save it with a white ground, or with a light line round what is dark.',
    };
  },
});
