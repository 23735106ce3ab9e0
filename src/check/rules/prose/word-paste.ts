import { matchesIn, type Passage, placeIn, type Stretch } from '../../passage.js';
import { rule } from '../../rule.js';

/** What Word leaves behind when text is copied out of it. */
const remains =
  /Error! (?:Bookmark not defined|Reference source not found|Hyperlink reference not valid|No text of specified style in document)|\bmso(?:-[a-z]{1,20}){1,5}\s?:|<\/?(?:o|w|v|st1):[a-z]+|<!--\[if |\bHYPERLINK\s["\\]|\b(?:PAGEREF|MERGEFIELD)\s|\b_(?:Toc|Hlk|Ref)\d{5,}|<!--(?:Start|End)Fragment|\bMso(?:Normal|ListParagraph|BodyText|Hyperlink)/gi;

/** The bullets of Word’s fonts, as they arrive elsewhere. */
const bullets = /(?<=^|\n)[ \t]*(?:[·§\uF000-\uF0FF](?![ \u00A0]?\d)|o(?=\t|\u00A0| {2}))[ \t\u00A0]*(?=\S)/g;

export const wordPaste = rule({
  id: 'prose/word-paste',
  over: 'writing',
  severity: 'warning',
  title: 'No remains of Word',
  why: 'Text that is copied out of Word brings along instructions and broken references. Readers see them as gibberish in the middle of a sentence.',
  origins: [{ title: 'ECMA-376, Office Open XML, part 1, 17.16 Fields and Hyperlinks' }],
  bad: 'See page Error! Bookmark not defined.',
  good: 'See page 4.',
  *judge({ passages }) {
    for (const passage of passages) {
      for (const { 0: text, from } of matchesIn(passage, remains)) {
        yield {
          place: placeIn(passage, from),
          words: `“${text.trim()}” is left over from Word.`,
          fix: 'Take it out, and write what belongs there. Paste without formatting the next time (Ctrl+Shift+V).',
        };
      }
      const bullet = firstBullet(passage);
      if (bullet) {
        yield {
          place: placeIn(passage, bullet.from),
          words: `“${passage.text.slice(bullet.from, bullet.to).trim().slice(0, 1)}” is a bullet from Word, and no list.`,
          fix: 'Begin each line with “- ”.',
        };
      }
    }
  },
});

function firstBullet(passage: Passage): Stretch | undefined {
  for (const { 0: text, from, to } of matchesIn(passage, bullets))
    return { from: from + (text.length - text.trimStart().length), to };
  return undefined;
}
