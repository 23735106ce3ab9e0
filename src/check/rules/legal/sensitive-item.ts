import { placeOf } from '../../../model/place.js';
import { rule } from '../../rule.js';

export const sensitiveItem = rule({
  id: 'legal/sensitive-item',
  over: 'item',
  severity: 'error',
  title: 'Whoever is named in a sensitive item has agreed',
  why: 'An item that is marked as sensitive names people whom that could harm: with an employer, the police or a government. Only they can say whether it is worth it, and somebody must have asked.',
  origins: [
    { title: 'UK GDPR, articles 6 and 9', url: 'https://www.legislation.gov.uk/eur/2016/679/article/9' },
    {
      title: 'ICO, Consent',
      url: 'https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/lawful-basis/consent/',
    },
  ],
  bad: 'sensitive: true',
  good: 'sensitive: true\nconsent: Asked by Ruth Adeyemi on 3 March, in writing, by all who are named',
  *judge({ item: { sensitive, consent, event, source } }) {
    if (!sensitive) return;
    if (consent === undefined) {
      yield {
        place: placeOf(source, 'sensitive'),
        words: 'This item is sensitive, and nothing says that the people in it agreed to be named.',
        fix: 'Ask them, and write who asked and when: “consent: Asked by … on …”. If nobody can be recognised, write that.',
      };
    }
    if (event?.place !== undefined) {
      yield {
        place: placeOf(source, 'event.place'),
        severity: 'warning',
        words: `This item is sensitive, and says where and when people can be found: “${event.place}”.`,
        fix: 'Name the town alone, and tell the place to those who book.',
      };
    }
  },
});
