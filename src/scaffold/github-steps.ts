import type { CiFacts } from './ci-facts.js';
import { inRepository, nodeVersion, quoted } from './common.js';
import { pinnedActions } from './pinned-actions.js';

/** The steps that every job begins with, as YAML at the indentation of steps. */
export function githubSetUp({ folder }: CiFacts): string {
  return `      - uses: ${pinnedActions.checkout}
        with:
          # Who wrote an issue, and who else may approve it, is read from the whole history.
          fetch-depth: 0
          persist-credentials: false
      - uses: ${pinnedActions.setupNode}
        with:
          node-version: '${nodeVersion}'
          cache: npm
          cache-dependency-path: ${quoted(inRepository(folder, 'package-lock.json'))}
      - name: Install mailout
        id: install
        run: npm ci`;
}

/** How and where commands run. */
export function githubDefaults({ folder }: CiFacts): string {
  const place = folder === '' ? '' : `\n    working-directory: ${quoted(folder)}`;
  return `defaults:
  run:
    # With this name it stops at every command that fails, also within a pipe.
    shell: bash${place}`;
}

/** For steps that are worth their while whatever became of the ones before them. */
export const afterInstalling = `if: \${{ !cancelled() && steps.install.outcome == 'success' }}`;
