import { diffArrays } from 'diff';
import { textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import type { ReadEdition } from '../../model/workbench.js';
import { linksOf, type Word, wordsOf } from './html-words.js';

export type Compared = {
  /** The HTML of each with what is only in it marked. */
  readonly one: string;
  readonly other: string;
  /** What differs, in words. */
  readonly differences: readonly string[];
};

/** What each of two editions is called in words: "Wales", "what was approved". */
export type Names = { readonly one: string; readonly other: string };

/** Words in a row that only one of two editions has, and those that the other has in their place. */
type Difference = { readonly one: readonly Word[]; readonly other: readonly Word[] };

/** Two editions word by word: each marked, and their differences told. Without its marks, each is what it was. */
export function compared(one: ReadEdition, other: ReadEdition, names: Names): Compared {
  const differences = differencesBetween(wordsOf(one.html), wordsOf(other.html));
  return {
    one: marked(
      one.html,
      differences.map((difference) => difference.one),
      'ins',
    ),
    other: marked(
      other.html,
      differences.map((difference) => difference.other),
      'del',
    ),
    differences: [
      ...headDifference('subject', one.subject, other.subject, names),
      ...headDifference('preheader', one.preheader, other.preheader, names),
      ...differences.map((difference) => inWords(difference, names)),
      ...onlyLinks(one.html, other.html, names.one),
      ...onlyLinks(other.html, one.html, names.other),
    ],
  };
}

function differencesBetween(one: readonly Word[], other: readonly Word[]): readonly Difference[] {
  const found: Difference[] = [];
  let [atOne, atOther] = [0, 0];
  let open: { one: Word[]; other: Word[] } | undefined;
  const same = (a: Word, b: Word) => a.text === b.text;
  for (const { count, added, removed } of diffArrays([...one], [...other], { comparator: same })) {
    if (!added && !removed) {
      if (open) found.push(open);
      open = undefined;
      atOne += count;
      atOther += count;
      continue;
    }
    open ??= { one: [], other: [] };
    if (removed) {
      open.one.push(...one.slice(atOne, atOne + count));
      atOne += count;
    } else {
      open.other.push(...other.slice(atOther, atOther + count));
      atOther += count;
    }
  }
  if (open) found.push(open);
  return found;
}

/** Marks runs of words. A run that goes through tags is marked on each side of them, so that no mark is ever in one. */
function marked(html: string, runs: readonly (readonly Word[])[], element: 'ins' | 'del'): string {
  let text = '';
  let at = 0;
  for (const { from, until } of runs.flatMap((run) => joined(html, run))) {
    text += `${html.slice(at, from)}<${element} class="mo-compared">${html.slice(from, until)}</${element}>`;
    at = until;
  }
  text += html.slice(at);
  const headEnd = text.search(/<\/head\s*>/i);
  return runs.every((run) => run.length === 0) || headEnd === -1
    ? text
    : `${text.slice(0, headEnd)}${markStyle}${text.slice(headEnd)}`;
}

/** Words with nothing but space between them are one stretch. */
function joined(html: string, run: readonly Word[]): readonly { readonly from: number; readonly until: number }[] {
  const stretches: { from: number; until: number }[] = [];
  for (const { from, until } of run) {
    const last = stretches.at(-1);
    if (last && /^[\s\u00a0]*$/.test(html.slice(last.until, from))) last.until = until;
    else stretches.push({ from, until });
  }
  return stretches;
}

/** Told by a line and a ground, and to screen readers in words; the letters keep their colour. */
export const markStyle =
  '<style>.mo-compared{text-decoration:underline 2px;outline:2px solid #b26a00;background:#ffe9a8!important;color:#221a00!important}del.mo-compared{text-decoration:underline dashed 2px;background:#ffd7cf!important}.mo-compared::before{content:"only here: ";position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}</style>';

function inWords({ one, other }: Difference, names: Names): string {
  const [hers, his] = [quoted(one), quoted(other)];
  if (other.length === 0) return `Only in ${names.one}: ${hers}`;
  if (one.length === 0) return `Only in ${names.other}: ${his}`;
  return `${capitalised(names.one)} has ${hers}, and ${names.other} has ${his}`;
}

/** Longer words than these are told by how they begin. */
const longest = 120;

function quoted(words: readonly Word[]): string {
  const text = textContent(parseDocument(words.map((word) => word.text).join(' ')));
  return `“${text.length > longest ? `${text.slice(0, longest).trimEnd()} …` : text}”`;
}

function headDifference(what: string, one: string, other: string, names: Names): readonly string[] {
  return one === other ? [] : [`The ${what} differs: ${names.one} has “${one}”, and ${names.other} has “${other}”`];
}

function onlyLinks(html: string, than: string, name: string): readonly string[] {
  const known = new Set(linksOf(than));
  return linksOf(html)
    .filter((link) => !known.has(link))
    .map((link) => `Only in ${name}: a link to ${link}`);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
