import type { CiFacts, ScaffoldFile } from './ci-facts.js';
import { environmentName, head, ledgerSecrets, sendMinutes, syncSecrets, watchTime } from './common.js';
import { afterInstalling, githubDefaults, githubSetUp } from './github-steps.js';

/** The workflow that sends what is due, and says once a day if something did not go. */
export function githubSend(facts: CiFacts): ScaffoldFile {
  const { program, times, zone, secrets, syncs } = facts;
  const text = `${head}
name: Send newsletters

on:
  schedule:
    # In UTC. They cover every hour in which a newsletter may go out by the clocks of ${zone}, in summer and in winter.
    # Run “mailout init ci --force” again when a newsletter gets another time.
${times.map((time) => `    - cron: '${time}'\n`).join('')}    # Once a day: did all go out that should have?
    - cron: '${watchTime}'
  workflow_dispatch:
    inputs:
      dry-run:
        description: Only say what would be sent
        type: boolean
        default: true

permissions:
  contents: read

${githubDefaults(facts)}

jobs:
  build:
    name: Build, without secrets
    if: \${{ github.event.schedule != '${watchTime}' }}
    runs-on: ubuntu-latest
    timeout-minutes: 20
    steps:
${githubSetUp(facts)}
      - name: Check
        run: ${program} check --reporter github --summary "$GITHUB_STEP_SUMMARY"
      - name: Build
        ${afterInstalling}
        run: ${program} build

  send:
    name: Send what is due
    needs: build
    # An error in one newsletter does not hold up the others: mailout itself sends none that has errors.
    if: \${{ !cancelled() && github.event.schedule != '${watchTime}' }}
    runs-on: ubuntu-latest
    timeout-minutes: ${sendMinutes}
    environment: ${environmentName}
    concurrency:
      group: mailout-send
      # A send that has begun comes to its end.
      cancel-in-progress: false
    steps:
${githubSetUp(facts)}
${syncs ? syncStep(facts) : ''}      # With exec mailout itself gets the signal when a job is cancelled, and finishes what is under way.
      - name: Say what would be sent
        if: \${{ inputs.dry-run }}
        run: exec ${program} send --due --dry-run --summary "$GITHUB_STEP_SUMMARY"
${environmentOf(secrets)}
      - name: Send
        if: \${{ !inputs.dry-run }}
        run: exec ${program} send --due --summary "$GITHUB_STEP_SUMMARY"
${environmentOf(secrets)}

  watch:
    name: See whether all went out
    if: \${{ github.event.schedule == '${watchTime}' }}
    runs-on: ubuntu-latest
    timeout-minutes: 20
    environment: ${environmentName}
    steps:
${githubSetUp(facts)}
      - name: Watch
        run: exec ${program} watch --summary "$GITHUB_STEP_SUMMARY"
${environmentOf(ledgerSecrets)}
`;
  return { path: '.github/workflows/mailout-send.yml', text };
}

/** A guard refuses a send where these lists were not read within a day. */
function syncStep({ program }: CiFacts): string {
  return `      - name: Read who must not be written to
        run: exec ${program} suppressions sync
${environmentOf(syncSecrets)}
`;
}

function environmentOf(secrets: readonly string[]): string {
  return ['        env:', ...secrets.map((name) => `          ${name}: \${{ secrets.${name} }}`)].join('\n');
}
