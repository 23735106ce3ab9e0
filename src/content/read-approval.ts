import type { Approval } from '../model/approval.js';
import type { TextFile } from '../model/text-file.js';
import type { Reading } from './reading.js';
import { approvalShape } from './schema/approval.js';
import { readSettings } from './settings.js';

/** Reads an approval. Whether it counts is for the plan to say that it is held against. */
export function readApproval(file: TextFile): Reading<Approval> {
  const settings = readSettings(file, approvalShape);
  return settings.value ? { value: settings.value, findings: [] } : { findings: settings.findings };
}

/** An approval as a file that people can read. */
export function approvalText(approval: Approval): string {
  const { covers, band, ...head } = approval;
  const lines = [
    ...Object.entries(head).map(([name, value]) => `${name}: ${quoted(value)}`),
    `band: { from: ${band.from}, until: ${band.until} }`,
    'covers:',
    ...Object.entries(covers).map(([name, value]) => `  ${quoted(name)}: ${quoted(value)}`),
  ];
  return `# Written by “mailout approve”. It counts as it is: a change in it makes it void.\n${lines.join('\n')}\n`;
}

/** Between double quotation marks YAML takes what JSON writes (YAML 1.2.2, 1.3). */
function quoted(text: string): string {
  return JSON.stringify(text);
}
