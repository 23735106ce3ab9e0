import type { Refusal } from '../audience/guards.js';
import type { Roster } from '../database/rosters.js';
import { exitCode, Fault } from '../model/fault.js';
import type { Finding } from '../model/finding.js';
import { suggestion } from '../model/suggest.js';
import type { AudienceRequest } from './explain-audience.js';
import { forgetRosters } from './forget-rosters.js';
import { freezeRoster } from './freeze-roster.js';
import { type LoadedAudience, loadAudience } from './load-audience.js';
import { nextMail } from './next-mail.js';
import type { PeopleWorld } from './people-world.js';
import { withMadeDatabase } from './workspace-database.js';

export type FrozenAudience = {
  readonly roster?: Roster;
  /** Whether it was written down now. */
  readonly isNew: boolean;
  readonly refusals: readonly Refusal[];
};

/**
 * Freezes the roster of the next issue that an audience gets, and forgets who was in those that were kept long
 * enough. One that is frozen stays as it is, unless it is asked for again. Without a result, the findings say what stands in the way.
 *
 * @throws Fault like explainAudience; also (exit 2) where it is not clear which newsletter is meant.
 */
export async function freezeAudience(
  request: AudienceRequest & { readonly again: boolean },
  world: PeopleWorld,
): Promise<{ readonly frozen?: FrozenAudience; readonly findings: readonly Finding[] }> {
  const { value: loaded, findings: ofFiles } = loadAudience(world, request.audience);
  if (!loaded) return { findings: ofFiles };
  const { value: next, findings: ofIssue } = await nextMail(loaded, world, request.publication, request.date);
  if (!next) {
    if (ofIssue.length === 0) throw whichNewsletter(loaded);
    return { findings: [...ofFiles, ...ofIssue] };
  }
  const { publication, slot } = next;
  return withMadeDatabase(world, async (database) => {
    const [known] = await database.rosters.list({
      publication: publication.id,
      date: slot.date,
      audience: request.audience,
    });
    if (known && !request.again) return { frozen: { roster: known, isNew: false, refusals: [] }, findings: ofFiles };
    const { roster, refusals, findings } = await freezeRoster(loaded, next, database, world);
    if (roster) await forgetRosters(database, loaded.content.organisation, world.now);
    return {
      frozen: { ...(roster && { roster }), isNew: roster !== undefined, refusals },
      findings: [...ofFiles, ...ofIssue, ...findings],
    };
  });
}

function whichNewsletter({ audience, content }: LoadedAudience): Fault {
  const ids = content.publications
    .filter((one) => one.audience === audience.id && one.channel === 'email')
    .map(({ id }) => id);
  return new Fault({
    code: 'audience/which-publication',
    exit: exitCode.usage,
    words:
      ids.length === 0
        ? `No newsletter is mailed to ${audience.title}.`
        : `More than one newsletter is mailed to ${audience.title}.`,
    fix:
      ids.length === 0
        ? 'Name the audience in a publication.yaml.'
        : `Say which: --publication. ${suggestion('', ids)}`,
  });
}
