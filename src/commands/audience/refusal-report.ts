import type { Colours } from '../../terminal/terminal.js';

/** What guards refuse and what to do about each, under a heading. */
export function refusalReport(
  heading: string,
  refusals: readonly { readonly words: string; readonly fix: string }[],
  colours: Colours,
): string {
  const lines = refusals.flatMap(({ words, fix }) => [
    `  ${colours.red('no')}  ${words}`,
    `      ${colours.cyan(fix)}`,
  ]);
  return `${colours.bold(heading)}\n${lines.join('\n')}\n`;
}
