import {
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  type IRunOptions,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import type { Theme } from '../../model/design.js';
import { directionOf } from '../direction.js';
import type { Block, Box, CopyDocument, CopyItem, Table as CopyTable, Inline, Picture } from './copy.js';
import { boxCell, bullets, deepestLevel, listIndent, numbersFrom, page, proofing, stylesIn } from './docx-styles.js';
import { fixedPackage } from './fixed-package.js';
import { fileOf } from './furniture.js';
import { printable } from './proof.js';
import { countInWords, grouped } from './word-count.js';

/** What the blocks of one piece are set in. */
type Setting = {
  readonly theme: Theme;
  /** Only where it is not the document's language. */
  readonly lang?: string;
  readonly rtl: boolean;
  /** Numbers each list of the document, so that each counts from its own start. */
  readonly nextList: () => number;
  /** How many lists a block stands in. */
  readonly depth: number;
  readonly quoted: boolean;
  readonly furniture: Furniture;
};

/**
 * The copy as a Word file (the bytes of a .docx) for a magazine's designers: A4, every kind of text in a paragraph
 * style of its own, lines for the desk in grey. The same document gives the same bytes, at any time on any machine.
 */
export async function copyDocx(doc: CopyDocument, theme: Theme, furniture = forPrint): Promise<Uint8Array> {
  const lang = wordLanguage(doc.lang);
  let lists = 0;
  const rtl = directionOf(lang).dir === 'rtl';
  const setting: Setting = { theme, rtl, nextList: () => ++lists, depth: 0, quoted: false, furniture };
  const title = printable(`${doc.publication}: ${doc.label}`);
  const organisation = printable(doc.organisation);
  const file = new Document({
    title,
    creator: organisation,
    lastModifiedBy: organisation,
    subject: furniture.subject,
    styles: stylesIn(lang, theme),
    sections: [
      {
        properties: { page: pageSetup },
        headers: { default: new Header({ children: [headerLine([text(title)], [text(furniture.subject)], setting)] }) },
        footers: { default: new Footer({ children: [headerLine([text(doc.organisation)], pageNumber, setting)] }) },
        children: [...front(doc, setting), ...sections(doc, setting)],
      },
    ],
  });
  const packed = await Packer.toBuffer(file);
  return fixedPackage(packed, { made: `${doc.date}T00:00:00Z`, lang });
}

/** What a Word file has for whoever works with it. */
export type Furniture = {
  /** What it is, on every page. */
  readonly subject: string;
  /** What stands before the organisation’s contact, and after it. */
  readonly note: readonly [before: string, after: string];
  /** Whether words are counted, and addresses of links listed, for a desk. */
  readonly isForDesk: boolean;
};

const forPrint: Furniture = {
  subject: 'Copy for print',
  note: ['Questions to ', '. Lines in grey are for the desk and not for print.'],
  isForDesk: true,
};

const pageSetup = {
  size: { width: page.width, height: page.height },
  margin: { top: page.margin, bottom: page.margin, left: page.margin, right: page.margin, header: 567, footer: 567 },
} as const;

const pageNumber: readonly IRunOptions[] = [
  { children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] },
];

/** Title, what the file is, the introduction and the table of word counts. */
function front(doc: CopyDocument, setting: Setting): (Paragraph | Table)[] {
  const { subject, note: words, isForDesk } = setting.furniture;
  const note: readonly Inline[] = [
    plainText(`${subject} from ${doc.organisation}. ${words[0]}`),
    ...doc.contact,
    plainText(words[1]),
  ];
  return [
    paragraph([plainText(doc.publication)], { heading: HeadingLevel.TITLE }, setting),
    paragraph([plainText(`${doc.label} · ${doc.dateInWords}`)], { style: 'Subtitle' }, setting),
    paragraph(note, { style: 'DeskNote' }, setting),
    ...(isForDesk
      ? [paragraph([plainText('Word counts')], { style: 'DeskHeading' }, setting), totalsTable(doc, setting)]
      : []),
    ...(doc.intro ? [paragraph([plainText('Introduction')], { heading: HeadingLevel.HEADING_1 }, setting)] : []),
    ...blocks(doc.intro ?? [], setting),
  ];
}

function sections(doc: CopyDocument, setting: Setting): (Paragraph | Table)[] {
  return doc.sections.flatMap(({ heading, intro, items }) => [
    ...(heading === '' ? [] : [paragraph([plainText(heading)], { heading: HeadingLevel.HEADING_1 }, setting)]),
    ...(intro ? [paragraph([plainText(intro)], { style: 'SectionIntro' }, setting)] : []),
    ...items.flatMap((item) => itemParagraphs(item, item.lang ? spoken(item.lang, setting) : setting)),
  ]);
}

function itemParagraphs(item: CopyItem, setting: Setting): (Paragraph | Table)[] {
  const { kicker, headline, standfirst, body, boxes, picture, partner, note, addresses, words } = item;
  const { isForDesk } = setting.furniture;
  return [
    ...(kicker ? [paragraph([plainText(kicker)], { style: 'Kicker' }, setting)] : []),
    paragraph(
      [plainText(headline)],
      { heading: HeadingLevel.HEADING_2, ...(kicker ? {} : { spacing: { before: 400 } }) },
      setting,
    ),
    ...(isForDesk ? [paragraph([plainText(countInWords(words))], { style: 'WordCount' }, setting)] : []),
    ...(standfirst ? [paragraph([plainText(standfirst)], { style: 'Standfirst' }, setting)] : []),
    ...blocks(body, setting),
    ...(boxes.length > 0 ? [spacer(setting)] : []),
    ...boxes.flatMap((box) => boxTable(box, setting)),
    ...(picture ? pictureParagraphs(picture, setting) : []),
    ...(partner ? [paragraph(partner, { style: 'Partner' }, setting)] : []),
    ...(note ? [paragraph(note, { style: 'DeskNote' }, setting)] : []),
    ...(isForDesk && addresses.length > 0 ? [paragraph(addressLines(addresses), { style: 'DeskNote' }, setting)] : []),
  ];
}

function addressLines(addresses: CopyItem['addresses']): Inline[] {
  return [
    plainText('Addresses of the links:'),
    ...addresses.flatMap(({ words, url }): Inline[] => [
      { kind: 'break' },
      plainText(`${words} – `),
      { kind: 'link', url, inlines: [plainText(url)] },
    ]),
  ];
}

/** A shaded table of one cell: the one box that Word, LibreOffice and the page programs all draw alike. */
function boxTable({ heading, lines }: Box, setting: Setting): (Paragraph | Table)[] {
  const cell = new TableCell({
    ...boxCell(setting.theme),
    width: { size: page.textWidth, type: 'dxa' },
    children: [
      paragraph([plainText(heading)], { style: 'BoxHeading' }, setting),
      ...lines.map((line) => paragraph(line, { style: 'BoxText' }, setting)),
    ],
  });
  const table = new Table({
    width: { size: page.textWidth, type: 'dxa' },
    columnWidths: [page.textWidth],
    layout: 'fixed',
    visuallyRightToLeft: setting.rtl,
    rows: [new TableRow({ cantSplit: true, children: [cell] })],
  });
  return [table, spacer(setting)];
}

/** Room around a table, since it has none of its own; and Word makes one table of two that touch. */
function spacer(setting: Setting): Paragraph {
  return paragraph([], { style: 'Spacer' }, setting);
}

function pictureParagraphs(picture: Picture, setting: Setting): Paragraph[] {
  const { caption, credit } = picture;
  const look = { style: 'Caption', keepNext: credit !== undefined };
  return [
    paragraph([plainText('Picture: '), ...fileOf(picture)], { style: 'PictureFile' }, setting),
    ...(caption ? [paragraph([plainText(caption)], look, setting)] : []),
    ...(credit ? [paragraph([plainText(`Credit: ${credit}`)], { style: 'Credit' }, setting)] : []),
  ];
}

function blocks(list: readonly Block[], setting: Setting): (Paragraph | Table)[] {
  return list.flatMap((block) => blockParagraphs(block, setting));
}

function blockParagraphs(block: Block, setting: Setting): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'paragraph':
      return [paragraph(block.inlines, paragraphLook(setting), setting)];
    case 'crosshead':
      return [paragraph(block.inlines, { heading: HeadingLevel.HEADING_3 }, setting)];
    case 'bullets':
    case 'numbers':
      return listParagraphs(block, setting);
    case 'quote':
      return blocks(block.blocks, { ...setting, quoted: true });
    case 'table':
      return [tableOf(block.table, setting), spacer(setting)];
    case 'picture':
      return pictureParagraphs(block.picture, setting);
    case 'code':
      return [paragraph(codeLines(block.text), { style: 'Code' }, setting)];
    case 'rule':
      return [paragraph([plainText('* * *')], { style: 'Ornament' }, setting)];
  }
}

function paragraphLook({ depth, quoted }: Setting): IParagraphOptions {
  const style = quoted ? { style: 'Quote' } : depth > 0 ? { style: 'ListParagraph' } : {};
  return depth > 0 ? { ...style, indent: { left: listIndent * depth } } : style;
}

function listParagraphs(
  list: Extract<Block, { kind: 'bullets' | 'numbers' }>,
  setting: Setting,
): (Paragraph | Table)[] {
  const level = Math.min(setting.depth, deepestLevel);
  const reference = list.kind === 'numbers' ? numbersFrom(list.start) : bullets;
  const numbering = { reference, level, instance: setting.nextList() };
  const inside = { ...setting, depth: level + 1 };
  return list.entries.flatMap(([first, ...rest]) => {
    const opening = first?.kind === 'paragraph' ? first.inlines : [];
    const look = { numbering, ...(setting.quoted ? { style: 'Quote' } : {}) };
    const others = first && first.kind !== 'paragraph' ? [first, ...rest] : rest;
    return [paragraph(opening, look, setting), ...blocks(others, inside)];
  });
}

function codeLines(code: string): Inline[] {
  return code
    .split('\n')
    .flatMap((line, at): Inline[] => [...(at > 0 ? [{ kind: 'break' } as const] : []), plainText(line)]);
}

function totalsTable({ totals, total }: CopyDocument, setting: Setting): Table {
  const rows = [...totals, { title: 'Total', words: total }].map(({ title, words }) => [
    title,
    ...[words.standfirst, words.body, words.boxes, words.total].map(grouped),
  ]);
  const last = rows.length;
  return tableWith(
    [['Item', 'Standfirst', 'Body', 'Boxes', 'Total'], ...rows].map((cells, row) =>
      cells.map((cell): readonly Inline[] =>
        row === last ? [{ kind: 'strong', inlines: [plainText(cell)] }] : [plainText(cell)],
      ),
    ),
    { widths: [4838, 1300, 1150, 1150, 1200], align: [null, 'right', 'right', 'right', 'right'] },
    setting,
  );
}

function tableOf({ align, rows }: CopyTable, setting: Setting): Table {
  const columns = Math.max(align.length, 1);
  const width = Math.floor(page.textWidth / columns);
  return tableWith(rows, { widths: Array.from({ length: columns }, () => width), align }, setting);
}

function tableWith(
  rows: CopyTable['rows'],
  { widths, align }: { readonly widths: readonly number[]; readonly align: CopyTable['align'] },
  setting: Setting,
): Table {
  const line = { style: 'single', color: 'BFBFBF', size: 4 } as const;
  const none = { style: 'none' } as const;
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: 'dxa' },
    columnWidths: widths,
    layout: 'fixed',
    borders: { top: line, bottom: line, insideHorizontal: line, left: none, right: none, insideVertical: none },
    visuallyRightToLeft: setting.rtl,
    rows: rows.map(
      (cells, row) =>
        new TableRow({
          cantSplit: true,
          tableHeader: row === 0,
          children: widths.map((width, column) => {
            const inlines = cells[column] ?? [];
            return new TableCell({
              width: { size: width, type: 'dxa' },
              ...(row === 0 ? { shading: { type: 'clear', fill: 'EDEDED' } } : {}),
              children: [
                paragraph(
                  row === 0 ? [{ kind: 'strong', inlines }] : inlines,
                  { style: 'TableText', ...alignment(align[column] ?? null) },
                  setting,
                ),
              ],
            });
          }),
        }),
    ),
  });
}

function alignment(side: CopyTable['align'][number]): Pick<IParagraphOptions, 'alignment'> {
  return side === null ? {} : { alignment: side };
}

/** One line with something at each end. */
function headerLine(start: readonly IRunOptions[], end: readonly IRunOptions[], setting: Setting): Paragraph {
  return new Paragraph({
    style: 'PageHeader',
    bidirectional: setting.rtl,
    children: [...start, { children: [new Tab()] }, ...end].map(
      (run) => new TextRun({ ...run, rightToLeft: setting.rtl }),
    ),
  });
}

function paragraph(inlines: readonly Inline[], look: IParagraphOptions, setting: Setting): Paragraph {
  const base: IRunOptions = {
    ...(setting.rtl ? { rightToLeft: true } : {}),
    ...(setting.lang ? { language: proofing(setting.lang) } : {}),
  };
  return new Paragraph({ ...look, ...(setting.rtl ? { bidirectional: true } : {}), children: runs(inlines, base) });
}

function runs(inlines: readonly Inline[], look: IRunOptions): ParagraphChild[] {
  return inlines.flatMap((inline) => run(inline, look));
}

function run(inline: Inline, look: IRunOptions): ParagraphChild[] {
  switch (inline.kind) {
    case 'text':
      return [new TextRun({ ...look, ...text(inline.text) })];
    case 'code':
      return [new TextRun({ ...look, ...text(inline.text), font: 'Courier New' })];
    case 'break':
      return [new TextRun({ ...look, break: 1 })];
    case 'strong':
      return runs(inline.inlines, { ...look, bold: true });
    case 'em':
      return runs(inline.inlines, { ...look, italics: true });
    case 'struck':
      return runs(inline.inlines, { ...look, strike: true });
    case 'link': {
      const children = runs(inline.inlines, { ...look, style: 'Hyperlink' });
      return [new ExternalHyperlink({ link: printable(inline.url), children })];
    }
  }
}

function text(words: string): { readonly text: string } {
  return { text: printable(words) };
}

function plainText(words: string): Inline {
  return { kind: 'text', text: words };
}

function spoken(lang: string, setting: Setting): Setting {
  const word = wordLanguage(lang);
  return { ...setting, lang: word, rtl: directionOf(word).dir === 'rtl' };
}

/** Word proofs in a language of a country; a union of the United Kingdom means British English and Welsh. */
function wordLanguage(lang: string): string {
  return { en: 'en-GB', cy: 'cy-GB' }[lang] ?? lang;
}
