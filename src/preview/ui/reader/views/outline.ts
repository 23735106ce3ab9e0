import type { Heard } from './heard.js';

export type OutlineHeading = {
  readonly level: number;
  readonly words: string;
  readonly lang?: string;
  readonly trouble?: string;
};

export type Outline = {
  readonly headings: readonly OutlineHeading[];
  /** What is wrong with the headings as a whole. */
  readonly troubles: readonly string[];
};

/** The headings of what is heard, with what is wrong with each. */
export function outlineOf(heard: readonly Heard[]): Outline {
  const found = heard.filter(({ kind }) => kind === 'heading');
  const headings = found.map((heading, index) => {
    const { words, level = 2, lang } = heading;
    const before = found[index - 1]?.level ?? 0;
    const trouble = [
      ...(heading.trouble ? [heading.trouble] : []),
      ...(index > 0 && level > before + 1 ? [`It jumps from level ${before} to level ${level}.`] : []),
    ].join(' ');
    return { level, words, ...(lang !== undefined && { lang }), ...(trouble !== '' && { trouble }) };
  });
  const titles = headings.filter(({ level }) => level === 1).length;
  const wrong = headings.filter(({ trouble }) => trouble !== undefined).length;
  return {
    headings,
    troubles: [
      ...(headings.length === 0 ? ['There are no headings, so that a listener cannot jump about.'] : []),
      ...(headings.length > 0 && headings[0]?.level !== 1 ? ['The first heading is not of level 1.'] : []),
      ...(titles > 1 ? [`${titles} headings are of level 1; there should be one.`] : []),
      ...(wrong > 0
        ? [wrong === 1 ? 'One heading has something wrong.' : `${wrong} headings have something wrong.`]
        : []),
    ],
  };
}
