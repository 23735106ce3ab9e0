import type { ShownEdition, ShownIssue, ShownPersona } from '../../../model/workbench.js';
import type { Place } from '../place.js';

/** What of an issue is read, and as whom. */
export type Chosen = {
  /** Absent where there is none: print copy, or a persona who gets no edition. */
  readonly edition?: ShownEdition;
  readonly persona?: ShownPersona;
};

/** The edition and persona of a place; a persona reads her own edition, and nobody in particular reads the first. */
export function chosenAt(issue: ShownIssue, personas: readonly ShownPersona[], place: Place): Chosen {
  const persona = personas.find(({ id }) => id === place.persona);
  const own = persona ? persona.editions[issue.key] : (place.edition ?? issue.editions[0]?.id);
  const edition = issue.editions.find(({ id }) => id === own) ?? (persona ? undefined : issue.editions[0]);
  return { ...(edition && { edition }), ...(persona && { persona }) };
}

/** The one so many steps further in a list, round its end; the first if there is none now. */
export function stepped<Thing>(list: readonly Thing[], now: Thing | undefined, by: number): Thing | undefined {
  const at = now === undefined ? -1 : list.indexOf(now);
  if (at === -1) return by > 0 ? list[0] : list.at(-1);
  return list[(at + by + list.length) % list.length];
}
