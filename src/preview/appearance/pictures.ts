import type { Change } from './changes.js';
import type { WrittenTag } from './places.js';

/** Whether what an address names may be shown. */
export type MayShow = (source: string) => boolean;

/**
 * Whether an address, as written, is of a file beside the edition, or in it. Whatever is not plainly so counts as from
 * the web: an entity or a backslash may hide where it leads.
 */
export function isBeside(source: string): boolean {
  const plain = source.trim();
  return /^(?:data|cid):/i.test(plain) || /^[^:&\\/]+(?:\/|$)/.test(plain);
}

const loading: Readonly<Record<string, readonly string[]>> = {
  img: ['src', 'srcset'],
  source: ['src', 'srcset'],
  input: ['src'],
  video: ['src', 'poster'],
  audio: ['src'],
  image: ['href', 'xlink:href'],
};

/** Takes away what a tag would load: it stays in the document under another name, and nobody asks for it. */
export function unloaded({ name, attributes }: WrittenTag, mayShow: MayShow): readonly Change[] {
  const loads = [...(loading[name] ?? []), 'background'];
  const hidden = new Set(
    attributes
      .filter((one) => loads.includes(one.name) && !sourcesOf(one.name, one.value).every(mayShow))
      .map((one) => one.name),
  );
  return attributes.flatMap((one) => {
    if (hidden.has(one.name)) return [{ from: one.at, until: one.at, to: 'data-' }];
    return one.name === 'style' ? unloadedCss(one.value, one.valueAt, mayShow) : [];
  });
}

const quotes = /^(?:\s|["']|&quot;|&#39;|&#x27;|&apos;)+|(?:\s|["']|&quot;|&#39;|&#x27;|&apos;)+$/gi;

/** Takes away what a style sheet would load. */
export function unloadedCss(css: string, at: number, mayShow: MayShow): readonly Change[] {
  return [...css.matchAll(/\burl\(([^)]*)\)/gi)].flatMap(({ 0: all, 1: source = '', index }) =>
    mayShow(source.replaceAll(quotes, '')) ? [] : [{ from: at + index, until: at + index + all.length, to: 'none' }],
  );
}

/** Rules that give pictures that are not loaded the room that they would have. */
export function roomRules(tags: readonly WrittenTag[]): string {
  const sizes = tags.flatMap((tag) => {
    if (tag.name !== 'img') return [];
    const [width, height] = ['width', 'height'].map((name) => tag.attributes.find((one) => one.name === name)?.value);
    return isSize(width) && isSize(height)
      ? [`img[width="${width}"][height="${height}"]:not([src]){aspect-ratio:${width}/${height}}`]
      : [];
  });
  return [...new Set(sizes)].join('');
}

function isSize(text: string | undefined): text is string {
  return text !== undefined && /^[1-9]\d{0,4}$/.test(text);
}

function sourcesOf(name: string, value: string): readonly string[] {
  return name === 'srcset' ? value.split(',') : [value];
}
