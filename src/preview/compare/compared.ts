import type { ReadEdition } from '../../model/workbench.js';
import { type Difference, differencesBetween } from './differences.js';
import { type Marking, marked } from './marked.js';
import { lineTold, type Names, told } from './told.js';
import { languageOf, languageTold } from './translation.js';

export type Compared = {
  /** The HTML of each with what is only in it marked. Without its marks, each is what it was. */
  readonly one: string;
  readonly other: string;
  /** What differs, in words. */
  readonly differences: readonly string[];
};

/**
 * Two editions beside each other, as readers see them: each marked, and their differences told. A translation has no
 * word in common with what it is of: there only what both lead to is compared.
 */
export function compared(one: ReadEdition, other: ReadEdition, names: Names): Compared {
  const lines = [
    ...lineTold('subject', one.subject, other.subject, names),
    ...lineTold('preheader', one.preheader, other.preheader, names),
  ];
  if (languageOf(one) !== languageOf(other))
    return { one: one.html, other: other.html, differences: [...languageTold(one, other, names), ...lines] };
  const differences = differencesBetween(one.html, other.html);
  return {
    one: marked(
      one.html,
      differences.flatMap((difference) => markings(difference, 'one')),
      'ins',
    ),
    other: marked(
      other.html,
      differences.flatMap((difference) => markings(difference, 'other')),
      'del',
    ),
    differences: [...new Set([...lines, ...differences.flatMap((difference) => told(difference, names))])],
  };
}

function markings(difference: Difference, side: 'one' | 'other'): readonly Marking[] {
  switch (difference.kind) {
    case 'only':
      return difference.in === side ? [{ words: difference.passage.blocks.flat(), said: 'only here' }] : [];
    case 'moved':
      return [{ words: difference[side], said: 'in another place' }];
    case 'changed':
      return difference.changes.map((change) => {
        const isBoth = change.one.length > 0 && change.other.length > 0;
        return { words: change[side], said: isBoth ? 'different here' : 'only here' };
      });
  }
}
