import { Parser } from 'htmlparser2';

/** An opening tag, and where it stands: `until` is behind its last letter. */
export type Tag = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly from: number;
  readonly until: number;
};

/** What of a document an appearance changes. */
export type Landmarks = {
  /** Tags that may load something, or have a condition. */
  readonly tags: readonly Tag[];
  /** Where the texts of style elements stand. */
  readonly styles: readonly { readonly from: number; readonly until: number }[];
  /** Before the end of the head; in a text without one, its end. */
  readonly headEnd: number;
};

/** Finds tags and styles by a parser: what looks like one in a comment or a text is none. */
export function landmarksOf(html: string): Landmarks {
  const tags: Tag[] = [];
  const styles: { from: number; until: number }[] = [];
  let headEnd: number | undefined;
  let isStyle = false;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      isStyle = name === 'style';
      if (name === 'img' || name === 'source' || attributes.media !== undefined)
        tags.push({ name, attributes, from: parser.startIndex, until: parser.endIndex + 1 });
    },
    ontext: () => {
      if (isStyle) styles.push({ from: parser.startIndex, until: parser.endIndex + 1 });
    },
    onclosetag: (name) => {
      isStyle = false;
      if (name === 'head') headEnd ??= parser.startIndex;
    },
  });
  parser.write(html);
  parser.end();
  return { tags, styles, headEnd: headEnd ?? html.length };
}
