import type { ColumnMapping } from '../model/audience.js';
import type { Facets } from '../model/facets.js';
import { facetNames } from '../model/facets.js';
import type { Finding } from '../model/finding.js';
import { placeOf, type Source } from '../model/place.js';
import { suggestion } from '../model/suggest.js';
import { folded } from './facet-columns.js';

/** Complaints about a mapping that names columns which the source has not, or values which no facet has. */
export function mappingFindings(
  columns: readonly string[],
  mapping: ColumnMapping,
  known: Facets,
  source: Source,
): Finding[] {
  return [...columnFindings(columns, mapping, source), ...valueFindings(mapping, known, source)];
}

function columnFindings(columns: readonly string[], mapping: ColumnMapping, source: Source): Finding[] {
  const named = columns.filter((column) => column !== '');
  const wanted: (readonly [path: string, column: string])[] = [
    ['columns.email', mapping.email],
    ...mapping.fields.map(({ name, column }) => [`columns.fields.${name}`, column] as const),
    ...facetNames.flatMap((name) => {
      const facet = mapping.facets[name];
      return facet ? [[`columns.facets.${name}`, facet.column] as const] : [];
    }),
  ];
  return wanted
    .filter(([, column]) => !named.includes(column))
    .map(([path, column]) => ({
      rule: 'audience/no-such-column',
      severity: 'error',
      place: placeOf(source, path),
      words: `The source has no column “${column}”.`,
      fix: suggestion(column, named),
    }));
}

function valueFindings(mapping: ColumnMapping, known: Facets, source: Source): Finding[] {
  const findings: Finding[] = [];
  for (const name of facetNames) {
    const facet = mapping.facets[name];
    const there = known[name] ?? [];
    const path = `columns.facets.${name}`;
    const targets = [
      ...Object.entries(facet?.values ?? {}).map(([written, value]) => [`${path}.values.${written}`, value] as const),
      [`${path}.fallback`, facet?.fallback ?? null] as const,
    ];
    for (const [at, value] of targets) {
      if (value === null || there.includes(value)) continue;
      findings.push({
        rule: 'audience/no-such-facet-value',
        severity: 'error',
        place: placeOf(source, at),
        words: `“${value}” is none of the audience’s ${name}.`,
        fix: suggestion(value, there),
      });
    }
    const seen = new Map<string, string | null>();
    for (const [written, value] of Object.entries(facet?.values ?? {})) {
      const other = seen.get(folded(written));
      if (other !== undefined && other !== value) {
        findings.push({
          rule: 'audience/facet-value-twice',
          severity: 'error',
          place: placeOf(source, `${path}.values.${written}`),
          words: `“${written}” is given two meanings; capitals and spaces around do not make a difference.`,
          fix: 'Keep one of them.',
        });
      }
      seen.set(folded(written), value);
    }
  }
  return findings;
}
