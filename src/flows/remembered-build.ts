import { buildId } from '../build-id.js';
import { recall } from '../workspace/memory.js';
import { listPictures } from '../workspace/pictures.js';
import { fingerprint, readTree } from '../workspace/read.js';
import type { BuildRequest, BuildResult, BuildWorld } from './build-result.js';

/**
 * Builds, or gives the result of an earlier build if nothing at all has changed since: not the files, not the program,
 * not what is in out/, and the same issues are the next ones.
 *
 * @throws Fault for an unknown publication, or where the disk does not take the output.
 */
export async function rememberedBuild(request: BuildRequest, world: BuildWorld): Promise<BuildResult> {
  const tree = readTree(world.root);
  const inputs = fingerprint(tree.files, listPictures(world.root));
  const key = JSON.stringify([buildId, request]);
  const mayRecall = buildId !== undefined && !request.explain && !request.keep && tree.findings.length === 0;
  if (mayRecall) {
    const known = recall<BuildResult>(world.root, key, inputs, Date.parse(world.now));
    if (known) return known;
  }
  const { build } = await import('./build.js');
  return build(request, world, tree, mayRecall ? { key, inputs } : undefined);
}
