import { rowsTold } from '../../audience/tally.js';
import type { ExplainedIssue, Explanation } from '../../flows/explain-audience.js';
import { grouped } from '../../model/count.js';
import { type Cell, table } from '../../terminal/table.js';
import type { Colours } from '../../terminal/terminal.js';
import { refusalReport } from './refusal-report.js';

/** Who gets mail and who does not, as tables. */
export function explainReport(explanation: Explanation, colours: Colours): string {
  const { title, source, rowsRead, recipients, leftOut, issue } = explanation;
  const out = rowsRead - recipients;
  const sums = table([
    [{ text: '  Rows read' }, number(rowsRead)],
    [{ text: '  Will get mail' }, { ...number(recipients), style: colours.green }],
    [{ text: '  Left out' }, { ...number(out), ...(out > 0 && { style: colours.yellow }) }],
  ]);
  const reasons = table(
    leftOut.map((one): Cell[] => [
      { text: '  ' },
      number(one.count),
      { text: one.words },
      { text: rowsTold(one), style: colours.dim },
    ]),
  );
  return [
    `${colours.bold(title)}, from ${source}\n${sums}`,
    ...(leftOut.length > 0 ? [`${colours.bold('Left out')}\n${reasons}`] : []),
    ...(issue ? [issueReport(issue, colours)] : []),
  ].join('\n');
}

function issueReport({ title, date, editions, personas, refusals }: ExplainedIssue, colours: Colours): string {
  const rows = Object.entries(editions).map(([id, count]): Cell[] => [{ text: `  ${id}` }, number(count)]);
  const readers = personas.map((persona): Cell[] => [
    { text: `  ${persona.title}` },
    { text: `reads ${persona.edition}`, style: colours.dim },
  ]);
  return [
    `${colours.bold(`${title}, ${date}`)}\n${table(rows)}`,
    ...(personas.length > 0 ? [`${colours.bold('Personas')}\n${table(readers)}`] : []),
    refusals.length > 0
      ? refusalReport('It would not be sent', refusals, colours)
      : `${colours.green('Nothing in the audience stands in the way of sending it.')}\n`,
  ].join('\n');
}

function number(count: number): Cell {
  return { text: grouped(count), align: 'right' };
}
