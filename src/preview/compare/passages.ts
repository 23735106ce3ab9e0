import { textContent } from 'domutils';
import { Parser, parseDocument } from 'htmlparser2';

/** A word or a picture that readers see, and where it stands in the HTML. */
export type Word = {
  /** As it is read. */
  readonly seen: string;
  /** Where it leads, or which picture it is. */
  readonly leads?: string;
  readonly from: number;
  readonly until: number;
};

/** The words of a paragraph, a heading, a line. */
export type Block = readonly Word[];

/** What stands under one heading, with the heading and the short line above it that belongs to it. */
export type Passage = { readonly title: string; readonly blocks: readonly Block[] };

/** Words in these are nothing that readers see. */
const unseen = new Set([
  'head',
  'title',
  'script',
  'style',
  'template',
  'noscript',
  'textarea',
  'select',
  'svg',
  'math',
  'iframe',
  'object',
]);

/** Words around these run on. */
const inline = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'br',
  'cite',
  'code',
  'del',
  'em',
  'font',
  'i',
  'img',
  'ins',
  'kbd',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'u',
  'wbr',
]);

const headings = /^h[1-6]$/;

/** A word as it is written, or a space that is written as an entity. */
const written = /&(?:nbsp|#160|#xa0);|(?:(?!&(?:nbsp|#160|#xa0);)\S)+/gi;

/** Letters that nobody sees: where a word may be broken, and where not. */
const invisible = /[\u00ad\u200b\u2060\ufeff]/g;

/** A line above a heading belongs to it if it has no more words than this. */
const shortLine = 15;

type Growing = { title: string; readonly blocks: Word[][] };
type Open = {
  readonly name: string;
  readonly isUnseen: boolean;
  readonly href: string | undefined;
  /** The passage in which it began, and after how many of its blocks. */
  readonly passage: Growing;
  readonly after: number;
  /** The passage that its end is the end of. */
  heads?: Growing;
};

/** What readers see of an edition, in the order in which it stands. Comments and tags are nothing to see. */
export function passagesOf(html: string): readonly Passage[] {
  let passage: Growing = { title: '', blocks: [] };
  const passages: Growing[] = [passage];
  const open: Open[] = [];
  let words: Word[] = [];
  let text = { from: 0, until: 0 };

  const begin = (blocks: Word[][]) => {
    passage = { title: '', blocks };
    passages.push(passage);
  };
  const endText = () => {
    const leads = open.findLast((one) => one.href !== undefined)?.href;
    for (const found of html.slice(text.from, text.until).matchAll(written)) {
      const from = text.from + found.index;
      const place = { from, until: from + found[0].length };
      const seen = decoded(found[0]).replaceAll(invisible, '').trim();
      if (seen !== '') words.push({ seen, ...(leads !== undefined && { leads }), ...place });
    }
    text = { from: text.until, until: text.until };
  };
  const endBlock = () => {
    endText();
    if (words.length > 0) passage.blocks.push(words);
    words = [];
  };
  const beginHeading = () => {
    const parent = open.at(-1);
    const above = parent?.passage === passage ? passage.blocks.slice(parent.after) : [];
    const belongs = above.length === 1 && above.every((block) => block.length <= shortLine);
    begin(belongs ? passage.blocks.splice(-1) : []);
    if (parent) parent.heads = passage;
  };

  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        endText();
        if (!inline.has(name)) endBlock();
        const isUnseen =
          open.at(-1)?.isUnseen === true ||
          unseen.has(name) ||
          attributes.hidden !== undefined ||
          /display\s*:\s*none/i.test(attributes.style ?? '');
        if (headings.test(name) && !isUnseen) beginHeading();
        if (name === 'img' && !isUnseen) words.push(picture(attributes, parser.startIndex, parser.endIndex + 1));
        const href = name === 'a' && attributes.href !== undefined ? decoded(attributes.href) : undefined;
        open.push({ name, isUnseen, href, passage, after: passage.blocks.length });
      },
      ontext: () => {
        if (open.at(-1)?.isUnseen) return;
        if (parser.startIndex !== text.until) {
          endText();
          text = { from: parser.startIndex, until: parser.startIndex };
        }
        text = { from: text.from, until: parser.endIndex + 1 };
      },
      onclosetag: (name) => {
        endText();
        if (!inline.has(name)) endBlock();
        const closed = open.pop();
        if (headings.test(name) && closed && !closed.isUnseen && passage.title === '')
          passage.title = (passage.blocks.at(-1) ?? []).map((word) => word.seen).join(' ');
        if (closed?.heads && closed.heads === passage) begin([]);
      },
    },
    // As they stand, so that places are those of the HTML.
    { decodeEntities: false },
  );
  parser.end(html);
  endBlock();
  return passages.filter(({ blocks }) => blocks.length > 0);
}

function picture(attributes: Readonly<Record<string, string>>, from: number, until: number): Word {
  const alt = decoded(attributes.alt ?? '').trim();
  return { seen: alt === '' ? '[picture]' : `[picture: ${alt}]`, leads: attributes.src ?? '', from, until };
}

function decoded(text: string): string {
  return text.includes('&') ? textContent(parseDocument(text.replaceAll('<', '&lt;'))) : text;
}
