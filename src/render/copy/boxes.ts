import type { PlacedItem } from '../../model/issue.js';
import {
  type Action,
  closingOf,
  type Deed,
  type Item,
  type ItemEvent,
  type Signatory,
  type Statement,
} from '../../model/item.js';
import type { Language } from '../../model/language.js';
import type { DateText, WallTime } from '../../model/time.js';
import { eventTime, shownUpdates, signatoryRole, updateHeading } from '../item-words.js';
import { spelledOut } from './addresses.js';
import type { Box, BoxKind, Inline } from './copy.js';
import type { Print } from './proof.js';

export type BoxSetting = {
  readonly language: Language;
  readonly publication: string;
  readonly date: DateText;
  /** IANA, the issue's. */
  readonly zone: string;
  readonly inPrint: Print;
};

const deedHeadings = {
  sign: 'Take action',
  'email-mp': 'Take action',
  write: 'Take action',
  donate: 'Donate',
  attend: 'Take part',
  download: 'Download',
  affiliate: 'Affiliate',
  read: 'Find out more',
  share: 'Spread the word',
  apply: 'Apply',
} as const satisfies Record<Deed, string>;

/**
 * The box-outs of a placed item: event, actions and deadline at every length, the newest update and the outcome beside a
 * summary, and beside a whole story all updates, the statement's pull quote and who signed it. News later than the
 * issue's date is left out, so that building an old issue again gives the old issue.
 */
export function boxesOf(placed: PlacedItem, setting: BoxSetting): readonly Box[] {
  const { item, actions, deadline, closed, length } = placed;
  return [
    ...(item.event ? [eventBox(item.event, setting)] : []),
    ...actions.map((action) => actionBox(action, item, setting)),
    // Where an action closes then, the deadline stands beside it.
    ...(deadline && !actions.some((action) => closingOf(action, item) !== undefined)
      ? [box('deadline', 'Deadline', [closes(deadline, setting)])]
      : []),
    ...(closed ? [box('deadline', 'Closed', [closedLine(closed, setting)])] : []),
    ...(length === 'brief' && !closed ? [] : newsBoxes(placed, setting)),
    ...(length === 'full' && item.statement ? statementBoxes(item.statement, setting) : []),
  ];
}

function newsBoxes(placed: PlacedItem, { language, date, inPrint }: BoxSetting): Box[] {
  const { item } = placed;
  const updates = shownUpdates(placed, date).map(({ on, text, at }) =>
    box('update', updateHeading(on, date, language), [line(inPrint(text, `updates.${at}.text`))]),
  );
  if (!item.outcome || item.outcome.on > date) return updates;
  const { status, on, text } = item.outcome;
  const heading = language.phrases.outcome[status](language.dates.date(on));
  return [...updates, box('outcome', heading, [line(inPrint(text, 'outcome.text'))])];
}

function closedLine(closed: WallTime, { language, date }: BoxSetting): readonly Inline[] {
  return line(language.phrases.closed(language.dates.moment(closed, date)));
}

function statementBoxes({ excerpt, signatories }: Statement, { language, inPrint }: BoxSetting): Box[] {
  const signed = signatories.map((signatory, at) => signatoryLine(signatory, at, inPrint));
  return [
    ...(excerpt ? [box('pull-quote', 'Pull quote', [line(inPrint(excerpt, 'statement.excerpt'))])] : []),
    ...(signed.length > 0 ? [box('signatories', language.phrases.signedBy, signed)] : []),
  ];
}

function signatoryLine(signatory: Signatory, at: number, inPrint: Print): readonly Inline[] {
  const path = `statement.signatories.${at}`;
  const role = signatoryRole(signatory);
  return [strong(inPrint(signatory.name, `${path}.name`)), ...(role ? line(`, ${inPrint(role, path)}`) : [])];
}

function actionBox(action: Action, item: Item, setting: BoxSetting): Box {
  const path = actionPath(action, item, setting.publication);
  const label = setting.inPrint(action.label, `${path}.label`);
  const url = setting.inPrint(action.url, `${path}.url`);
  const deadline = closingOf(action, item);
  return box('action', deedHeadings[action.do], [
    named(/[.:?!…]$/.test(label) ? label : `${label}:`, spelledOut(url)),
    ...(deadline ? [closes(deadline, setting)] : []),
  ]);
}

/** Where an action was typed: the placed ones are only those still open, so its number there says nothing. */
function actionPath(action: Action, item: Item, publication: string): string {
  const own = item.versions[publication]?.actions;
  return own ? `versions.${publication}.actions.${own.indexOf(action)}` : `actions.${item.actions.indexOf(action)}`;
}

function closes(deadline: WallTime, { language, date }: BoxSetting): readonly Inline[] {
  return line(language.phrases.closes(language.dates.moment(deadline, date)));
}

function eventBox(event: ItemEvent, { language, date, zone, inPrint }: BoxSetting): Box {
  const { place, online } = event;
  return box('event', 'When and where', [
    named('When:', line(eventTime(event, date, zone, language))),
    ...(place ? [named('Where:', line(inPrint(place, 'event.place')))] : []),
    ...(online ? [named('Online:', spelledOut(inPrint(online, 'event.online')))] : []),
  ]);
}

function named(name: string, words: readonly Inline[]): readonly Inline[] {
  return words.length > 0 ? [strong(name), ...line(' '), ...words] : [strong(name)];
}

function box(kind: BoxKind, heading: string, lines: Box['lines']): Box {
  return { kind, heading, lines };
}

function line(text: string): readonly Inline[] {
  return [{ kind: 'text', text }];
}

function strong(text: string): Inline {
  return { kind: 'strong', inlines: line(text) };
}
