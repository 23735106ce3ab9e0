import { readOrganisation } from '../../content/read-organisation.js';
import { readPublication } from '../../content/read-publication.js';
import type { Finding } from '../../model/finding.js';
import type { Organisation } from '../../model/organisation.js';
import type { Publication } from '../../model/publication.js';
import type { WallTime } from '../../model/time.js';
import { roomOf } from '../../workspace/layout.js';
import { readTimetable, toText } from '../../workspace/read.js';
import { nowIn } from '../schedule.js';
import { refuseUnknownPublication } from '../unknown-publication.js';

/** What says when issues go out. Read in a moment, however many items there are. */
export type Timetable = {
  readonly organisation: Organisation;
  /** Those that are mailed. */
  readonly publications: readonly Publication[];
  /** On the clocks of the organisation. */
  readonly now: WallTime;
};

/**
 * Reads the timetable of a workspace. Without one, the findings say what is wrong with its files.
 *
 * @param ids of publications; all of them if there is none
 * @param now an ISO instant
 * @throws Fault (exit 2) for an unknown publication or time zone.
 */
export async function timetable(
  root: string,
  ids: readonly string[],
  now: string,
): Promise<{ readonly value?: Timetable; readonly findings: readonly Finding[] }> {
  const tree = readTimetable(root);
  const rooms = tree.files.map((raw) => ({ file: toText(raw), room: roomOf(raw.path) }));
  const known = rooms.flatMap(({ room }) => (room.is === 'publication' ? [room.id] : []));
  refuseUnknownPublication(ids, known);
  const [organisation] = rooms.flatMap(({ file, room }) =>
    room.is === 'organisation' ? [readOrganisation(file)] : [],
  );
  const publications = rooms.flatMap(({ file, room }) =>
    room.is === 'publication' && (ids.length === 0 || ids.includes(room.id)) ? [readPublication(room.id, file)] : [],
  );
  const findings = [
    ...tree.findings,
    ...(organisation?.findings ?? []),
    ...publications.flatMap(({ findings: complaints }) => complaints),
  ];
  if (!organisation?.value) return { findings };
  return {
    value: {
      organisation: organisation.value,
      publications: publications.flatMap(({ value }) => (value?.channel === 'email' ? [value] : [])),
      now: await nowIn(organisation.value, now),
    },
    findings,
  };
}
