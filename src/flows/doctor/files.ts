import { isError } from '../../model/finding.js';
import { bad, type Check, counted, good, warning } from './check.js';

const seeThem = 'Run “mailout build” to see them all.';

/** The editors' files have no errors. */
const files: Check = ({ loaded, content }) => {
  const errors = loaded.findings.filter(isError).length;
  const warnings = loaded.findings.length - errors;
  if (errors > 0)
    return [
      bad(`There ${errors === 1 ? 'is' : 'are'} ${counted(errors, 'error')} in the files of the workspace.`, seeThem),
    ];
  if (warnings > 0)
    return [warning(`The files of the workspace have no errors, but ${counted(warnings, 'warning')}.`, seeThem)];
  const { publications, items, audiences } = content;
  const all = [
    counted(publications.length, 'newsletter'),
    counted(items.length, 'item'),
    counted(audiences.length, 'audience'),
  ];
  return [good(`The files of the workspace have no errors: ${all.join(', ')}.`)];
};

export const fileChecks = { files } satisfies Record<string, Check>;
