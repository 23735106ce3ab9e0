import type { ShownFinding } from '../../model/workbench.js';
import { escapedHtml as escaped } from './escaped-html.js';

const names = { error: 'Error', warning: 'Warning', info: 'Note' } as const;

/** Findings in editors’ words, the worst first. */
export function findingsList(findings: readonly ShownFinding[]): string {
  if (findings.length === 0) return '<p>Nothing was found.</p>';
  const ranks = Object.keys(names);
  const inOrder = findings.toSorted((a, b) => ranks.indexOf(a.severity) - ranks.indexOf(b.severity));
  return `<ul class="findings">
${inOrder.map(listed).join('\n')}
</ul>`;
}

function listed({ severity, words, fix, place }: ShownFinding): string {
  const where = place ? ` <code>${escaped(`${place.file}:${place.line}`)}</code>` : '';
  const advice = fix === undefined ? '' : ` <span class="advice">${escaped(fix)}</span>`;
  return `<li><strong class="is-${severity}">${names[severity]}</strong> ${escaped(words)}${advice}${where}</li>`;
}

/** "1 error, 2 warnings"; "nothing found" */
export function findingWords(findings: readonly ShownFinding[]): string {
  const counts = Object.entries(names).flatMap(([severity, name]) => {
    const count = findings.filter((one) => one.severity === severity).length;
    return count === 0 ? [] : [`${count} ${name.toLowerCase()}${count === 1 ? '' : 's'}`];
  });
  return counts.length === 0 ? 'nothing found' : counts.join(', ');
}
