import type { ChoiceChange, ShownIssue } from '../../model/workbench.js';
import type { Refusal } from './answers.js';

/**
 * Why a change cannot be about this issue as it is now; undefined if it can. The page may have been drawn before the
 * last save, and an id that nobody knows would be written down as an error.
 */
export function missingFrom({ items, decisions }: ShownIssue, change: ChoiceChange): Refusal | undefined {
  if ('set' in change) return undefined;
  if ('order' in change) {
    const { order } = change;
    const sections = order.map((id) => items.find((item) => item.id === id)?.section);
    if (sections.includes(undefined)) return gone;
    return new Set(sections).size === 1 && new Set(order).size === order.length ? undefined : mixedUp;
  }
  const id = 'pin' in change ? change.pin : change.leaveOut;
  const isKnown = items.some((item) => item.id === id) || decisions.some(({ item }) => item === id);
  return isKnown ? undefined : gone;
}

const gone: Refusal = {
  status: 404,
  words: 'The items of this issue have changed meanwhile.',
  fix: 'Look at them again, then do it once more.',
};

const mixedUp: Refusal = {
  status: 409,
  words: 'Only the items of one section can be put in order, each once.',
  fix: 'Look at them again, then do it once more.',
};
