import { withEdits } from '../../check/edits.js';
import { readTree, type Tree } from '../../workspace/read.js';
import { replaceFile } from '../../workspace/write-file.js';
import { createWorkshop } from '../workshop.js';
import { type CheckRequest, type CheckResult, type CheckWorld, checkWorkspace } from './check-workspace.js';

/** A file that is mended. */
export type MendedFile = { readonly path: string; readonly before: string; readonly after: string };

export type Mending = {
  /** What is left to say. */
  readonly result: CheckResult;
  readonly files: readonly MendedFile[];
  readonly mended: number;
};

/** What is mended can bring to light what was hidden behind it: a link in a link, say. It settles long before this. */
const mostRounds = 6;

/**
 * Checks, makes every edit that findings bring along, and checks again until none does. Files are written at the end,
 * each whole or not at all, and not at all if it is a trial.
 *
 * @throws Fault as for a check, and (exit 1) if the disk does not take a file.
 */
export async function mendWorkspace(
  request: CheckRequest,
  world: CheckWorld,
  { isTrial }: { readonly isTrial: boolean },
): Promise<Mending> {
  const asRead = readTree(world.root);
  const workshop = createWorkshop(world.root, { isKept: true });
  let tree = asRead;
  let mended = 0;
  let result = await checkWorkspace(request, world, tree, workshop);
  for (let round = 0; round < mostRounds; round += 1) {
    const next = withMendedFiles(tree, result);
    if (next.mended === 0) break;
    tree = next.tree;
    mended += next.mended;
    result = await checkWorkspace(request, world, tree, workshop);
  }
  const files = tree.files.flatMap((file, index): MendedFile[] => {
    const before = asRead.files[index];
    if (!before || before === file) return [];
    return [{ path: file.path, before: before.bytes.toString('utf8'), after: file.bytes.toString('utf8') }];
  });
  if (!isTrial) for (const { path, after } of files) replaceFile(world.root, path, after);
  return { result, files, mended };
}

function withMendedFiles(tree: Tree, { findings }: CheckResult): { readonly tree: Tree; readonly mended: number } {
  const edits = findings.flatMap((finding) => finding.edits ?? []);
  let mended = 0;
  const files = tree.files.map((file) => {
    const own = edits.filter((edit) => edit.file === file.path);
    if (own.length === 0) return file;
    const { text, made } = withEdits(file.bytes.toString('utf8'), own);
    mended += made;
    return { path: file.path, bytes: Buffer.from(text) };
  });
  return { tree: { ...tree, files }, mended };
}
