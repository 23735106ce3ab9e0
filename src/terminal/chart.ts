import { type Cell, table } from './table.js';
import type { Colours } from './terminal.js';

export type Bar = { readonly label: string; readonly count: number; readonly shown: string };

/** Letters that the longest bar takes. */
const longest = 40;

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;

/** Counts as bars below one another, the largest as long as a line allows. A bar that is not 0 is never nothing. */
export function chart(bars: readonly Bar[], colours: Colours): string {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return table(
    bars.map(({ label, count, shown }): Cell[] => [
      { text: `  ${label}` },
      { text: shown, align: 'right' },
      { text: bar(count, most), style: colours.cyan },
    ]),
  );
}

function bar(count: number, most: number): string {
  const parts = count === 0 ? 0 : Math.max(1, Math.round((count / most) * longest * 8));
  return '█'.repeat(Math.floor(parts / 8)) + (eighths[parts % 8] ?? '');
}
