import { sourceFile } from '../audience/describe-source.js';
import type { RollBook } from '../audience/roll-book.js';
import { rowsTold } from '../audience/tally.js';
import type { Audience } from '../model/audience.js';
import type { Finding } from '../model/finding.js';
import { placeOf } from '../model/place.js';
import { isReadableByOthers } from '../workspace/private-files.js';
import type { PeopleWorld } from './people-world.js';

/** What an editor should know of a source as a whole: who else can read it, and invented people among real ones. */
export function sourceFindings(audience: Audience, book: Pick<RollBook, 'reserved'>, { root }: PeopleWorld): Finding[] {
  const findings: Finding[] = [];
  const file = sourceFile(audience.people);
  if (file !== undefined && isReadableByOthers(root, file)) {
    findings.push({
      rule: 'audience/readable-by-others',
      severity: 'warning',
      place: placeOf(audience.source, 'source.file'),
      words: 'Everybody who uses this computer can read the file with the people.',
      fix: `Run “chmod 600 ${file}”.`,
    });
  }
  const invented = book.reserved();
  if (audience.environment === 'live' && invented) {
    findings.push({
      rule: 'audience/invented-people',
      severity: 'warning',
      place: placeOf(audience.source, 'source'),
      words: `There are addresses in this live audience at which nobody can be: ${rowsTold(invented)}.`,
      fix: 'Take them out of the source, or correct them.',
    });
  }
  return findings;
}
