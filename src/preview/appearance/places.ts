import { Parser } from 'htmlparser2';

export type Range = { readonly from: number; readonly until: number };

/** An attribute as it is written, and where its name and its value stand. */
export type WrittenAttribute = {
  /** In small letters. */
  readonly name: string;
  readonly at: number;
  readonly value: string;
  readonly valueAt: number;
};

/** An opening tag, with its attributes as they are written, be it twice. */
export type WrittenTag = { readonly name: string; readonly attributes: readonly WrittenAttribute[] };

/** What of a document an appearance looks at, and where it stands. */
export type Places = {
  readonly tags: readonly WrittenTag[];
  /** The texts of style elements. */
  readonly styles: readonly Range[];
  /** Before the end of the head; in a text without one, its end. */
  readonly headEnd: number;
};

/** Finds tags and styles as a parser does: what looks like one in a comment or a text is none. */
export function placesIn(html: string): Places {
  const tags: WrittenTag[] = [];
  const styles: Range[] = [];
  let headEnd: number | undefined;
  let styleFrom: number | undefined;
  const parser = new Parser(
    {
      onopentag: (name) => {
        const until = parser.endIndex + 1;
        tags.push({ name, attributes: attributesOf(html, parser.startIndex, until) });
        if (name === 'style') styleFrom = until;
      },
      onclosetag: (name) => {
        if (name === 'style' && styleFrom !== undefined) {
          styles.push({ from: styleFrom, until: Math.max(styleFrom, parser.startIndex) });
          styleFrom = undefined;
        }
        if (name === 'head') headEnd ??= parser.startIndex;
      },
    },
    { decodeEntities: false },
  );
  parser.end(html);
  return { tags, styles, headEnd: headEnd ?? html.length };
}

const attribute = /[\s/]*([^\s/>=][^\s/>=]*)(?:(\s*=\s*)("[^"]*"|'[^']*'|[^\s>"'][^\s>]*))?/y;

function attributesOf(html: string, from: number, until: number): readonly WrittenAttribute[] {
  const tag = html.slice(from, until);
  const attributes: WrittenAttribute[] = [];
  attribute.lastIndex = /^<[^\s/>]*/.exec(tag)?.[0].length ?? 0;
  for (let found = attribute.exec(tag); found; found = attribute.exec(tag)) {
    const [all, name = '', equals = '', quoted = ''] = found;
    const isQuoted = /^["']/.test(quoted);
    const valueAt = from + attribute.lastIndex - quoted.length + (isQuoted ? 1 : 0);
    attributes.push({
      name: name.toLowerCase(),
      at: from + found.index + all.length - name.length - equals.length - quoted.length,
      value: isQuoted ? quoted.slice(1, -1) : quoted,
      valueAt,
    });
  }
  return attributes;
}
