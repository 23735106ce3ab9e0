import type { CiFacts, CiHost, ScaffoldFile } from './ci-facts.js';
import { githubCheck } from './github-check.js';
import { githubSend } from './github-send.js';
import { gitlabPipeline } from './gitlab.js';

const filesOf = {
  github: (facts) => [githubCheck(facts), ...(facts.times.length > 0 ? [githubSend(facts)] : [])],
  gitlab: (facts) => [gitlabPipeline(facts)],
} satisfies Record<CiHost, (facts: CiFacts) => readonly ScaffoldFile[]>;

/** The files by which a host checks and sends a workspace’s newsletters. The same facts give the same bytes. */
export function ciFiles(host: CiHost, facts: CiFacts): readonly ScaffoldFile[] {
  return filesOf[host](facts);
}
