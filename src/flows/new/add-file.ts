import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAudience } from '../../content/read-audience.js';
import { readChoices } from '../../content/read-choices.js';
import { readItem } from '../../content/read-item.js';
import { readPublication } from '../../content/read-publication.js';
import type { Finding } from '../../model/finding.js';
import type { TextFile } from '../../model/text-file.js';
import { roomOf } from '../../workspace/layout.js';
import { writeNewFile } from '../../workspace/new-file.js';

/**
 * Writes a new file of the workspace, if it can be read as what it is.
 *
 * @returns what stands in the way; then nothing was written
 * @throws Fault (exit 2) where there is a file of that name; (exit 1) if the disk does not take it.
 */
export function addFile(root: string, file: TextFile): readonly Finding[] {
  const errors = findingsOf(file).filter(({ severity }) => severity === 'error');
  if (errors.length === 0) writeNewFile(root, file.path, file.text);
  return errors;
}

/** What is wrong with a file of the workspace as it is on the disk now. */
export function findingsNow(root: string, path: string): readonly Finding[] {
  return findingsOf({ path, text: readFileSync(join(root, path), 'utf8') });
}

function findingsOf(file: TextFile): readonly Finding[] {
  const room = roomOf(file.path);
  switch (room.is) {
    case 'item':
      return readItem(file).findings;
    case 'publication':
      return readPublication(room.id, file).findings;
    case 'audience':
      return readAudience(room.id, file).findings;
    case 'issue':
      return readChoices(room.publication, room.date, file).findings;
    default:
      return [];
  }
}
