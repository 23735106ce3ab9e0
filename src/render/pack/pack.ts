import type { Root } from 'mdast';
import type { Theme } from '../../model/design.js';
import type { Issue, PlacedItem } from '../../model/issue.js';
import type { Item } from '../../model/item.js';
import type { DateText } from '../../model/time.js';
import { translatedMark } from '../../model/translation.js';
import type { CopyDocument, CopyItem } from '../copy/copy.js';
import { type CopyInput, copyDocument } from '../copy/copy-document.js';
import { copyDocx, type Furniture } from '../copy/copy-docx.js';
import { markdownOf, sectionNodes } from '../copy/copy-markdown.js';
import { plain } from '../copy/word-count.js';
import { plainText } from '../markdown-text.js';
import { captionsFor } from './captions.js';
import { type Cleaning, cleanCopy, words } from './clean-copy.js';
import { htmlFragment } from './fragment.js';
import { firstSentences, meetingReport } from './meeting-report.js';

export type PackInput = Omit<CopyInput, 'intro'> & {
  readonly theme: Theme;
  readonly cleaning: Cleaning;
  /** By its path in the workspace, what a picture is called in the pack; one that is not here is left out. */
  readonly pictures: ReadonlyMap<string, string>;
  /** The last day on which the links of an item were all found open; absent where that is not known. */
  readonly checkedOn: (item: Item) => DateText | undefined;
};

/** What somebody who reuses an item has to know of it. */
export type ReuseFacts = {
  readonly item: string;
  /** Another as soon as one of its words is. */
  readonly version: string;
  readonly title: string;
  readonly licence: string;
  readonly credit: string;
  /** Not to be used after this day. */
  readonly until?: DateText;
  readonly lastChecked?: DateText;
};

export type PackFile = { readonly name: string; readonly content: string | Uint8Array };

/**
 * An issue, or one item, as others can reuse it: the same words for a document, a website, a meeting and social media.
 * Nothing in it belongs to a reader or counts one.
 *
 * @param name what its files are called
 */
export async function packFiles(
  name: string,
  input: PackInput,
): Promise<{ readonly files: readonly PackFile[]; readonly items: readonly ReuseFacts[] }> {
  const { issue, organisation, theme, cleaning, language } = input;
  const placed = new Map(issue.sections.flatMap(({ items }) => items.map((one) => [one.item.id, one])));
  const facts = new Map([...placed].map(([id, one]) => [id, factsOf(one, input)]));
  const copy = cleanCopy(copyDocument(input), cleaning);
  const document = withNotes(withPictures(copy, input.pictures), (id) => facts.get(id), language.dates.date);
  const tree: Root = { type: 'root', children: sectionNodes(document, { isCounted: false }) };
  const titled: Root = { type: 'root', children: [titleOf(document), ...tree.children] };
  const told = inOrderOfImportance(placed, document).map((one) => toldOf(one, input));
  const report = meetingReport(`A report from ${organisation.name}.`, told);
  const reportTree: Root = {
    type: 'root',
    children: [
      {
        type: 'heading',
        depth: 1,
        children: [{ type: 'text', value: `For the next meeting: ${document.publication}` }],
      },
      ...report.map((line) => ({ type: 'paragraph' as const, children: [{ type: 'text' as const, value: line }] })),
    ],
  };
  const items = [...facts.values()];
  return {
    items,
    files: [
      { name: `${name}.docx`, content: await copyDocx(document, theme, forReuse) },
      { name: `${name}.md`, content: markdownOf(titled) },
      { name: `${name}.txt`, content: `${plainText(titled)}\n` },
      { name: `${name}.html`, content: htmlFragment(tree) },
      { name: 'meeting-report.md', content: markdownOf(reportTree) },
      { name: 'meeting-report.docx', content: await copyDocx(reportDocument(document, report), theme, forReuse) },
      { name: 'captions.md', content: captions(placed, document, input) },
      {
        name: 'about.json',
        content: `${JSON.stringify({ from: organisation.name, contact: organisation.contact, items }, null, 2)}\n`,
      },
    ],
  };
}

const forReuse: Furniture = {
  subject: 'For reuse',
  note: [
    'Questions to ',
    '. Lines in grey say how long each item holds, and on which terms; they are not for readers.',
  ],
  isForDesk: false,
};

function titleOf({ publication, label }: CopyDocument): Root['children'][number] {
  return { type: 'heading', depth: 1, children: [{ type: 'text', value: `${publication}: ${label}` }] };
}

function factsOf({ item, title, deadline }: PlacedItem, input: PackInput): ReuseFacts {
  const { organisation, checkedOn } = input;
  const { partner, runs, event } = item;
  const until = [deadline, event?.ends ?? event?.starts, runs.until].filter((day) => day !== undefined).sort()[0];
  const checked = checkedOn(item);
  const terms = partner ? partner.licence : organisation.licence;
  return {
    item: item.id,
    version: translatedMark(item),
    title: said(title, input),
    licence: terms ?? `not said: ask ${partner?.name ?? organisation.name} before you use it`,
    credit: partner ? `${partner.name}, by way of ${organisation.name}` : organisation.name,
    ...(until !== undefined && { until: until.slice(0, 10) }),
    ...(checked !== undefined && { lastChecked: checked }),
  };
}

function withNotes(
  document: CopyDocument,
  factsOf: (id: string) => ReuseFacts | undefined,
  dateInWords: (date: DateText) => string,
): CopyDocument {
  const noted = (item: CopyItem): CopyItem => {
    const facts = factsOf(item.id);
    if (!facts) return item;
    const { until, licence, credit, lastChecked, version } = facts;
    const note = [
      until === undefined ? 'No last day' : `Not after ${dateInWords(until)}`,
      `Credit: ${credit}`,
      `Licence: ${licence}`,
      `Item ${item.id}, version ${version}`,
      `Links last checked: ${lastChecked === undefined ? 'not yet' : dateInWords(lastChecked)}`,
    ].join('. ');
    return { ...item, note: [{ kind: 'text', text: `${note}.` }] };
  };
  return {
    ...document,
    sections: document.sections.map((section) => ({ ...section, items: section.items.map(noted) })),
  };
}

function withPictures(document: CopyDocument, pictures: PackInput['pictures']): CopyDocument {
  const placed = ({ picture, ...item }: CopyItem): CopyItem => {
    const file = picture && pictures.get(picture.file);
    return file === undefined ? item : { ...item, picture: { ...picture, file } as CopyItem['picture'] & object };
  };
  return {
    ...document,
    sections: document.sections.map((section) => ({ ...section, items: section.items.map(placed) })),
  };
}

type Pair = { readonly placed: PlacedItem; readonly copy: CopyItem };

function pairs(placed: ReadonlyMap<string, PlacedItem>, { sections }: CopyDocument): readonly Pair[] {
  return sections.flatMap(({ items }) =>
    items.flatMap((copy) => {
      const one = placed.get(copy.id);
      return one ? [{ placed: one, copy }] : [];
    }),
  );
}

function inOrderOfImportance(placed: ReadonlyMap<string, PlacedItem>, document: CopyDocument): readonly Pair[] {
  const rank = { urgent: 0, normal: 1, low: 2 } as const;
  return [...pairs(placed, document)].sort((a, b) => rank[a.placed.item.priority] - rank[b.placed.item.priority]);
}

function toldOf({ placed, copy }: Pair, input: PackInput) {
  const sentence = firstSentences(placed.ask === undefined ? summaryOf(copy) : said(placed.ask, input), 28);
  return { title: copy.headline, sentence, ...byOf(placed, input) };
}

function byOf({ deadline }: PlacedItem, { language, issue }: PackInput): { readonly by?: string } {
  return deadline === undefined ? {} : { by: language.phrases.by(language.dates.moment(deadline, issue.date)) };
}

/** What it is about, in a sentence or two. */
function summaryOf({ standfirst, body }: CopyItem): string {
  const first = body.find(({ kind }) => kind === 'paragraph');
  return standfirst ?? (first?.kind === 'paragraph' ? plain(first.inlines) : '');
}

/** Words that are read out are nobody’s own: merge tags give way to what stands for them. */
function said(text: string, { fields = [], cleaning }: PackInput): string {
  const filled = text.replace(/\[\[([\w-]+)(?:\|([^\]]*))?\]\]/g, (_tag, name: string, fallback: string | undefined) =>
    (fallback ?? fields.find((field) => field.name === name)?.fallback ?? '').trim(),
  );
  return words(filled, cleaning).replace(/\s+/g, ' ').trim();
}

function reportDocument(document: CopyDocument, report: readonly string[]): CopyDocument {
  return {
    ...document,
    publication: `For the next meeting: ${document.publication}`,
    intro: report.map((line) => ({ kind: 'paragraph', inlines: [{ kind: 'text', text: line }] })),
    sections: [],
  };
}

function captions(placed: ReadonlyMap<string, PlacedItem>, document: CopyDocument, input: PackInput): string {
  const { cleaning } = input;
  const posts = pairs(placed, document).flatMap(({ placed: one, copy }) => {
    const url = [...one.actions.map((action) => action.url), one.item.partner?.url]
      .flatMap((address) => (address === undefined || /^mailto:/i.test(address) ? [] : (cleaning.link(address) ?? [])))
      .at(0);
    if (url === undefined) return [];
    const alt = one.item.image && words(one.item.image.alt, cleaning);
    const made = captionsFor({
      title: copy.headline,
      summary: firstSentences(summaryOf(copy), 40),
      url,
      ...byOf(one, input),
      ...(alt !== undefined && { alt }),
    });
    return [
      `## ${copy.headline}\n\nShort (fits X, Bluesky and Mastodon):\n\n${quoted(made.short)}\n\nLong (Facebook, LinkedIn):\n\n${quoted(made.long)}\n`,
      ...(made.alt === undefined ? [] : [`Words for whoever does not see the picture:\n\n${quoted(made.alt)}\n`]),
    ];
  });
  return `# Posts for social media\n\n${posts.length === 0 ? 'Nothing in it has a link to post.\n' : posts.join('\n')}`;
}

function quoted(text: string): string {
  return text.replace(/^/gm, '> ').replace(/^> $/gm, '>');
}

/** The issue that has one item and no other, in full. */
export function issueOf(item: PlacedItem, issue: Omit<Issue, 'sections' | 'decisions'>): Issue {
  const section = { id: 'item', title: '', takes: {}, length: 'full' } as const;
  return { ...issue, sections: [{ section, items: [item] }], decisions: [] };
}
