import { isDeclared, ownFields } from './merge-fields.js';
import type { Stretch } from './passage.js';
import type { House } from './subjects.js';

/** A merge tag as another program writes it, or one of mailout's with a slip in it. */
export type LeftOver = Stretch & { readonly text: string };

/** Mailchimp, Campaign Monitor, Mailgun, SendGrid, Word and those that fill in braces. */
const foreign = new RegExp(
  [
    '\\{\\{[^{}\\n]{0,60}\\}\\}',
    '\\*\\|[A-Z][A-Z0-9_:]{1,40}\\|\\*',
    // Markdown takes the stars for italics.
    '\\|(?:[FL]?NAME|EMAIL|PHONE|ADDRESS|UNSUB|ARCHIVE|MERGE\\d{1,2}|(?:LIST|MC):\\w{1,30})\\|',
    '\\[%[^%\\[\\]\\n]{1,60}%\\]',
    '%%?[A-Za-z][A-Za-z0-9_.]{1,40}%%?',
    '\\$\\{[A-Za-z_][\\w.]{0,40}\\}',
    '(?<![\\w-])-(?:first|last|full)_?name-(?![\\w-])',
    '«(?:[A-Za-z]{1,12}[ _])?[A-Za-z]{0,6}name»',
  ].join('|'),
  'gi',
);

/** What readers may be meant to fill in themselves, in words to copy. */
const inBraces =
  /\{\s*\$?(?:(?:contact|member|recipient|subscriber|user)[._ ])?(?:first|last|full|given|family|sur|fore)?[_ ]?name\s*\}|\{(?:email|unsubscribe(?:[_ ](?:url|link))?|salutation)\}/gi;

/** One bracket or two, a name, perhaps a fallback, one bracket or two or none. */
const bracketed = /(\[{1,2}) ?([A-Za-z][A-Za-z _]{0,30}[A-Za-z]) ?(?:\|[^[\]\n]{0,60})?(\]{0,2})/g;

const maybe = /[{%[«|]|-name-|_name-/i;

/**
 * The merge tags of a text that nobody would fill in.
 *
 * @param isToCopy whether the words are for readers to copy: these have braces for what readers fill in
 */
export function leftOverTags(text: string, house: Pick<House, 'audiences'>, isToCopy = false): LeftOver[] {
  if (!maybe.test(text)) return [];
  const found = [...text.matchAll(foreign), ...(isToCopy ? [] : text.matchAll(inBraces))].map(stretchOf);
  for (const match of text.matchAll(bracketed)) {
    const [, opening = '', name = '', closing = ''] = match;
    const field = name.toLowerCase().replaceAll(' ', '_');
    const isTag = opening.length === 2 && closing.length === 2 && field === name;
    if (isTag || !(ownFields.has(field) || isDeclared(field, house))) continue;
    // “[district]” is what an editor may write of anything; “[first_name]” is not.
    const isDouble = opening.length === 2 || closing.length === 2;
    if (isDouble || (closing.length === 1 && name.includes('_') && !isToCopy)) found.push(stretchOf(match));
  }
  return found
    .sort((a, b) => a.from - b.from)
    .filter(({ from }, index, all) => index === 0 || from >= (all[index - 1]?.to ?? 0));
}

function stretchOf({ 0: text, index }: RegExpMatchArray): LeftOver {
  const from = index ?? 0;
  return { text, from, to: from + text.length };
}
