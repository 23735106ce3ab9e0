import type { Appearance } from '../../model/workbench.js';
import { type Change, withChanges } from './changes.js';
import { isBeside, type MayShow, roomRules, unloaded, unloadedCss } from './pictures.js';
import { placesIn } from './places.js';
import { conditionAnswers, sheetAnswers } from './schemes.js';
import { turnedCss, turnedTag } from './turned.js';

/** How the HTML of an edition is to be looked at. */
type Dress = { readonly appearance: Appearance; readonly images: 'local' | 'remote' };

const light = ':root{color-scheme:light!important}';

/** What an edition gives no colour to has that of the screen. */
const dark = ':root{color-scheme:dark!important}';

const looks: Readonly<Record<Appearance, string>> = { light, dark, inverted: dark, 'no-images': light };

/** Alt text stands where the picture would, as mail programs have it. */
const unshown = 'img:not([src]){overflow:hidden;outline:1px dashed #8888;outline-offset:-1px}';

/**
 * The HTML of an edition as it is looked at. Whatever the screen is, its rules for dark screens hold in dark and in no
 * other appearance; inverted is the light one with its colours turned round, and its pictures as they are. Pictures from the web are taken out unless they
 * are wanted, and all of them without pictures. A style sheet says the rest; everything else stays byte for byte.
 */
export function dressed(html: string, { appearance, images }: Dress): string {
  const { tags, styles, headEnd } = placesIn(html);
  const isDark = appearance === 'dark';
  const isTurned = appearance === 'inverted';
  const mayShow: MayShow = (source) => appearance !== 'no-images' && (images === 'remote' || isBeside(source));
  const changes: Change[] = styles.flatMap(({ from, until }) => {
    const css = html.slice(from, until);
    return [
      ...sheetAnswers(css, from, isDark),
      ...unloadedCss(css, from, mayShow),
      ...(isTurned ? turnedCss(css, from) : []),
    ];
  });
  for (const tag of tags) {
    changes.push(...unloaded(tag, mayShow), ...(isTurned ? turnedTag(tag) : []));
    for (const { name, value, valueAt } of tag.attributes)
      if (name === 'media') changes.push(...conditionAnswers(value, valueAt, isDark));
  }
  const rules = looks[appearance] + unshown + roomRules(tags);
  return withChanges(html, [...changes, { from: headEnd, until: headEnd, to: `<style>${rules}</style>` }]);
}
