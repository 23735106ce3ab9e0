import type { Reporter } from './report.js';

/** One JSON object, for programs of the organisation's own. */
export const json: Reporter = ({ ok, findings, allowed }) => {
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  const counts = { errors: count('error'), warnings: count('warning'), infos: count('info'), allowed: allowed.length };
  return `${JSON.stringify({ ok, counts, findings, allowed }, null, 2)}\n`;
};
