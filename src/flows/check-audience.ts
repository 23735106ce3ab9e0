import { rowsTold } from '../audience/tally.js';
import type { Audience } from '../model/audience.js';
import type { Finding } from '../model/finding.js';
import { placeOf } from '../model/place.js';
import { type AudienceRequest, type Explained, explainAudience, type LeftOut } from './explain-audience.js';
import type { PeopleWorld } from './people-world.js';

/**
 * Looks an audience's source over: all that somebody who keeps it should mend. Rows that belong to nobody are among it,
 * but not people who are left out because they or the provider said so.
 *
 * @throws Fault like explainAudience.
 */
export async function checkAudience(request: AudienceRequest, world: PeopleWorld): Promise<Explained> {
  const explained = await explainAudience(request, world);
  const { explanation, audience, findings } = explained;
  if (!explanation || !audience) return explained;
  return { ...explained, findings: [...findings, ...explanation.leftOut.flatMap((one) => rowFinding(one, audience))] };
}

function rowFinding({ reason, words, fix, ...rows }: LeftOut, { source }: Audience): Finding[] {
  if (reason === 'empty-row' || reason.startsWith('suppressed/')) return [];
  return [
    {
      rule: `audience/${reason.replace('/', '-')}`,
      severity: 'warning',
      place: placeOf(source, reason.startsWith('address/') ? 'columns.email' : 'source'),
      words: `${words} That is so in ${rowsTold(rows)}, which ${rows.count === 1 ? 'is' : 'are'} left out.`,
      ...(fix !== undefined && { fix }),
    },
  ];
}
