import { relative, sep } from 'node:path';

export type Watching = { readonly close: () => Promise<void> };

/** What of the workspace is watched: what editors write, and pictures. Private people and the ledger are not. */
const watched = ['mailout.yaml', 'audiences', 'issues', 'templates'];

/** Milliseconds in which several files that are saved together count as one change. */
const together = 8;

/**
 * Tells of files of a workspace that have changed, been added or gone, as paths; of none where only a folder is known to
 * have changed, and any file in it may have.
 *
 * @param failed told if the system cannot watch (any more)
 */
export async function watchWorkspace(
  root: string,
  heard: (paths: readonly string[] | undefined) => void,
  failed: (error: unknown) => void,
): Promise<Watching> {
  const { watch } = await import('chokidar');
  const paths = new Set<string>();
  let isSweeping = false;
  let timer: NodeJS.Timeout | undefined;
  const tell = () => {
    timer = undefined;
    const all = isSweeping ? undefined : [...paths];
    isSweeping = false;
    paths.clear();
    heard(all);
  };
  const watcher = watch([...watched], {
    cwd: root,
    ignoreInitial: true,
    followSymlinks: false,
    atomic: true,
    ignored: (path) => isUnwatched(relative(root, path).split(sep)),
  });
  watcher.on('all', (event, path) => {
    if (event === 'addDir' || event === 'unlinkDir') isSweeping = true;
    else paths.add(path.split(sep).join('/'));
    timer ??= setTimeout(tell, together);
  });
  watcher.on('error', failed);
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  return {
    close: () => {
      clearTimeout(timer);
      return watcher.close();
    },
  };
}

/** Hidden files, what programs save beside the file itself, and what is nobody’s business. */
function isUnwatched(parts: readonly string[]): boolean {
  const [top, second] = parts;
  if (top === 'audiences' && second !== undefined && !/\.ya?ml$/.test(second)) return true;
  return parts.some((part) => /^\.(?!\.?$)|~$|^#|\.(?:swp|tmp)$/.test(part));
}
