import type { ErasureStep } from '../../flows/erase/erasure.js';
import type { Erasure } from '../../flows/erase-person.js';
import type { Colours } from '../../terminal/terminal.js';

/** What was removed of a person or would be, where she is left, and what keeps her from being written to again. */
export function erasureReport(erasure: Erasure, shown: string, colours: Colours): string {
  const { isDone, removed, left, unknown, kept } = erasure;
  const parts = [
    section(isDone ? 'Removed' : 'Would be removed', removed, colours.green, colours),
    section('Still there, and to be removed by somebody', left, colours.red, colours),
    section('Not known', unknown, colours.yellow, colours),
    section('Stays, because it says that she must not be written to', kept, colours.dim, colours),
  ].filter((part) => part !== '');
  const nowhere = removed.length + left.length + unknown.length === 0 ? 'She is nowhere here.\n' : '';
  const again = isDone ? '' : '\nNothing was changed. To do it, run this again with --yes.\n';
  return [`${colours.bold(shown)}\n`, nowhere, ...parts, `${afterwards(erasure)}\n`, again].join('');
}

function section(
  heading: string,
  steps: readonly ErasureStep[],
  mark: (text: string) => string,
  colours: Colours,
): string {
  if (steps.length === 0) return '';
  const lines = steps.flatMap(({ where, words, fix }) => [
    `  ${mark(where)}: ${words}${/[.?]$/.test(words) ? '' : '.'}`,
    ...(fix === undefined ? [] : [`      ${colours.cyan(fix)}`]),
  ]);
  return `\n${colours.bold(heading)}\n${lines.join('\n')}\n`;
}

const comesBack = 'She is written to again if she is in the next export of an audience.';
const howToSuppress = 'To prevent that: mailout suppressions add, with her address.';

function afterwards({ suppressed }: Erasure): string {
  switch (suppressed.for) {
    case 'all-mail':
      return '\nShe stays on the list of suppressions, so she gets no mail if she comes back with the next export.';
    case 'groups':
      return `\nShe stays on the list of suppressions, but only for mail of ${groupsInWords(suppressed.groups)}. For other mail: ${comesBack.replace('She', 'she')} ${howToSuppress}`;
    case 'nothing':
      return `\nShe is not on the list of suppressions. ${comesBack} ${howToSuppress}`;
    case 'unknown':
      return '\nWhether she is on the list of suppressions is not known, because the database cannot be read.';
  }
}

function groupsInWords(groups: readonly number[]): string {
  return groups.length === 1 ? `unsubscribe group ${groups[0]}` : `unsubscribe groups ${groups.join(' and ')}`;
}
