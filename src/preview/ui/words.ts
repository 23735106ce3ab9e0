import type { Severity } from '../../model/finding.js';
import type { ShownFinding } from '../../model/workbench.js';

const day = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const shortDay = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

/** "Monday 22 March 2027" of a date or a wall time; what the clocks there say is not converted. */
export function dayWords(date: string): string {
  return day.format(new Date(`${date.slice(0, 10)}T00:00Z`)).replace(',', '');
}

/** "Mon 22 Mar" */
export function shortDayWords(date: string): string {
  return shortDay.format(new Date(`${date.slice(0, 10)}T00:00Z`)).replace(',', '');
}

/** "07:30" of a wall time. */
export function timeWords(wallTime: string): string {
  return wallTime.slice(11, 16);
}

/** "London" of "Europe/London". */
export function zoneWords(zone: string): string {
  return zone.replace(/^.*\//, '').replaceAll('_', ' ');
}

/** "38 KB" */
export function sizeWords(bytes: number): string {
  return bytes < 1024 ? `${bytes} bytes` : `${Math.round(bytes / 1024)} KB`;
}

/** "1 error", "3 notes" */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** What is worst comes first. */
export const severities: readonly Severity[] = ['error', 'warning', 'info'];

const severityNames: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** "Error", "Warning", "Note" */
export function severityWords(severity: Severity): string {
  const name = severityNames[severity];
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** "1 error, 2 warnings"; "Nothing found" */
export function findingWords(findings: readonly ShownFinding[]): string {
  const counts = severities.flatMap((severity) => {
    const count = findings.filter((one) => one.severity === severity).length;
    return count === 0 ? [] : [counted(count, severityNames[severity])];
  });
  return counts.length === 0 ? 'Nothing found' : counts.join(', ');
}
