import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from './disk-fault.js';

/** The files below a folder of the workspace, and the folders that cannot be looked into. */
export type FolderFiles = { readonly files: readonly string[]; readonly unreadable: readonly string[] };

/** Every file below a folder, in order, by its path from the workspace. Of a folder that is not there, none. */
export function filesBelow(root: string, folder: string): FolderFiles {
  const files: string[] = [];
  const unreadable: string[] = [];
  const entries = entriesOf(join(root, folder));
  if (!entries) unreadable.push(folder);
  for (const entry of entries ?? []) {
    const path = `${folder}/${entry.name}`;
    if (!entry.isDirectory()) files.push(path);
    else {
      const below = filesBelow(root, path);
      files.push(...below.files);
      unreadable.push(...below.unreadable);
    }
  }
  return { files, unreadable };
}

function entriesOf(folder: string): readonly Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? [] : undefined;
  }
}
