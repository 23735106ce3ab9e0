import { join } from 'node:path';
import type { OpenSource } from '../audience/sources/source.js';
import { openSource } from '../audience/sources/sources.js';
import type { Audience } from '../model/audience.js';
import type { Facets } from '../model/facets.js';
import { exitCode, Fault } from '../model/fault.js';
import type { Organisation } from '../model/organisation.js';
import { placeOf } from '../model/place.js';
import { provider } from './provider.js';

/** Where and when something is done about people. */
export type PeopleWorld = {
  readonly root: string;
  /** Now, as an ISO instant. */
  readonly now: string;
  readonly progress: (words: string) => void;
  /** Says what somebody has to know although it was not asked for. */
  readonly notice: (words: string) => void;
  /** The value of an environment variable, if it is set. */
  readonly variable: (name: string) => string | undefined;
};

/** The facet values that readers of an audience can have. */
export function facetsOf(audience: Audience, organisation: Organisation): Facets {
  return { ...organisation.facets, ...audience.facets };
}

/**
 * Opens the source of an audience.
 *
 * @throws Fault if it has none, or if that cannot be opened.
 */
export async function openPeople(
  audience: Audience,
  organisation: Organisation,
  { root, variable }: PeopleWorld,
): Promise<OpenSource> {
  if (!audience.people) {
    throw new Fault({
      code: 'audience/no-source',
      exit: exitCode.usage,
      words: `${audience.title} has no source: nothing says where its people are.`,
      fix: 'Add “source” to its file; docs/audiences.md shows how.',
      place: placeOf(audience.source),
    });
  }
  return openSource(audience.people, {
    pathOf: (file) => join(root, file),
    variable,
    provider: () => provider(organisation.region, variable),
    facets: facetsOf(audience, organisation),
  });
}
