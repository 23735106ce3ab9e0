import type { Severity } from '../../model/finding.js';
import type { Reporter } from './report.js';

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * Annotations of a pull request on GitHub: workflow commands, as the runner reads them
 * (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands; escaping as in @actions/core).
 */
export const github: Reporter = ({ findings }) =>
  findings
    .map(({ severity, place, rule, words, fix }) => {
      const properties = [
        ...(place ? [`file=${property(place.file)}`, `line=${place.line}`, `col=${place.column}`] : []),
        `title=${property(rule)}`,
      ];
      return `::${commands[severity]} ${properties.join(',')}::${data(fix === undefined ? words : `${words}\n${fix}`)}\n`;
    })
    .join('');

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
