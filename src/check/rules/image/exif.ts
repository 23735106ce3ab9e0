import { placeOf } from '../../../model/place.js';
import { rule } from '../../rule.js';

export const exif = rule({
  id: 'image/exif',
  over: 'item',
  severity: 'warning',
  title: 'Picture files do not say where they were taken',
  why: 'A phone writes into a photograph where it was taken, to the metre. mailout leaves that out of what it sends, but the file stays in the folder with all its history, for whoever gets to see it. For somebody at risk that can be their home.',
  origins: [
    { title: 'Exif 2.32, GPS attribute information' },
    {
      title: 'ICO, What is personal data?',
      url: 'https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/personal-information-what-is-it/',
    },
  ],
  bad: 'image:\n  src: issues/images/meeting.jpg   # as it came from the phone',
  good: 'image:\n  src: issues/images/meeting.jpg   # saved without its location',
  *judge({ item: { image, source, sensitive }, picture }) {
    if (!image || !picture?.hasLocation) return;
    yield {
      place: placeOf(source, 'image.src'),
      // People who could be harmed are in it.
      ...(sensitive && { severity: 'error' as const }),
      words: `The file “${image.src.split('/').at(-1)}” says where the picture was taken.`,
      fix: 'Save it again without its location (“Remove properties” in Windows, “Location: remove” in Photos), and put that in its place.',
    };
  },
});
