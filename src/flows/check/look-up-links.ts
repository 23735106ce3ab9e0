import { join } from 'node:path';
import { lookUp } from '../../links/look-up.js';
import type { Finding } from '../../model/finding.js';
import type { LookUp } from './judge-issues.js';

/** Where a workspace remembers what became of links. */
const cacheFile = '.mailout/cache/links.json';

/**
 * Looks links up over the internet, and remembers the answers, so that a check that runs often asks a server once a week.
 *
 * @param world.now now, as an ISO instant
 * @param world.sender who asks: the servers’ owners see it
 */
export function lookUpLinks(world: {
  readonly root: string;
  readonly now: string;
  readonly progress: (words: string) => void;
}): LookUp {
  return async (urls) => {
    const { states, isOffline } = await lookUp(urls, {
      now: Date.parse(world.now),
      cache: join(world.root, cacheFile),
      progress: (done, of) => world.progress(`Opening links: ${done} of ${of} …`),
    });
    return { states, findings: isOffline ? [offline] : [] };
  };
}

const offline: Finding = {
  rule: 'check/offline',
  severity: 'info',
  words: 'There is no internet here, so links were not opened.',
  fix: 'Run it once more where there is.',
};
