import { sightOf } from '../../edition/sight.js';
import { readable } from '../../edition/words.js';
import { named } from '../../markup.js';
import { rule } from '../../rule.js';

/** In characters that can be seen. */
const least = 400;

export const textRatio = rule({
  id: 'image/text-ratio',
  over: 'edition',
  severity: 'warning',
  title: 'An edition with pictures has enough words',
  why: 'Much junk mail is a picture with hardly a word, so filters count the words. And where pictures are kept back, such an email is empty.',
  origins: [{ title: 'Apache SpamAssassin, HTML_IMAGE_ONLY', url: 'https://spamassassin.apache.org/' }],
  bad: 'A poster, and “See you there” below it',
  good: 'The poster, and what it says in words below it',
  *judge({ markup }) {
    const { texts, isHidden } = sightOf(markup);
    const pictures = named(markup, 'img').filter(
      (picture) => !isHidden(picture) && picture.attribs.width !== '1' && picture.attribs.height !== '1',
    );
    if (pictures.length === 0) return;
    const characters = texts.reduce((sum, { data }) => sum + readable(data).length, 0);
    if (characters >= least) return;
    yield {
      words: `The edition has ${pictures.length === 1 ? 'a picture' : `${pictures.length} pictures`} and only ${characters} characters of text.`,
      fix: 'Say in words what the pictures say.',
    };
  },
});
