import type { Block, Box, CopyDocument, CopyItem, Inline, Picture } from '../copy/copy.js';
import { plain } from '../copy/word-count.js';

/** What must not get out with a text. */
export type Cleaning = {
  /** An address as anybody may have it; undefined where it is one reader’s own. */
  readonly link: (url: string) => string | undefined;
  /** Email addresses that may stay: those of the organisation itself. */
  readonly ownAddresses: ReadonlySet<string>;
};

/** Lines that belong to one reader’s mail, and to nobody else’s. */
const personal =
  /\bunsubscrib|\bopt(?:ing)? out of (?:these|our) (?:e-?mails?|mailings?)|\b(?:view|read|open) (?:this|it|the) (?:e-?mail|message|newsletter)? ?in (?:your|a|the) browser|\b(?:update|manage|change) (?:your )?(?:e-?mail |mailing |subscription )?(?:preferences|subscriptions?)\b/i;

/** A copy of a document without links that count or are personal, and without anybody’s address. */
export function cleanCopy(document: CopyDocument, cleaning: Cleaning): CopyDocument {
  return {
    ...document,
    ...(document.intro && { intro: blocks(document.intro, cleaning) }),
    sections: document.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => itemOf(item, cleaning)),
    })),
  };
}

function itemOf(item: CopyItem, cleaning: Cleaning): CopyItem {
  const { headline, standfirst, body, boxes, picture, partner } = item;
  return {
    ...item,
    headline: words(headline, cleaning),
    ...(standfirst !== undefined && { standfirst: words(standfirst, cleaning) }),
    body: blocks(body, cleaning),
    boxes: boxes.flatMap((box) => boxOf(box, cleaning)),
    ...(picture && { picture: pictureOf(picture, cleaning) }),
    ...(partner && { partner: inlines(partner, cleaning) }),
    addresses: [],
  };
}

/** A box whose only address was personal says nothing more. */
function boxOf(box: Box, cleaning: Cleaning): readonly Box[] {
  const lines = box.lines.filter((line) => !isPersonal(line, cleaning)).map((line) => inlines(line, cleaning));
  return lines.length === 0 ? [] : [{ ...box, lines }];
}

function blocks(list: readonly Block[], cleaning: Cleaning): readonly Block[] {
  return list.flatMap((block) => blockOf(block, cleaning));
}

function blockOf(block: Block, cleaning: Cleaning): readonly Block[] {
  switch (block.kind) {
    case 'paragraph':
    case 'crosshead':
      return isPersonal(block.inlines, cleaning) ? [] : [{ ...block, inlines: inlines(block.inlines, cleaning) }];
    case 'bullets':
    case 'numbers': {
      const entries = block.entries.map((entry) => blocks(entry, cleaning)).filter((entry) => entry.length > 0);
      return entries.length === 0 ? [] : [{ ...block, entries }];
    }
    case 'quote':
      return [{ ...block, blocks: blocks(block.blocks, cleaning) }];
    case 'table':
      return [
        {
          ...block,
          table: { ...block.table, rows: block.table.rows.map((row) => row.map((cell) => inlines(cell, cleaning))) },
        },
      ];
    case 'picture':
      return [{ ...block, picture: pictureOf(block.picture, cleaning) }];
    case 'code':
      return [{ ...block, text: words(block.text, cleaning) }];
    case 'rule':
      return [block];
  }
}

function pictureOf(picture: Picture, cleaning: Cleaning): Picture {
  const { caption, credit } = picture;
  return {
    ...picture,
    caption: words(caption, cleaning),
    ...(credit !== undefined && { credit: words(credit, cleaning) }),
  };
}

/** Whether a line is one reader’s: it says so, or all that it leads to is. */
function isPersonal(line: readonly Inline[], { link }: Cleaning): boolean {
  const urls = urlsOf(line);
  return personal.test(plain(line)) || (urls.length > 0 && urls.every((url) => link(url) === undefined));
}

function urlsOf(line: readonly Inline[]): readonly string[] {
  return line.flatMap((inline) =>
    inline.kind === 'link' ? [inline.url] : 'inlines' in inline ? urlsOf(inline.inlines) : [],
  );
}

function inlines(line: readonly Inline[], cleaning: Cleaning): readonly Inline[] {
  return line.flatMap((inline) => inlineOf(inline, cleaning));
}

function inlineOf(inline: Inline, cleaning: Cleaning): readonly Inline[] {
  switch (inline.kind) {
    case 'text':
    case 'code':
      return [{ ...inline, text: words(inline.text, cleaning) }];
    case 'break':
      return [inline];
    case 'link': {
      const url = linkOf(inline.url, cleaning);
      const inside = inlines(
        inline.inlines.map((part) => withNewAddress(part, inline.url, url)),
        cleaning,
      );
      return url === undefined ? inside : [{ ...inline, url, inlines: inside }];
    }
    default:
      return [{ ...inline, inlines: inlines(inline.inlines, cleaning) }];
  }
}

/** A link whose words are its address has the new one for words, too. */
function withNewAddress(part: Inline, before: string, after: string | undefined): Inline {
  if (part.kind !== 'text' || after === undefined) return part;
  return part.text === before || `https://${part.text}` === before ? { ...part, text: after } : part;
}

function linkOf(url: string, { link, ownAddresses }: Cleaning): string | undefined {
  const address = /^mailto:([^?]*)/i.exec(url)?.[1];
  if (address === undefined) return link(url);
  return ownAddresses.has(address.toLowerCase()) ? `mailto:${address}` : undefined;
}

/** A text without other people’s email addresses, and with links that stand in it bare made clean. */
export function words(text: string, { link, ownAddresses }: Cleaning): string {
  return text
    .replace(/https?:\/\/[^\s<>"”’]+/gi, (url) => link(url) ?? '')
    .replace(/[\w.+%-]+@[\w-]+(?:\.[\w-]+)+/g, (address) =>
      ownAddresses.has(address.toLowerCase()) ? address : '(address left out)',
    );
}
