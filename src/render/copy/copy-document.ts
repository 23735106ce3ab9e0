import type { Root } from 'mdast';
import type { MergeField } from '../../model/audience.js';
import type { Finding } from '../../model/finding.js';
import type { Issue, PlacedItem } from '../../model/issue.js';
import type { Language } from '../../model/language.js';
import type { Organisation } from '../../model/organisation.js';
import { placeOf } from '../../model/place.js';
import { isSameLanguage } from '../direction.js';
import { addressesIn } from './addresses.js';
import { printBlocks } from './blocks.js';
import { boxesOf } from './boxes.js';
import type { Block, CopyDocument, CopyItem, CopySection, CopyTotal } from './copy.js';
import { contactOf, kickerOf, partnerOf, pictureOf } from './furniture.js';
import { flat, inPrint, type Proof } from './proof.js';
import { addWords, countWords, plain } from './word-count.js';

export type { CopyDocument } from './copy.js';

export type CopyInput = {
  readonly issue: Issue;
  readonly organisation: Organisation;
  readonly language: Language;
  /** The parsed body of every placed item, by the item's id; positions are those of the item's file. */
  readonly bodies: ReadonlyMap<string, Root>;
  /** The parsed intro of the issue. */
  readonly intro?: Root;
  /** The audience's merge fields, for tags without a fallback of their own. */
  readonly fields?: readonly MergeField[];
};

/**
 * An issue as print copy, for a magazine desk. At full length an item has its whole story; at summary length its
 * summary is the body; a brief is a headline with its box-outs. Print cannot be personalised: merge tags give way to
 * their fallbacks, each with a warning among the document's findings.
 *
 * Throws an Error if `bodies` lacks an item at full length, which is a bug of the caller.
 */
export function copyDocument(input: CopyInput): CopyDocument {
  const { issue, organisation, language } = input;
  const findings: Finding[] = [];
  const intro = input.intro ? introOf(input.intro, input, findings) : [];
  const sections = issue.sections
    .filter((section) => section.items.length > 0)
    .map(
      ({ section, items }): CopySection => ({
        heading: flat(section.title),
        ...(section.intro ? { intro: flat(section.intro) } : {}),
        items: items.map((placed) => copyItem(placed, input, findings)),
      }),
    );
  const totals = totalsOf(intro, sections);
  return {
    publication: issue.publication.title,
    organisation: organisation.name,
    contact: contactOf(organisation.contact),
    label: [issue.label, ...(issue.number === undefined ? [] : [language.phrases.issueNumber(issue.number)])].join(
      ', ',
    ),
    date: issue.date,
    dateInWords: language.dates.weekdayDate(issue.date),
    lang: issue.lang,
    ...(intro.length > 0 ? { intro } : {}),
    sections,
    totals,
    total: addWords(totals.map((each) => each.words)),
    findings,
  };
}

function introOf(tree: Root, { issue, fields = [] }: CopyInput, findings: Finding[]): readonly Block[] {
  const proof: Proof = { piece: 'The introduction', fix: 'Write it without the tag.', fields, findings };
  return printBlocks(tree, issue.intro?.place.file ?? issue.publication.source.file, proof);
}

function copyItem(placed: PlacedItem, input: CopyInput, findings: Finding[]): CopyItem {
  const { item } = placed;
  const { issue } = input;
  const publication = issue.publication.id;
  const own = item.versions[publication];
  const proof: Proof = {
    piece: `“${flat(placed.title)}”`,
    fix: `If that does not read well, word it for print under “versions: ${publication}:”.`,
    fields: input.fields ?? [],
    findings,
  };
  const setting = {
    language: input.language,
    publication,
    date: issue.date,
    zone: issue.zone,
    inPrint: (text: string, path: string) => inPrint(text, () => placeOf(item.source, path), proof).trim(),
  };
  const worded = (text: string, part: 'title' | 'summary') =>
    setting.inPrint(text, own?.[part] === undefined ? part : `versions.${publication}.${part}`);

  const kicker = kickerOf(item, input.organisation.campaigns, input.language);
  const headline = worded(placed.title, 'title');
  const summary = placed.summary ? worded(placed.summary, 'summary') : '';
  const story = storyOf(placed, summary, input, proof);
  const boxes = boxesOf(placed, setting);
  const picture = placed.length !== 'brief' && item.image ? pictureOf(item.image, setting.inPrint) : undefined;
  const partner = placed.length !== 'brief' && item.partner ? partnerOf(item.partner, setting.inPrint) : undefined;
  return {
    id: item.id,
    ...(kicker ? { kicker } : {}),
    headline,
    ...(item.lang && !isSameLanguage(item.lang, issue.lang) ? { lang: item.lang } : {}),
    ...story,
    boxes,
    ...(picture ? { picture } : {}),
    ...(partner ? { partner } : {}),
    addresses: addressesIn(story.body),
    words: countWords({ ...story, boxes, picture, partner }),
  };
}

function storyOf(
  placed: PlacedItem,
  summary: string,
  { bodies }: CopyInput,
  proof: Proof,
): { readonly standfirst?: string; readonly body: readonly Block[] } {
  if (placed.length === 'brief') return { body: [] };
  if (placed.length === 'summary' && summary !== '') {
    return { body: [{ kind: 'paragraph', inlines: [{ kind: 'text', text: summary }] }] };
  }
  const tree = bodies.get(placed.item.id);
  if (!tree) throw new Error(`Print copy needs the parsed body of ${placed.item.id}.`);
  if (placed.length === 'summary') {
    const first = tree.children.find((node) => node.type === 'paragraph');
    const children = tree.children.filter((node) => node === first || node.type === 'definition');
    return { body: printBlocks({ type: 'root', children }, placed.body.place.file, proof) };
  }
  const body = printBlocks(tree, placed.body.place.file, proof);
  return summary === '' || opensWith(body, summary) ? { body } : { standfirst: summary, body };
}

/** Whether a summary only repeats how the body begins, as one does that was cut from it. */
function opensWith(body: readonly Block[], summary: string): boolean {
  const first = body[0];
  const opening = first?.kind === 'paragraph' ? plain(first.inlines) : '';
  return flat(opening).startsWith(flat(summary.replace(/\s*(…|\.\.\.)$/, '')));
}

function totalsOf(intro: readonly Block[], sections: readonly CopySection[]): readonly CopyTotal[] {
  return [
    ...(intro.length > 0 ? [{ title: 'Introduction', words: countWords({ body: intro }) }] : []),
    ...sections.flatMap(({ heading, intro: opening, items }) => [
      ...(opening ? [{ title: `${heading}: introduction`, words: countWords({ standfirst: opening }) }] : []),
      ...items.map(({ headline, words }) => ({ title: headline, words })),
    ]),
  ];
}
