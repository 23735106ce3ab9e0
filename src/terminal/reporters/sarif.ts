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

function describe(rule: ReportedRule) {
  const { id, title, why, severity, origins } = rule;
  const address = origins.find(({ url }) => url !== undefined)?.url;
  return {
    id,
    shortDescription: { text: `${title}.` },
    fullDescription: { text: why },
    help: { text: `${why}\n${origins.map((origin) => origin.title).join('; ')}`, markdown: helpOf(rule) },
    ...(address !== undefined && { helpUri: address }),
    defaultConfiguration: { level: levels[severity] },
  };
}

/** GitHub and editors show it beside what was found. */
function helpOf({ why, bad, good, origins }: ReportedRule): string {
  const from = origins.map(({ title, url }) => (url === undefined ? `- ${title}` : `- [${title}](${url})`));
  return [why, `Not so:\n\n${block(bad)}`, `But so:\n\n${block(good)}`, from.join('\n')].join('\n\n');
}

/** A block that no text can end before its time. */
function block(text: string): string {
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return `${fence}\n${text}\n${fence}`;
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
    message: { text: asMessage(fix === undefined ? words : `${words} ${fix}`) },
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

/** A brace that stands for itself is written twice in a message (3.11.5): “{0}” would be a gap for an argument. */
function asMessage(text: string): string {
  return text.replaceAll('{', '{{').replaceAll('}', '}}');
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
