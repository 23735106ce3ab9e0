import { urlOf } from '../../hosts.js';
import { rule } from '../../rule.js';

/** Endings of files, and words by which their kind may be told. */
const kinds: Readonly<Record<string, RegExp>> = {
  pdf: /pdf/i,
  doc: /word|docx?/i,
  docx: /word|docx?/i,
  odt: /odt|document/i,
  ppt: /powerpoint|slides|pptx?/i,
  pptx: /powerpoint|slides|pptx?/i,
  xls: /excel|spreadsheet|xlsx?/i,
  xlsx: /excel|spreadsheet|xlsx?/i,
  csv: /csv|spreadsheet/i,
  zip: /zip/i,
  mp3: /mp3|audio|podcast|recording|listen/i,
  mp4: /mp4|video|film|watch/i,
};

export const fileHint = rule({
  id: 'link/file-hint',
  over: 'writing',
  severity: 'warning',
  title: 'Links to files say so',
  why: 'A file may be large, may need a program that a phone has not, and takes readers away from where they were. They should know before they open it.',
  origins: [{ title: 'GOV.UK content design, Links to documents' }],
  bad: '[The model motion](https://www.example.org/motion.docx)',
  good: '[The model motion (Word, 40 KB)](https://www.example.org/motion.docx)',
  *judge({ links }) {
    for (const { url, text, textPlace, action, in: where } of links) {
      // A button says the kind by itself if its action does.
      if (where === 'setting' || action?.file) continue;
      const ending = /\.([a-z0-9]{2,4})$/i.exec(urlOf(url)?.pathname ?? '')?.[1]?.toLowerCase() ?? '';
      const kind = kinds[ending];
      if (!kind || kind.test(text)) continue;
      yield {
        place: textPlace,
        words: `“${text}” opens a file (.${ending}), and does not say so.`,
        fix:
          where === 'action'
            ? `Add “file: { type: ${ending}, size: … }” to the action.`
            : `Write its kind and size behind the words: “${text} (${ending.toUpperCase()}, 1.2 MB)”.`,
      };
    }
  },
});
