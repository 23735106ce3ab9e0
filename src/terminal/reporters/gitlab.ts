import type { Severity } from '../../model/finding.js';
import { fingerprints } from './fingerprints.js';
import type { Reporter } from './report.js';

const severities: Record<Severity, string> = { error: 'critical', warning: 'minor', info: 'info' };

/** Where GitLab is told of what has no place: a path is required. */
const everywhere = { file: 'mailout.yaml', line: 1 };

/** GitLab's Code Quality report (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format). */
export const gitlab: Reporter = ({ findings }) => {
  const known = fingerprints(findings);
  const entries = findings.map(({ rule, severity, words, fix, place }, index) => {
    const { file, line } = place ?? everywhere;
    return {
      description: fix === undefined ? words : `${words} ${fix}`,
      check_name: rule,
      fingerprint: known[index],
      severity: severities[severity],
      location: { path: file, lines: { begin: line } },
    };
  });
  return `${JSON.stringify(entries, null, 2)}\n`;
};
