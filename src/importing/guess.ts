import type { Deed, ItemKind } from '../model/item.js';
import type { WallTime } from '../model/time.js';
import { datesIn } from './dates-in-words.js';

/** A guess, and the words that it is made of, so that somebody can check it. */
export type Guess<Value> = { readonly value: Value; readonly from: string };

export type FoundLink = {
  readonly url: string;
  readonly label: string;
  /** The words of the paragraph that it stands in. */
  readonly around: string;
};

const deedWords: readonly (readonly [Deed, RegExp])[] = [
  [
    'sign',
    /\bpetitions?\b|\bsign(?:ing)? (?:the|this|our|up to|it|here)\b|\badd(?:ing)? your name\b|\bsign the pledge\b/i,
  ],
  ['email-mp', /\b(?:e-?mail|write to|contact|ask|lobby|message) your (?:local )?(?:MP|MSP|MS|TD|AM)\b/i],
  ['donate', /\bdonat(?:e|ing|ions?)\b|\bfundrais(?:er|ing)\b|\bcrowdfund/i],
  ['affiliate', /\baffiliat(?:e|ing|ion)\b/i],
  ['write', /\bwrite (?:to|a letter)\b|\bsend (?:a|your) (?:letter|message|e-?mail)\b|\be-?mail (?:the|them)\b/i],
  ['apply', /\bapply\b|\bapplications?\b/i],
  [
    'attend',
    /\bregist(?:er|ration)\b|\bbook (?:your|a) (?:place|ticket)s?\b|\btickets?\b|\bRSVP\b|\bjoin (?:us|the (?:webinar|meeting|rally))\b/i,
  ],
  ['download', /\bdownload\b/i],
  ['share', /\bshare (?:this|the|on)\b/i],
];

const deedAddresses: readonly (readonly [Deed, RegExp])[] = [
  ['sign', /petition|change\.org|actionnetwork\.org\/petitions|38degrees|avaaz|megaphone\.org/i],
  ['email-mp', /writetothem|\/email-?your-?mp|lobby/i],
  ['donate', /donate|gofundme|justgiving|crowdfunder/i],
  ['attend', /eventbrite|ticket|zoom\.us\/(?:webinar|meeting)\/register|\/register/i],
  ['download', /\.(?:pdf|docx?|pptx?|xlsx?|odt|epub|zip)(?:$|[?#])/i],
];

/**
 * What a link asks of readers: by its words, or those around it where it has only its address, or else by where it leads;
 * to read, if nothing says otherwise.
 */
export function deedOf({ label, url, around }: FoundLink): Deed {
  const said = isAddress(label) ? around : label;
  return (
    (deedWords.find(([, words]) => words.test(said)) ?? deedAddresses.find(([, where]) => where.test(url)))?.[0] ??
    'read'
  );
}

/** The words of a text that ask for something, and for what. */
export function askedIn(text: string): Guess<Deed> | undefined {
  for (const [value, words] of deedWords) {
    const from = words.exec(text)?.[0];
    if (from !== undefined) return { value, from };
  }
  return undefined;
}

/** Whether a link has only its address for words. */
export function isAddress(label: string): boolean {
  return /^(?:https?:|www\.)/i.test(label.trim());
}

const campaigning: readonly Deed[] = ['sign', 'email-mp', 'donate', 'affiliate', 'write'];

const eventWords =
  /\b(?:webinar|conference|workshop|seminar|rally|march|vigil|film screening|public meeting|online (?:event|meeting)|residential|festival)\b/i;

/** What an item seems to be, if anything in it says so. `hasSigned`: somebody's name and office stand below it. */
export function kindOfItem(title: string, text: string, hasSigned: boolean): Guess<ItemKind> | undefined {
  const statement = /\bstatement\b|\bsolidarity (?:with|from|to)\b|\bopen letter\b|\bcondemn/i.exec(title)?.[0];
  if (hasSigned) return { value: 'statement', from: statement ?? 'the names below it' };
  if (/^statement\b/i.test(title)) return { value: 'statement', from: 'Statement' };
  const asked = askedIn(`${title}\n${text}`);
  if (asked && campaigning.includes(asked.value)) return { value: 'action', from: asked.from };
  const event = eventWords.exec(title)?.[0] ?? (eventTime(text) && eventWords.exec(text)?.[0]);
  if (event) return { value: 'event', from: event };
  const chance =
    /\b(?:scholarship|vacanc(?:y|ies)|delegation|fellowship|call for (?:papers|applications|contributions)|apply (?:now|by|for))\b/i.exec(
      `${title}\n${text}`,
    )?.[0];
  if (chance !== undefined) return { value: 'opportunity', from: chance };
  const resource = /\b(?:toolkit|guide|lesson plans?|resources?|handbook|factsheet|briefing|podcast|report)\b/i.exec(
    title,
  )?.[0];
  if (resource !== undefined) return { value: 'resource', from: resource };
  return undefined;
}

/** When it closes, where a full date stands behind words for that. */
export function deadlineIn(text: string): Guess<WallTime> | undefined {
  const found = datesIn(text).find(({ before }) =>
    /\b(?:deadline|closes?|closing|before|until|by|no later than|ends)\b[^,;]{0,40}$/i.test(before),
  );
  return found && { value: found.time, from: found.words };
}

/** When an event begins: the first full date that has a time of day. */
export function eventTime(text: string): Guess<WallTime> | undefined {
  const found = datesIn(text).find(({ time }) => time.length > 10);
  return found && { value: found.time, from: found.words };
}

/** The one thing of a list whose name stands in the title, or else the one that stands in the text. */
export function namedIn(
  things: readonly { readonly id: string; readonly names: readonly string[] }[],
  title: string,
  text: string,
): Guess<string> | undefined {
  for (const where of [title, text]) {
    const found = things.flatMap(({ id, names }) => {
      const from = names.find((name) => name.length > 3 && hasWord(where, name));
      return from === undefined ? [] : [{ value: id, from }];
    });
    if (found.length === 1) return found[0];
    if (found.length > 1) return undefined;
  }
  return undefined;
}

function hasWord(text: string, words: string): boolean {
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?:n|ns|i|is|ese)?(?![\\p{L}\\p{N}])`, 'iu').test(text);
}
