import type { Edit, Finding, Severity } from '../../model/finding.js';
import { fingerprints } from './fingerprints.js';
import type { Report, ReportedRule, Reporter } from './report.js';

const levels: Record<Severity, 'error' | 'warning' | 'note'> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0 (OASIS, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html). */
export const sarif: Reporter = (report) => `${JSON.stringify(logOf(report), null, 2)}\n`;

function logOf({ findings, allowed, rules, version }: Report) {
  const all = [...findings, ...allowed.map(({ finding }) => finding)];
  const known = fingerprints(all);
  const index = new Map(rules.map(({ id }, at) => [id, at]));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'mailout', semanticVersion: version, rules: rules.map(describe) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { WORKSPACE: { description: { text: 'The folder that has mailout.yaml.' } } },
        results: all.map((finding, at) => {
          const because = allowed[at - findings.length]?.because;
          return resultOf(finding, index.get(finding.rule), known[at] ?? '', because);
        }),
      },
    ],
  };
}

function describe({ id, title, why, severity, origins }: ReportedRule) {
  const address = origins.find(({ url }) => url !== undefined)?.url;
  return {
    id,
    shortDescription: { text: `${title}.` },
    fullDescription: { text: why },
    help: { text: `${why}\n${origins.map((origin) => origin.title).join('; ')}` },
    ...(address !== undefined && { helpUri: address }),
    defaultConfiguration: { level: levels[severity] },
  };
}

function resultOf(
  { rule, severity, words, fix, place, edits }: Finding,
  ruleIndex: number | undefined,
  fingerprint: string,
  because: string | undefined,
) {
  return {
    ruleId: rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: levels[severity],
    message: { text: fix === undefined ? words : `${words} ${fix}` },
    ...(place && {
      locations: [
        {
          physicalLocation: {
            artifactLocation: artifact(place.file),
            region: { startLine: place.line, startColumn: place.column },
          },
        },
      ],
    }),
    partialFingerprints: { 'mailout/v1': fingerprint },
    ...(because !== undefined && { suppressions: [{ kind: 'inSource', justification: because }] }),
    ...(edits && edits.length > 0 && { fixes: [fixOf(edits)] }),
  };
}

function fixOf(edits: readonly Edit[]) {
  const files = [...new Set(edits.map(({ file }) => file))];
  return {
    artifactChanges: files.map((file) => ({
      artifactLocation: artifact(file),
      replacements: edits
        .filter((edit) => edit.file === file)
        .map(({ start, end, text }) => ({
          deletedRegion: { charOffset: start, charLength: end - start },
          insertedContent: { text },
        })),
    })),
  };
}

/** Relative to the workspace, so that it says nothing of the computer it was made on. */
function artifact(file: string) {
  return { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'WORKSPACE' };
}
