import type { SuppressionReason } from '../model/suppression.js';
import { type AddressReason, addressRefusals } from './address.js';
import { suppressionWords } from './recipients.js';
import type { ExclusionReason } from './tally.js';

const ofRows = {
  'empty-row': { words: 'The row is empty.' },
  duplicate: { words: 'The address is in an earlier row already.' },
  'row/cells': { words: 'The row has too many cells, or too few.', fix: 'Mend the row in the source.' },
  'row/unreadable': { words: 'The row has letters that were lost.', fix: 'Type the row again in the source.' },
};

/** Why people are left out for a reason, in words for all of them, and what to do if anything can be done. */
export function exclusionWords(reason: ExclusionReason): { readonly words: string; readonly fix?: string } {
  if (reason.startsWith('address/')) {
    const { words, fix } = addressRefusals[reason.slice('address/'.length) as AddressReason];
    return { words, fix };
  }
  if (reason.startsWith('suppressed/')) {
    return { words: suppressionWords[reason.slice('suppressed/'.length) as SuppressionReason] };
  }
  return ofRows[reason as keyof typeof ofRows];
}
