import type { Change, Difference } from './differences.js';
import type { Block, Word } from './passages.js';

/** For whom, or when, each of two editions is: "for Wales", "as approved". */
export type Names = { readonly one: string; readonly other: string };

/** Longer words than these are told by how they begin. */
const longest = 120;

/** More changes than these within a paragraph are told as one. */
const mostChanges = 4;

/** A difference in words, a line for each thing to know. */
export function told(difference: Difference, names: Names): readonly string[] {
  switch (difference.kind) {
    case 'only':
      return [onlyTold(names[difference.in], '', difference.title)];
    case 'moved':
      return [`${quoted(difference.title)} stands in another place.`];
    case 'changed':
      return merged(difference.changes).map((change) => changeTold(change, difference.title, names));
  }
}

/** What differs in a line of the inbox. */
export function lineTold(what: 'subject' | 'preheader', one: string, other: string, names: Names): readonly string[] {
  return one === other ? [] : [`The ${what} differs: ${besideTold(one, other, names)}`];
}

/** What only one edition has: an item, a paragraph, a link. */
export function onlyTold(name: string, title: string, text: string): string {
  return sentence(`Only ${name}${title === '' ? '' : `, in ${quoted(title)}`}: ${quoted(text)}`);
}

function merged(changes: readonly Change[]): readonly Change[] {
  if (changes.length <= mostChanges) return changes;
  return [{ one: changes.flatMap((change) => change.one), other: changes.flatMap((change) => change.other) }];
}

function changeTold({ one, other }: Change, title: string, names: Names): string {
  const [text, otherText] = [textOf(one), textOf(other)];
  if (other.length === 0) return onlyTold(names.one, title, text);
  if (one.length === 0) return onlyTold(names.other, title, otherText);
  const inTitle = (words: string) => (title === '' ? capitalised(words) : `In ${quoted(title)}: ${words}`);
  if (text !== otherText) return inTitle(besideTold(text, otherText, names));
  if (one.every(isPicture))
    return inTitle(
      sentence(`it is another picture, described in the same words: ${quoted(text.replaceAll(/\[picture: |\]/g, ''))}`),
    );
  return inTitle(`${quoted(text)} leads ${names.one} ${target(one)} and ${names.other} ${target(other)}.`);
}

function besideTold(one: string, other: string, names: Names): string {
  return sentence(`${names.one} ${quotedOrNothing(one)}, ${names.other} ${quotedOrNothing(other)}`);
}

function isPicture({ seen }: Word): boolean {
  return seen.startsWith('[picture');
}

function target(words: Block): string {
  const targets = [...new Set(words.flatMap(({ leads }) => (leads === undefined ? [] : [leads])))];
  return targets.length === 0 ? 'nowhere' : `to ${targets.join(' and ')}`;
}

function textOf(words: Block): string {
  return words.map((word) => word.seen).join(' ');
}

function quotedOrNothing(text: string): string {
  return text === '' ? 'nothing' : quoted(text);
}

/** Words in quotation marks, without the dots that stand between them and what is not quoted. */
function quoted(text: string): string {
  const words = text.replace(/^[·•|\s]+(?=\S)|(?<=[^·•|\s])[·•|\s]+$/g, '');
  return `‘${words.length > longest ? `${words.slice(0, longest).trimEnd()} …` : words}’`;
}

function sentence(text: string): string {
  return /[.!?…]’$/.test(text) ? text : `${text}.`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
