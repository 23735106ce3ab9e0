import type { ColumnMapping } from '../model/audience.js';
import { type FacetName, facetNames } from '../model/facets.js';
import type { Finding } from '../model/finding.js';
import { placeOf, type Source } from '../model/place.js';
import { rowsTold, type Tally } from './tally.js';

/** What an editor should look at in the rows that were read. Of what is in them nothing is told. */
export function tallyFindings(
  tally: Tally,
  mapping: ColumnMapping,
  meant: { readonly [name in FacetName]?: string },
  source: Source,
): Finding[] {
  const findings: Finding[] = [];
  for (const name of facetNames) {
    const odd = tally.facets[name]?.unknown;
    if (!odd) continue;
    const hint = meant[name] === undefined ? '' : ` Row ${odd.firstRows[0]} perhaps means “${meant[name]}”.`;
    findings.push({
      rule: 'audience/unknown-facet-value',
      severity: 'warning',
      place: placeOf(source, `columns.facets.${name}`),
      words: `The column “${mapping.facets[name]?.column}” has something that is none of the ${name} in ${rowsTold(odd)}. Such people get what is for everybody.${hint}`,
      fix: 'Correct the source, or say under “values” what it means; “none” stands for having no value.',
    });
  }
  if (tally.contradictions) {
    findings.push({
      rule: 'audience/contradictory-duplicates',
      severity: 'warning',
      place: placeOf(source, 'columns.facets'),
      words: `Of people who are in the source more than once, some are in different groups each time: ${rowsTold(tally.contradictions)}. The first row of each counts.`,
      fix: 'Keep the right row of each.',
    });
  }
  for (const { name, column, fallback } of mapping.fields) {
    const odd = tally.fields[name]?.unfit;
    if (!odd) continue;
    findings.push({
      rule: 'audience/unfit-field',
      severity: 'warning',
      place: placeOf(source, `columns.fields.${name}`),
      words: `The column “${column}” has something that cannot be printed in ${rowsTold(odd)}: control characters, or far too much text. Such people ${fallback === undefined ? 'have no' : 'get the fallback for'} “${name}”.`,
      fix: 'Type it again in the source.',
    });
  }
  return findings;
}
