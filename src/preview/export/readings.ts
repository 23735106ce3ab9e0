import type {
  Appearance,
  LiveWorkbench,
  ReadEdition,
  ShownEdition,
  ShownIssue,
  ShownPersona,
  Workbench,
} from '../../model/workbench.js';

/** How an edition is looked at where no server dresses it. */
export const framedAppearances = ['light', 'dark'] as const satisfies readonly Appearance[];
export type FramedAppearance = (typeof framedAppearances)[number];

/** An edition as a persona reads it or, without one, with its merge fields as they are written. */
export type Reading = {
  readonly edition: ShownEdition;
  readonly persona?: ShownPersona;
  readonly read: ReadEdition;
  /** Its page, beside those of the other readings of the issue. */
  readonly page: string;
  /** What the frames of the page show, from the page. Readings that do not differ share them. */
  readonly frames: Readonly<Record<FramedAppearance, string>>;
};

/** In this folder are the editions, with the files that they offer. */
export const emailFolder = 'email';

/** All readings of an issue in the order in which they are leafed through: personas first. */
export function readingsOf(
  issue: ShownIssue,
  { personas }: Workbench,
  edition: LiveWorkbench['edition'],
): readonly Reading[] {
  const framesOf = new Map<string, Reading['frames']>();
  const reading = (shown: ShownEdition, persona?: ShownPersona): readonly Reading[] => {
    const read = edition(issue.key, shown.id, persona?.id);
    if (!read) return [];
    // Ids have no full stop in them, so that no two readings can have one name.
    const name = persona ? `${shown.id}.${persona.id}` : shown.id;
    const frames = framesOf.get(read.html) ?? framesNamed(name);
    framesOf.set(read.html, frames);
    return [{ edition: shown, ...(persona && { persona }), read, page: `${name}.html`, frames }];
  };
  const asPersonas = personas.flatMap((persona) => {
    const shown = issue.editions.find(({ id }) => id === persona.editions[issue.key]);
    return shown ? reading(shown, persona) : [];
  });
  return [...asPersonas, ...issue.editions.flatMap((shown) => reading(shown))];
}

function framesNamed(name: string): Reading['frames'] {
  const frame = (appearance: FramedAppearance) => `${emailFolder}/${name}.${appearance}.html`;
  return { light: frame('light'), dark: frame('dark') };
}
