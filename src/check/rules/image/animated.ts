import { placeOf } from '../../../model/place.js';
import { rule } from '../../rule.js';

export const animated = rule({
  id: 'image/animated',
  over: 'item',
  severity: 'info',
  title: 'What a moving picture says is in its first frame',
  why: 'Outlook for Windows shows the first frame alone, and readers whom movement makes ill switch it off. What comes later they never see.',
  origins: [
    { title: 'Can I email, GIF image format', url: 'https://www.caniemail.com/features/image-gif/' },
    { title: 'WCAG 2.2, 2.2.2 Pause, Stop, Hide', url: 'https://www.w3.org/TR/WCAG22/#pause-stop-hide' },
  ],
  bad: 'A picture that moves, with the date in its last frame',
  good: 'A picture that stands still, or one with all it says in its first frame',
  *judge({ item: { image, source }, picture }) {
    if (!image || !picture || picture.frames < 2) return;
    yield {
      place: placeOf(source, 'image.src'),
      words: `The picture “${image.src.split('/').at(-1)}” moves, in ${picture.frames} frames.`,
      fix: 'See that its first frame says everything, or choose one that stands still.',
    };
  },
});
