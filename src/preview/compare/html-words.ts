import { Parser } from 'htmlparser2';

/** A word that readers see, and where it stands in the HTML. */
export type Word = {
  readonly text: string;
  readonly from: number;
  readonly until: number;
};

/** Texts in these are nothing that readers see. */
const unseen = new Set(['head', 'script', 'style', 'title', 'template', 'noscript']);

/** The words that readers see, in the order in which they stand. Comments and tags have none. */
export function wordsOf(html: string): readonly Word[] {
  const words: Word[] = [];
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (name) => {
        if (unseen.has(name)) depth += 1;
      },
      onclosetag: (name) => {
        if (unseen.has(name)) depth -= 1;
      },
      ontext: () => {
        if (depth > 0) return;
        const { startIndex } = parser;
        const raw = html.slice(startIndex, parser.endIndex + 1);
        for (const found of raw.matchAll(/[^\s\u00a0]+/g)) {
          const [text] = found;
          words.push({ text, from: startIndex + found.index, until: startIndex + found.index + text.length });
        }
      },
    },
    // As they stand, so that places are those of the HTML.
    { decodeEntities: false },
  );
  parser.write(html);
  parser.end();
  return words;
}

/** The addresses that links lead to, each once. */
export function linksOf(html: string): readonly string[] {
  const links = new Set<string>();
  const parser = new Parser({
    onopentag: (name, { href }) => {
      if (name === 'a' && href !== undefined) links.add(href);
    },
  });
  parser.write(html);
  parser.end();
  return [...links];
}
