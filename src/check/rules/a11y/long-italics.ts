import { placeIn } from '../../passage.js';
import { rule } from '../../rule.js';

/** Words in a row. */
const most = 10;

export const longItalics = rule({
  id: 'a11y/long-italics',
  over: 'writing',
  severity: 'info',
  title: 'Italics are for a few words',
  why: 'Slanted letters run into one another for people with dyslexia and on screens of few pixels. A name or a word can stand it, a paragraph cannot.',
  origins: [
    {
      title: 'British Dyslexia Association, Dyslexia friendly style guide',
      url: 'https://www.bdadyslexia.org.uk/advice/employers/creating-a-dyslexia-friendly-workplace/dyslexia-friendly-style-guide',
    },
  ],
  bad: '_We stand with the teachers of Myanmar who are refusing to work for the generals._',
  good: '> We stand with the teachers of Myanmar who are refusing to work for the generals.',
  *judge({ passages }) {
    for (const passage of passages) {
      for (const { from, to } of passage.emphasised) {
        const text = passage.text.slice(from, to).trim();
        const count = text === '' ? 0 : text.split(/\s+/).length;
        if (count <= most) continue;
        yield {
          place: placeIn(passage, from),
          words: `${count} words in a row are in italics, from “${text.split(/\s+/).slice(0, 4).join(' ')}”.`,
          fix: 'Write a quotation with “>” at the start of its lines, or leave the words upright.',
        };
      }
    }
  },
});
