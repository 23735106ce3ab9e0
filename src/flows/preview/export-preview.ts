import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { wallTimeAt } from '../../calendar/zone.js';
import { exitCode, Fault } from '../../model/fault.js';
import type { DateText } from '../../model/time.js';
import type { Workbench } from '../../model/workbench.js';
import { dressed } from '../../preview/appearance/dressed.js';
import { exportedFolder } from '../../preview/export/exported-folder.js';
import { replaceFolder } from '../../workspace/write-folder.js';
import { openWorkbench } from './workbench.js';

export type ExportRequest = {
  readonly date?: DateText;
  /** Absolute. */
  readonly folder: string;
};

/** What of a folder is to be shared, and how many files it has. */
export type Exported = { readonly state: Workbench; readonly files: number };

/** Whoever finds it in a folder knows that it may be replaced whole. */
const note = {
  name: 'made-by-mailout.txt',
  content:
    'This folder was made by “mailout preview --export” and is replaced whole when it is made again.\nOpen index.html in a browser. Nothing in it was sent to anybody, and the people in it are made up.\n',
};

/**
 * Writes the next issues as a folder of pages that need no server and no script.
 *
 * @throws Fault (exit 2) if the folder has something else in it, (exit 1) if the disk does not take it.
 */
export async function exportPreview(
  { date, folder }: ExportRequest,
  { root, now }: { readonly root: string; readonly now: () => string },
): Promise<Exported> {
  if (!isFree(folder)) throw notOurs(folder);
  const bench = openWorkbench({ root, now, ...(date !== undefined && { date }), shown: () => {} });
  await bench.refresh();
  const state = bench.state();
  const files = exportedFolder({
    state,
    edition: bench.edition,
    attachments: bench.attachments,
    dressed,
    made: wallTimeAt(now(), state.issues[0]?.zone ?? 'UTC'),
  }).map(({ path, content }) => ({ name: path, content }));
  replaceFolder(root, folder, [...files, note]);
  return { state, files: files.length + 1 };
}

function isFree(folder: string): boolean {
  return !existsSync(folder) || existsSync(join(folder, note.name)) || readdirSync(folder).length === 0;
}

function notOurs(folder: string): Fault {
  return new Fault({
    code: 'preview/folder-in-use',
    exit: exitCode.usage,
    words: `${folder} has something in it that “mailout preview --export” did not make.`,
    fix: 'Name a folder that is not there yet: everything in it would be replaced.',
  });
}
