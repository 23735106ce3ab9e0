import type { CiFacts, ScaffoldFile } from './ci-facts.js';
import { head, inRepository, previewFolder, quoted } from './common.js';
import { afterInstalling, githubDefaults, githubSetUp } from './github-steps.js';
import { pinnedActions } from './pinned-actions.js';

/** The workflow that looks at every pull request: what is wrong, and what readers would see. It knows no secrets. */
export function githubCheck(facts: CiFacts): ScaffoldFile {
  const { folder, program, branch } = facts;
  const text = `${head}
name: Check newsletters

on:
  pull_request:
  push:
    branches: [${quoted(branch)}]

permissions:
  contents: read

concurrency:
  group: mailout-check-\${{ github.ref }}
  cancel-in-progress: true

${githubDefaults(facts)}

jobs:
  check:
    name: Check and preview
    runs-on: ubuntu-latest
    timeout-minutes: 20
    steps:
${githubSetUp(facts)}
      - name: Check
        run: ${program} check --reporter github --summary "$GITHUB_STEP_SUMMARY"
      # What is wrong in one newsletter should not hide how the others look.
      - name: Build
        ${afterInstalling}
        run: ${program} build
      - name: Preview
        ${afterInstalling}
        run: ${program} preview --export ${previewFolder} --summary "$GITHUB_STEP_SUMMARY"
      - name: Keep the preview
        ${afterInstalling}
        uses: ${pinnedActions.uploadArtifact}
        with:
          name: newsletters
          path: ${quoted(inRepository(folder, previewFolder))}
          retention-days: 14
          if-no-files-found: error
`;
  return { path: '.github/workflows/mailout-check.yml', text };
}
