import type { Root } from 'mdast';
import type { Phrases } from '../model/language.js';
import { addressLines, linkLines, quoteIndent, spaced, textLines } from './markdown-text.js';
import type { IssueView, ItemView, LinkView, SectionView } from './view.js';
import { textColumns, withinLimit, wrap } from './wrap.js';

export type TextEditionInput = {
  readonly view: IssueView;
  /** The phrases of a language, BCP 47: items may be in others than the edition. */
  readonly phrasesOf: (lang: string) => Phrases;
  /** Whether the design prints a text: what it leaves out, asks and words to copy, is left out here. */
  readonly isPrinted: (text: string) => boolean;
  /** Where the edition's own files are on the web, with a slash at the end. */
  readonly base: string;
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
export function textEdition({ view, phrasesOf, isPrinted, base, bodies, intro }: TextEditionInput): string {
  const parts: Lines[] = [
    title(view),
    intro && view.issue.intro !== null ? textLines(intro) : [],
    ...view.sections.flatMap((section) =>
      sectionParts(section, bodies, (item) => ({ phrases: phrasesOf(item.lang ?? view.lang), isPrinted, base })),
    ),
    footer(view),
  ];
  return `${withinLimit(separated(parts)).join('\n')}\n`;
}

type Setting = { readonly phrases: Phrases } & Pick<TextEditionInput, 'isPrinted' | 'base'>;

/** Parts with two empty lines between them, as a heading needs them to be seen among paragraphs. */
function separated(parts: readonly Lines[]): Lines {
  return parts
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : ['', '', ...lines]));
}

function title({ publication, issue }: IssueView): Lines {
  const label = issue.date.includes(issue.label) ? '' : issue.label;
  return spaced([
    [...wrap(publication.title, textColumns), '='.repeat(textColumns)],
    [
      ...optional(publication.strapline),
      ...wrap(issue.date, textColumns),
      ...optional(label),
      ...optional(issue.number),
    ],
  ]);
}

function sectionParts(
  { title, intro, items }: SectionView,
  bodies: TextEditionInput['bodies'],
  settingOf: (item: ItemView) => Setting,
): Lines[] {
  const heading = spaced([[...wrap(title, textColumns), '-'.repeat(textColumns)], optional(intro)]);
  return [heading, ...items.map((item) => itemLines(item, bodies.get(item.id), settingOf(item)))];
}

function itemLines(item: ItemView, tree: Root | undefined, setting: Setting): Lines {
  const { phrases } = setting;
  const colon = phrases.colon.trimEnd();
  const actions = [...(item.action ? [item.action] : []), ...item.moreActions];
  return spaced([
    [...wrap(item.title, textColumns), ...labelLines(item), ...optional(item.deadline), ...optional(item.closed)],
    item.outcome ? wrap(`${item.outcome.heading}${phrases.colon}${item.outcome.text}`, textColumns) : [],
    item.event ? eventLines(item.event, setting) : [],
    pictureLines(item, setting),
    optional(item.summary),
    item.body !== null && tree ? textLines(tree) : [],
    ...(item.statement ? statementParts(item.statement, setting) : []),
    ...item.updates.map(({ heading, text }) => wrap(`${heading}${phrases.colon}${text}`, textColumns)),
    item.partner ? partnerLines(item.partner, phrases) : [],
    optional(item.older),
    ...actions.map((action) => actionLines(action, phrases)),
    item.more ? linkLines(item.more.label, item.more.url, textColumns, colon) : [],
    askLines(item, setting),
    ...wordingParts(item, setting),
  ]);
}

/** What a picture shows, where the design prints it. */
function pictureLines({ image }: ItemView, { isPrinted }: Setting): Lines {
  return image !== null && isPrinted(image.src) ? optional(`[${image.alt}]`) : [];
}

/** "Urgent · Petition · Yemen · Human and Trade Union Rights" */
function labelLines({ isUrgent, kindLabel, kicker, words }: ItemView): Lines {
  return wrap(
    [isUrgent ? words.urgent : null, kindLabel, kicker].filter((label) => label !== null).join(' · '),
    textColumns,
  );
}

/** Under the heading that the design gives it. */
function askLines({ ask }: ItemView, { phrases, isPrinted }: Setting): Lines {
  if (ask === null || !isPrinted(ask)) return [];
  const heading = isPrinted(phrases.askYourDistrict) ? phrases.askYourDistrict : phrases.atYourNextMeeting;
  return [...wrap(heading + phrases.colon.trimEnd(), textColumns), ...wrap(ask, textColumns)];
}

function wordingParts({ wording }: ItemView, { phrases, isPrinted }: Setting): Lines[] {
  const [first] = wording;
  if (first === undefined || !isPrinted(first)) return [];
  const heading = wrap(phrases.wordsToCopy + phrases.colon.trimEnd(), textColumns);
  return [heading, ...wording.map((text) => hanging(quoteIndent, text))];
}

function actionLines({ label, url, by }: LinkView, { action, colon }: Phrases): Lines {
  return [...wrap(`${action}${colon}${label}${by === null ? '' : ` ${by}`}`, textColumns), ...addressLines(url)];
}

function eventLines({ when, where, online, calendar }: NonNullable<ItemView['event']>, setting: Setting): Lines {
  const { phrases, base } = setting;
  const colon = phrases.colon.trimEnd();
  return [
    ...wrap(phrases.when + phrases.colon + when, textColumns),
    ...(where === null ? [] : wrap(phrases.where + phrases.colon + where, textColumns)),
    ...(online === null ? [] : linkLines(phrases.online, online.url, textColumns, colon)),
    ...(calendar === null ? [] : [...wrap(calendar.label, textColumns), ...addressLines(base + calendar.url)]),
  ];
}

function statementParts(
  { excerpt, signatories, others, link }: NonNullable<ItemView['statement']>,
  { phrases }: Setting,
): Lines[] {
  const names = signatories.map(({ name, role }) => (role === null ? name : `${name}, ${role}`));
  return [
    excerpt === null ? [] : hanging(quoteIndent, excerpt),
    names.length === 0
      ? []
      : [
          phrases.signedBy + phrases.colon.trimEnd(),
          ...names.flatMap((name) => hanging('• ', name)),
          ...optional(others),
        ],
    link === null ? [] : linkLines(link.label, link.url, textColumns, phrases.colon.trimEnd()),
  ];
}

/** A mark before the first line of a text, and the other lines in line with it. */
function hanging(mark: string, text: string): Lines {
  const indent = ' '.repeat(mark.length);
  return wrap(text, textColumns - mark.length).map((line, index) => `${index === 0 ? mark : indent}${line}`);
}

function partnerLines({ name, url }: NonNullable<ItemView['partner']>, { from, colon }: Phrases): Lines {
  return url === null
    ? wrap(`${from} ${name}`, textColumns)
    : linkLines(`${from} ${name}`, url, textColumns, colon.trimEnd());
}

function footer({ organisation, why, unsubscribe, webVersion, words }: IssueView): Lines {
  const colon = words.colon.trimEnd();
  return spaced([
    ['-'.repeat(textColumns)],
    wrap(why, textColumns),
    linkLines(words.unsubscribe, unsubscribe, textColumns, colon),
    webVersion === null ? [] : linkLines(words.readOnTheWeb, webVersion, textColumns, colon),
    [organisation.name, ...organisation.address].flatMap((line) => wrap(line, textColumns)),
    wrap(words.writeToUs + words.colon + organisation.contact, textColumns),
    organisation.privacy === null ? [] : linkLines(words.privacy, organisation.privacy, textColumns, colon),
  ]);
}

function optional(text: string | null): Lines {
  return text === null || text.trim() === '' ? [] : wrap(text, textColumns);
}
