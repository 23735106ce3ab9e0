import { distance } from 'fastest-levenshtein';

/**
 * The known word that someone most probably meant, or undefined when none is near enough: at most four letters
 * in ten may differ.
 */
export function didYouMean(typed: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.round(typed.length * 0.4)) + 1;
  for (const word of known) {
    const away = distance(typed.toLowerCase(), word.toLowerCase());
    if (away < least) {
      least = away;
      best = word;
    }
  }
  return best;
}

/** "Did you mean “x”?", or else the list of what there is, for the `fix` of a finding. */
export function suggestion(typed: string, known: readonly string[]): string {
  const meant = didYouMean(typed, known);
  if (meant !== undefined) return `Did you mean “${meant}”?`;
  return known.length > 0 ? `There is: ${known.join(', ')}.` : 'There is none yet.';
}
