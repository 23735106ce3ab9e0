import type { CiFacts, CiHost } from './ci-facts.js';
import { environmentName, watchTime } from './common.js';

/** What a person has still to do on the website, since no file can: in order, one step an entry. */
export function stepsLeft(host: CiHost, facts: CiFacts): readonly string[] {
  return stepsOf[host](facts);
}

const stepsOf = {
  github: ({ branch, secrets, times }) => [
    ...(times.length === 0
      ? []
      : [
          `Settings → Environments: make “${environmentName}”, and let only the branch “${branch}” use it. Leave its required reviewers off, or somebody has to press a button every quarter of an hour: who has to say yes to an issue is settled by “mailout approve”.`,
          `In that environment, not in the repository’s own secrets: ${listed(secrets)}.`,
        ]),
    `Settings → Rules: protect “${branch}”. Ask for a pull request, for a review by somebody else, and for the check “Check and preview”.`,
    'Settings → Actions → General: let workflows read the repository, and nothing more.',
  ],
  gitlab: ({ branch, secrets, times }) => [
    ...(times.length === 0
      ? []
      : [
          `Settings → CI/CD → Variables: ${listed(secrets)}, each masked, protected, and for the environment “${environmentName}” only.`,
          `Settings → CI/CD → Protected environments: “${environmentName}”, where your plan has them. Leave approvals off: who has to say yes to an issue is settled by “mailout approve”.`,
          `Build → Pipeline schedules, on “${branch}”, in UTC: with the variable MAILOUT_JOB = send, ${listed(times.map((time) => `“${time}”`))}; with MAILOUT_JOB = watch, “${watchTime}”.`,
        ]),
    `Settings → Repository → Protected branches: “${branch}”, changed by merge requests only. Settings → Merge requests: pipelines must succeed.`,
  ],
} satisfies Record<CiHost, (facts: CiFacts) => readonly string[]>;

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
