import type { Theme } from '../model/design.js';

/** The sizes, gaps and fonts of one edition, in pixels: what a theme says, and what follows from it. */
export type Look = {
  readonly fonts: string;
  readonly headingFonts: string;
  readonly lineHeight: number;
  /** Small is never below 14 pixels, the least that footers and labels need to be read. */
  readonly size: {
    readonly small: number;
    readonly text: number;
    readonly large: number;
    readonly item: number;
    readonly section: number;
    readonly feature: number;
    readonly title: number;
  };
  readonly space: {
    readonly tiny: number;
    readonly small: number;
    readonly half: number;
    readonly normal: number;
    readonly large: number;
  };
};

/** Scripts whose characters need more room between lines than Latin ones, by primary language. */
const lineHeights: Readonly<Record<string, number>> = {
  zh: 1.7,
  ja: 1.7,
  ko: 1.7,
  ar: 1.7,
  ckb: 1.7,
  fa: 1.7,
  ps: 1.7,
  ur: 1.9,
};

const traditional = "'PingFang TC','Microsoft JhengHei','Noto Sans CJK TC'";

/** Fonts that have the characters, before the generic ones: without them a reader's system may take another script's. */
const scriptFonts: Readonly<Record<string, string>> = {
  'zh-Hant': traditional,
  'zh-TW': traditional,
  'zh-HK': traditional,
  'zh-MO': traditional,
  zh: "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC'",
  ja: "'Hiragino Sans','Yu Gothic',Meiryo,'Noto Sans CJK JP'",
  ko: "'Apple SD Gothic Neo','Malgun Gothic','Noto Sans CJK KR'",
};

/** How a theme looks in a language (BCP 47). */
export function lookIn({ type, spacing }: Theme, lang: string): Look {
  const [primary = '', script = ''] = lang.split('-');
  const fonts = scriptFonts[`${primary}-${script}`] ?? scriptFonts[primary];
  const withScript = (stack: string) => (fonts === undefined ? stack : stack.replace(/(?=,[^,]*$)|$/, `,${fonts}`));
  const times = (factor: number) => Math.round(type.size * factor);
  const part = (factor: number) => Math.round(spacing * factor);
  return {
    fonts: withScript(type.text),
    headingFonts: withScript(type.headings),
    lineHeight: lineHeights[primary] ?? 1.5,
    size: {
      small: Math.max(14, times(0.875)),
      text: type.size,
      large: times(1.125),
      item: times(1.25),
      section: times(1.375),
      feature: times(1.75),
      title: times(2),
    },
    space: { tiny: part(1 / 6), small: part(1 / 3), half: part(1 / 2), normal: spacing, large: part(4 / 3) },
  };
}
