import { fileTypes } from '../../../model/item.js';
import { fileKindOf, namesKind } from '../../file-kinds.js';
import { rule } from '../../rule.js';

export const fileHint = rule({
  id: 'link/file-hint',
  over: 'writing',
  severity: 'warning',
  title: 'Links to files say so',
  why: 'A file may be large, may need a program that a phone has not, and takes readers away from where they were. They should know before they open it.',
  origins: [{ title: 'GOV.UK content design, Links to documents' }],
  bad: '[The model motion](https://www.example.org/motion.docx)',
  good: '[The model motion (Word, 40 KB)](https://www.example.org/motion.docx)',
  *judge({ links, file }) {
    for (const { url, text, place, textPlace, action, in: where, range } of links) {
      const kind = where === 'setting' ? undefined : fileKindOf(url);
      if (kind === undefined) continue;
      const told = action?.file?.type;
      if (told !== undefined) {
        if (told === kind || !isFileType(kind)) continue;
        yield {
          place,
          words: `“${text}” says that it is a ${told.toUpperCase()}, and the address ends in .${kind}.`,
          fix: `Write “type: ${kind}”, or correct the address.`,
        };
        continue;
      }
      // It may stand behind the link: “[the motion](…) (Word, 40 KB)”.
      const behind = range && where === 'text' ? file.text.slice(range.to, range.to + farthest) : '';
      if (namesKind(text, kind) || namesKind(/^>?\) ?\([^()]*\)/.exec(behind)?.[0] ?? '', kind)) continue;
      yield {
        place: textPlace,
        words: `“${text}” opens a file (.${kind}), and does not say so.`,
        fix:
          where === 'action' && isFileType(kind)
            ? `Add “file: { type: ${kind}, size: … }” to the action.`
            : `Write its kind and size behind the words: “${text} (${kind.toUpperCase()}, 1.2 MB)”.`,
      };
    }
  },
});

/** How long the words behind a link may be that tell its kind and size. */
const farthest = 60;

function isFileType(kind: string): boolean {
  return (fileTypes as readonly string[]).includes(kind);
}
