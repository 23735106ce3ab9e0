import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Words that were looked up before, and whether they are spelt rightly. */
export type WordMemory = {
  readonly words: Map<string, boolean>;
  /** Keeps what has been learnt since. A memory that cannot be written costs time, never the check. */
  readonly save: () => void;
};

const mostWords = 20_000;

/** What a workspace remembers of words; without a build id (see build-id.ts) nothing is kept. */
export function openWordMemory(root: string, buildId: string | undefined): WordMemory {
  if (buildId === undefined) return { words: new Map(), save: () => {} };
  const path = join(root, '.mailout/cache/words.json');
  const words = read(path, buildId);
  const before = words.size;
  return {
    words,
    save: () => {
      if (words.size === before || words.size > mostWords) return;
      try {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, JSON.stringify({ buildId, words: [...words] }));
      } catch {}
    },
  };
}

function read(path: string, buildId: string): Map<string, boolean> {
  try {
    const kept = JSON.parse(readFileSync(path, 'utf8')) as {
      readonly buildId: string;
      readonly words: [string, boolean][];
    };
    if (kept.buildId !== buildId) return new Map();
    return new Map(kept.words.filter(([word, is]) => typeof word === 'string' && typeof is === 'boolean'));
  } catch {
    return new Map();
  }
}
