import { withChanges } from '../appearance/changes.js';
import { placesIn } from '../appearance/places.js';
import type { Word } from './passages.js';

/** Words to mark, and what is to be said of them to whoever cannot see the mark. */
export type Marking = { readonly words: readonly Word[]; readonly said: string };

/** A line under the words and a ground behind them; their description is only heard. */
export const markStyle =
  '<style>.mo-compared{background:#fff0b3!important;color:#221a00!important;text-decoration:underline 2px!important;text-decoration-skip-ink:none!important}del.mo-compared{background:#ffdfd6!important;text-decoration-style:dashed!important}.mo-compared img{outline:4px solid #b26a00;outline-offset:-4px}del.mo-compared img{outline-style:dashed}.mo-said{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}</style>';

/** What is put before and behind a mark’s words. */
export function markAround(element: 'ins' | 'del', said: string): readonly [before: string, behind: string] {
  return [
    `<${element} class="mo-compared"><span class="mo-said" lang="en-GB">(${said}: </span>`,
    `<span class="mo-said">)</span></${element}>`,
  ];
}

/** An edition with words marked. A mark never reaches through a tag: words on both sides of one have a mark each. */
export function marked(html: string, markings: readonly Marking[], element: 'ins' | 'del'): string {
  const stretches = markings.flatMap(({ words, said }) => joined(html, words).map((stretch) => ({ ...stretch, said })));
  if (stretches.length === 0) return html;
  const marks = stretches.map(({ from, until, said }) => {
    const [before, behind] = markAround(element, said);
    return { from, until, to: before + html.slice(from, until) + behind };
  });
  const { headEnd } = placesIn(html);
  return withChanges(html, [...marks, { from: headEnd, until: headEnd, to: markStyle }]);
}

/** Words with nothing but space between them are one stretch. */
function joined(html: string, words: readonly Word[]): readonly { readonly from: number; readonly until: number }[] {
  const stretches: { from: number; until: number }[] = [];
  for (const { from, until } of words) {
    const last = stretches.at(-1);
    if (last && /^(?:[\s\u00a0]|&nbsp;|&#160;)*$/.test(html.slice(last.until, from))) last.until = until;
    else stretches.push({ from, until });
  }
  return stretches;
}
