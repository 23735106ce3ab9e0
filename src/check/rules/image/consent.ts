import { placeOf } from '../../../model/place.js';
import { rule } from '../../rule.js';

export const consent = rule({
  id: 'image/consent',
  over: 'item',
  severity: 'error',
  title: 'People in the picture of a sensitive item agreed to be shown',
  why: 'A newsletter goes to thousands of inboxes and stays there. For a teacher in prison, in hiding or under threat a recognisable face can do harm that nobody can take back.',
  origins: [
    { title: 'UK GDPR, articles 6 and 7', url: 'https://www.legislation.gov.uk/eur/2016/679/article/7' },
    {
      title: 'ICO, Consent',
      url: 'https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/lawful-basis/consent/',
    },
  ],
  bad: 'sensitive: true\nimage:\n  src: issues/images/organisers.jpg\n  alt: Three organisers at a table',
  good: 'sensitive: true\nimage:\n  src: issues/images/organisers.jpg\n  alt: Three organisers at a table\n  consent: Asked by Ruth Adeyemi on 3 March, all three agreed in writing',
  *judge({ item: { image, sensitive, source }, picture }) {
    // A drawing shows nobody as they are.
    if (!sensitive || !image || image.consent !== undefined || picture?.kind === 'svg') return;
    yield {
      place: placeOf(source, 'image'),
      words: 'This item is sensitive, and nothing says that the people in its picture agreed to be shown.',
      fix: 'Write under “image:” who asked them and when: “consent: …”. If nobody can be recognised, write that.',
    };
  },
});
