import type { Change } from './changes.js';

/** Conditions that hold on every screen, and on none. */
export const [always, never] = ['(min-width:0)', '(max-width:0)'] as const;

/** What of a style sheet may hold a brace that is none, and where a condition begins and ends. */
const cssPart =
  /\/\*[\s\S]*?(?:\*\/|$)|"(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\[\s\S]|[^'\\\n])*'?|@(?:media|import)(?![\w-])|[{};]/gi;

const gap = '(?:\\s|/\\*[\\s\\S]*?\\*/)*';
const question = new RegExp(`\\(${gap}prefers-color-scheme${gap}:${gap}(dark|light)${gap}\\)`, 'gi');

/** Answers what the conditions of a style sheet ask of the scheme of the screen. Words that are no condition stay. */
export function sheetAnswers(css: string, at: number, isDark: boolean): readonly Change[] {
  const changes: Change[] = [];
  let from: number | undefined;
  const ended = (until: number) => {
    if (from !== undefined) changes.push(...conditionAnswers(css.slice(from, until), at + from, isDark));
    from = undefined;
  };
  for (const { 0: part, index } of css.matchAll(cssPart)) {
    if (part.startsWith('@')) from = index + part.length;
    else if (part === '{' || part === ';' || part === '}') ended(index);
  }
  ended(css.length);
  return changes;
}

/** The same in a condition that stands by itself, as that of a `media` attribute. */
export function conditionAnswers(condition: string, at: number, isDark: boolean): readonly Change[] {
  return [...condition.matchAll(question)].map(({ 0: all, 1: scheme = '', index }) => ({
    from: at + index,
    until: at + index + all.length,
    to: (scheme.toLowerCase() === 'dark') === isDark ? always : never,
  }));
}
