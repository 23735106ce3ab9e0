import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';

/** What is in a workspace, as far as others would get it. */
export type WorkspaceFiles = {
  /** Paths of the files that git does not pass over or, outside a repository, that are not hidden. */
  readonly files: readonly string[];
  /** The beginning of every table (CSV) among them. */
  readonly tables: readonly { readonly path: string; readonly head: string }[];
};

/** What is never for others, whatever git says. */
const ownFolders = ['.git', '.mailout', 'audiences/private', 'node_modules', 'out'];
const mostFiles = 20_000;
const headBytes = 4_096;

export function workspaceFiles(root: string): WorkspaceFiles {
  const files = (filesByGit(root) ?? filesByWalk(root)).filter(
    (path) => !ownFolders.some((folder) => path === folder || path.startsWith(`${folder}/`)),
  );
  const tables = files.filter((path) => /\.(csv|tsv)$/i.test(path)).map((path) => ({ path, head: headOf(root, path) }));
  return { files, tables };
}

/** Undefined outside a repository, and where git does not answer. */
function filesByGit(root: string): string[] | undefined {
  const { status, stdout } = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return status === 0 ? stdout.split('\0').filter(Boolean).sort() : undefined;
}

function filesByWalk(root: string): string[] {
  const files: string[] = [];
  const walk = (folder: string) => {
    for (const entry of entriesOf(join(root, folder))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (ownFolders.includes(path) || files.length >= mostFiles) continue;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) files.push(path);
    }
  };
  walk('');
  return files.sort();
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function headOf(root: string, path: string): string {
  try {
    const file = openSync(join(root, path), 'r');
    try {
      const head = Buffer.alloc(headBytes);
      return head.toString('utf8', 0, readSync(file, head, 0, headBytes, 0));
    } finally {
      closeSync(file);
    }
  } catch {
    return '';
  }
}
