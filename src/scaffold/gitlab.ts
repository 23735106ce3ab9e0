import type { CiFacts, ScaffoldFile } from './ci-facts.js';
import {
  environmentName,
  head,
  inRepository,
  nodeVersion,
  previewFolder,
  quoted,
  sendMinutes,
  watchTime,
} from './common.js';

/** The pipelines of GitLab: of merge requests, and the scheduled ones, which say in MAILOUT_JOB what they are for. */
export function gitlabPipeline(facts: CiFacts): ScaffoldFile {
  const { folder, program, times } = facts;
  const at = (path: string) => quoted(inRepository(folder, path));
  const text = `${head}
stages: [check, send]

default:
  image: node:${nodeVersion}
  cache:
    key:
      files: [${at('package-lock.json')}]
    paths: [${at('.npm/')}]

variables:
  # Who wrote an issue, and who else may approve it, is read from the whole history.
  GIT_DEPTH: '0'

.mailout:
  before_script:
${folder === '' ? '' : `    - cd ${quoted(shellWord(folder))}\n`}    - ${quoted(installation(facts))}

mailout-check:
  extends: .mailout
  stage: check
  interruptible: true
  timeout: 20 minutes
  rules: &looked-at
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_PIPELINE_SOURCE != "schedule" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  script:
    # Each report is written, whatever the one before it says.
    - code=0
    - ${program} check --reporter gitlab --reporter-file gl-code-quality-report.json --summary mailout-check.md || code=$?
    - ${program} check --reporter junit --reporter-file mailout-junit.xml > /dev/null || true
    - exit $code
  artifacts:
    when: always
    expire_in: 2 weeks
    paths: [${at('mailout-check.md')}]
    reports:
      codequality: ${at('gl-code-quality-report.json')}
      junit: ${at('mailout-junit.xml')}

mailout-preview:
  extends: .mailout
  stage: check
  interruptible: true
  timeout: 20 minutes
  rules: *looked-at
  script:
    - code=0
    - ${program} build || code=$?
    - ${program} preview --export ${previewFolder} --summary mailout-preview.md || code=$?
    - exit $code
  artifacts:
    when: always
    expire_in: 2 weeks
    expose_as: Newsletters
    paths: [${at(`${previewFolder}/`)}, ${at('mailout-preview.md')}]
${times.length === 0 ? '' : scheduled(facts, at)}`;
  return { path: '.gitlab-ci.yml', text };
}

function scheduled({ program, times, zone, syncs }: CiFacts, at: (path: string) => string): string {
  return `
mailout-build:
  extends: .mailout
  stage: check
  timeout: 20 minutes
  rules: &sent
    - if: $CI_PIPELINE_SOURCE == "schedule" && $MAILOUT_JOB == "send"
  # An error in one newsletter does not hold up the others: mailout itself sends none that has errors.
  allow_failure: true
  script:
    - ${program} check
    - ${program} build

# Make a schedule on the website, in UTC and with the variable MAILOUT_JOB = send, for each of these. They cover every
# hour in which a newsletter may go out by the clocks of ${zone}, in summer and in winter.
${times.map((time) => `#   ${time}\n`).join('')}mailout-send:
  extends: .mailout
  stage: send
  # A send that has begun comes to its end, and no other begins meanwhile.
  interruptible: false
  resource_group: mailout-send
  timeout: ${sendMinutes} minutes
  # The secrets are variables of this environment, and of no other.
  environment:
    name: ${environmentName}
  rules: *sent
  script:
${syncs ? `    - ${program} suppressions sync\n` : ''}    # With exec mailout itself gets the signal when a job is cancelled, and finishes what is under way.
    - exec ${program} send --due --summary mailout-send.md
  artifacts:
    when: always
    expire_in: 3 months
    paths: [${at('mailout-send.md')}]

# Did all go out that should have? Make a schedule, in UTC and with the variable MAILOUT_JOB = watch:
#   ${watchTime}
mailout-watch:
  extends: .mailout
  stage: check
  timeout: 20 minutes
  environment:
    name: ${environmentName}
    action: access
  rules:
    - if: $CI_PIPELINE_SOURCE == "schedule" && $MAILOUT_JOB == "watch"
  script:
    - exec ${program} watch --summary mailout-watch.md
  artifacts:
    when: always
    expire_in: 3 months
    paths: [${at('mailout-watch.md')}]
`;
}

/** Packages are installed without the secrets in sight, which GitLab gives to a whole job. */
function installation({ secrets }: CiFacts): string {
  const hidden = secrets.map((name) => `-u ${name}`).join(' ');
  return `env ${hidden} npm ci --cache .npm --prefer-offline`;
}

/** A text as a shell reads it as one word. */
function shellWord(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
