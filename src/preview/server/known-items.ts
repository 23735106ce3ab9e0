import type { ChoiceChange, ShownIssue } from '../../model/workbench.js';
import type { Refusal } from './answers.js';

/**
 * Why a change cannot be about this issue as it is now; undefined if it can. The page may have been drawn before the
 * last save, and an id that nobody knows would be written down as an error.
 */
export function missingFrom({ items, decisions }: ShownIssue, change: ChoiceChange): Refusal | undefined {
  if ('set' in change) return undefined;
  if ('order' in change) {
    const sections = change.order.map((id) => items.find((item) => item.id === id)?.section);
    const isOneSection = sections.every((section) => section !== undefined && section === sections[0]);
    return isOneSection && new Set(change.order).size === change.order.length ? undefined : changedMeanwhile;
  }
  const id = 'pin' in change ? change.pin : change.leaveOut;
  const isKnown = items.some((item) => item.id === id) || decisions.some(({ item }) => item === id);
  return isKnown ? undefined : changedMeanwhile;
}

const changedMeanwhile: Refusal = {
  status: 409,
  words: 'The items of this issue have changed meanwhile.',
  fix: 'Look at them again, then do it once more.',
};
