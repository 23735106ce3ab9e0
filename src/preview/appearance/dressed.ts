import type { Appearance } from '../../model/workbench.js';
import { type Change, withChanges } from './changes.js';
import { landmarksOf, type Tag } from './landmarks.js';

/** How the HTML of an edition is to be looked at. */
type Dress = { readonly appearance: Appearance; readonly images: 'local' | 'remote' };

/** Conditions that always hold, and never, whatever the screen. */
const [always, never] = ['(min-width:0)', '(max-width:0)'];

/** A second turn takes pictures back to what they were, as programs do that turn colours round. */
const turned = 'invert(1) hue-rotate(180deg)';

const looks: Readonly<Record<Appearance, string>> = {
  light: ':root{color-scheme:light!important}',
  dark: ':root{color-scheme:dark!important}',
  inverted: `:root{color-scheme:light!important;background:#fff;filter:${turned}}img,svg,video{filter:${turned}}`,
  'no-images': ':root{color-scheme:light!important}',
};

/**
 * The HTML of an edition as it is looked at. Light and dark decide what the rules for dark screens do, whatever the screen
 * is; inverted turns the colours of the light one round. Pictures are only named and not loaded without pictures, and those
 * from the web unless they are wanted: programs then show their words. Everything else stays byte for byte.
 */
export function dressed(html: string, { appearance, images }: Dress): string {
  const { tags, styles, headEnd } = landmarksOf(html);
  const isDark = appearance === 'dark';
  const isShown = (source: string) =>
    appearance !== 'no-images' && (images === 'remote' || !/^\s*(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(source));
  const changes: Change[] = [
    ...styles.flatMap((range) => schemeChanges(html, range, isDark)),
    ...tags.flatMap((tag) => [
      ...(tag.attributes.media === undefined ? [] : schemeChanges(html, tag, isDark)),
      ...(tag.name === 'img' || tag.name === 'source' ? sourceChanges(html, tag, isShown) : []),
    ]),
    { from: headEnd, until: headEnd, to: `<style>${looks[appearance]}</style>` },
  ];
  return withChanges(html, changes);
}

/** Decides every question whether the screen is dark, or light. */
function schemeChanges(
  html: string,
  { from, until }: { readonly from: number; readonly until: number },
  isDark: boolean,
): readonly Change[] {
  const questions = html.slice(from, until).matchAll(/\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/gi);
  return [...questions].map(({ 0: all, 1: scheme = '', index }) => ({
    from: from + index,
    until: from + index + all.length,
    to: (scheme.toLowerCase() === 'dark') === isDark ? always : never,
  }));
}

/** Takes away what a picture is loaded from, so that it is kept in the document and not asked for. */
function sourceChanges(
  html: string,
  { from, until, attributes }: Tag,
  isShown: (source: string) => boolean,
): readonly Change[] {
  const hidden = ['src', 'srcset'].filter((name) => {
    const value = attributes[name];
    return value !== undefined && !value.split(',').every((one) => isShown(one));
  });
  return [...html.slice(from, until).matchAll(attribute)].flatMap(({ 1: space = '', 2: name = '', index }) => {
    const at = from + index + space.length;
    return hidden.includes(name.toLowerCase()) ? [{ from: at, until: at, to: 'data-' }] : [];
  });
}

/** An attribute with its value, so that a name that stands in the value of another is none. */
const attribute = /([\s"'/]+)([^\s"'/=>]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?/g;
