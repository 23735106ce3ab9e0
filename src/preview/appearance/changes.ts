/** Other text in the place of a range of a text. */
export type Change = { readonly from: number; readonly until: number; readonly to: string };

/** A text with changes made. One that begins within another is not made. */
export function withChanges(text: string, changes: readonly Change[]): string {
  let made = '';
  let at = 0;
  for (const { from, until, to } of [...changes].sort((a, b) => a.from - b.from)) {
    if (from < at) continue;
    made += text.slice(at, from) + to;
    at = until;
  }
  return made + text.slice(at);
}
