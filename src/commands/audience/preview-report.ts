import type { Explanation } from '../../flows/explain-audience.js';
import { grouped } from '../../model/count.js';
import { facetNames } from '../../model/facets.js';
import { chart } from '../../terminal/chart.js';
import type { Colours } from '../../terminal/terminal.js';

/** How many recipients have which value of each facet, and how many have no value of a field. */
export function previewReport({ title, recipients, facets, fields }: Explanation, colours: Colours): string {
  const bar = (label: string, count: number) => ({ label, count, shown: grouped(count) });
  const charts = facetNames.flatMap((name) => {
    const tally = facets[name];
    if (!tally) return [];
    const bars = Object.entries(tally.values).map(([value, count]) => bar(value, count));
    return [`${colours.bold(name)}\n${chart([...bars, bar('none', tally.none)], colours)}`];
  });
  const blanks = Object.entries(fields).map(([name, { fallback, blank }]) => bar(`no ${name}`, fallback + blank));
  return [
    `${colours.bold(title)}: ${grouped(recipients)} will get mail\n`,
    ...charts,
    ...(blanks.length > 0 ? [`${colours.bold('fields')}\n${chart(blanks, colours)}`] : []),
  ].join('\n');
}
