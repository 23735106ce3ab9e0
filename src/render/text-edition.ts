import type { Root } from 'mdast';
import { addressLines, linkLines, quoteIndent, spaced, textLines } from './markdown-text.js';
import type { IssueView, ItemView, LinkView, SectionView } from './view.js';
import { textColumns, withinLimit, wrap } from './wrap.js';

export type TextEditionInput = {
  readonly view: IssueView;
  /** The parsed texts that the view's markup was made of, by item id. */
  readonly bodies: ReadonlyMap<string, Root>;
  readonly intro?: Root;
};

type Lines = readonly string[];

/**
 * The whole edition as plain text, in the manner of GOV.UK Notify: the same items in the same order as the view, the
 * title underlined with "=" and sections with "-", every address on a line of its own. At most 65 columns, addresses and
 * overlong words apart, and never more than the 998 octets a line that RFC 5322 §2.1.1 allows. Ends with one line end.
 */
export function textEdition({ view, bodies, intro }: TextEditionInput): string {
  const parts: Lines[] = [
    title(view),
    intro && view.issue.intro !== null ? textLines(intro) : [],
    ...view.sections.flatMap((section) => sectionParts(section, bodies)),
    footer(view),
  ];
  return `${withinLimit(separated(parts)).join('\n')}\n`;
}

/** Parts with two empty lines between them, as a heading needs them to be seen among paragraphs. */
function separated(parts: readonly Lines[]): Lines {
  return parts
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : ['', '', ...lines]));
}

function title({ publication, issue }: IssueView): Lines {
  const label = issue.date.endsWith(issue.label) ? '' : issue.label;
  return spaced([
    [...wrap(publication.title, textColumns), '='.repeat(textColumns)],
    [...optional(publication.strapline), ...wrap(issue.date, textColumns), ...optional(label)],
  ]);
}

function sectionParts({ title, intro, items }: SectionView, bodies: TextEditionInput['bodies']): Lines[] {
  const heading = spaced([[...wrap(title, textColumns), '-'.repeat(textColumns)], optional(intro)]);
  return [heading, ...items.map((item) => itemLines(item, bodies.get(item.id)))];
}

function itemLines(item: ItemView, tree: Root | undefined): Lines {
  const actions = [...(item.action ? [item.action] : []), ...item.moreActions];
  return spaced([
    [...wrap(item.title, textColumns), ...optional(item.kicker), ...optional(item.deadline)],
    item.event ? eventLines(item.event) : [],
    optional(item.summary),
    item.body !== null && tree ? textLines(tree) : [],
    ...(item.statement ? statementParts(item.statement) : []),
    ...item.updates.map(({ heading, text }) => wrap(`${heading}: ${text}`, textColumns)),
    optional(item.outcome),
    item.partner ? partnerLines(item.partner) : [],
    ...actions.map(actionLines),
  ]);
}

function actionLines({ label, url, by }: LinkView): Lines {
  return [...wrap(`ACTION: ${label}${by === null ? '' : ` by ${by}`}`, textColumns), ...addressLines(url)];
}

function eventLines({ when, where, online }: NonNullable<ItemView['event']>): Lines {
  return [
    ...wrap(`When: ${when}`, textColumns),
    ...(where === null ? [] : wrap(`Where: ${where}`, textColumns)),
    ...(online === null ? [] : linkLines('Online', online, textColumns)),
  ];
}

function statementParts({ excerpt, signatories }: NonNullable<ItemView['statement']>): Lines[] {
  const names = signatories.map(({ name, role }) => (role === null ? name : `${name}, ${role}`));
  return [
    excerpt === null ? [] : hanging(quoteIndent, excerpt),
    names.length === 0 ? [] : ['Signed by:', ...names.flatMap((name) => hanging('• ', name))],
  ];
}

/** A mark before the first line of a text, and the other lines in line with it. */
function hanging(mark: string, text: string): Lines {
  const indent = ' '.repeat(mark.length);
  return wrap(text, textColumns - mark.length).map((line, index) => `${index === 0 ? mark : indent}${line}`);
}

function partnerLines({ name, url }: NonNullable<ItemView['partner']>): Lines {
  return url === null ? wrap(`From ${name}`, textColumns) : linkLines(`From ${name}`, url, textColumns);
}

function footer({ organisation, publication, why, unsubscribe, webVersion }: IssueView): Lines {
  return spaced([
    ['-'.repeat(textColumns)],
    wrap(why, textColumns),
    linkLines(`Unsubscribe from ${publication.title}`, unsubscribe, textColumns),
    webVersion === null ? [] : linkLines('Read this on the web', webVersion, textColumns),
    [organisation.name, ...organisation.address].flatMap((line) => wrap(line, textColumns)),
    wrap(`Write to us: ${organisation.contact}`, textColumns),
    organisation.privacy === null ? [] : linkLines('How we use your details', organisation.privacy, textColumns),
  ]);
}

function optional(text: string | null): Lines {
  return text === null || text.trim() === '' ? [] : wrap(text, textColumns);
}
