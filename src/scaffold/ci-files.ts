import type { CiFacts, CiHost, ScaffoldFile } from './ci-facts.js';
import { githubForm, gitlabForm } from './contribution-form.js';
import { githubCheck } from './github-check.js';
import { githubSend } from './github-send.js';
import { gitlabPipeline } from './gitlab.js';

const filesOf = {
  github: (facts) => [githubCheck(facts), ...(facts.times.length > 0 ? [githubSend(facts)] : []), githubForm()],
  gitlab: (facts) => [gitlabPipeline(facts), gitlabForm()],
} satisfies Record<CiHost, (facts: CiFacts) => readonly ScaffoldFile[]>;

/** The files by which a host checks and sends a workspace’s newsletters, and takes in what others write for them. The same facts give the same bytes. */
export function ciFiles(host: CiHost, facts: CiFacts): readonly ScaffoldFile[] {
  return filesOf[host](facts);
}
