import type { Terminal } from './terminal.js';

const patience = 1000;
const betweenLines = 5000;

export type Progress = {
  /** Says what is being done now, if the whole has taken longer than a second. */
  readonly say: (words: string) => void;
  /** Takes the last line away. */
  readonly end: () => void;
};

/** Progress on stderr: one line that is rewritten on a terminal, a line every few seconds elsewhere. */
export function createProgress({ err, isLive, onErr }: Terminal, milliseconds: () => number): Progress {
  const started = milliseconds();
  let last = Number.NEGATIVE_INFINITY;
  let hasLine = false;
  return {
    say: (words) => {
      const now = milliseconds();
      if (now - started < patience || (!isLive && now - last < betweenLines)) return;
      last = now;
      err(isLive ? `\r\u001b[K${onErr.dim(words)}` : `${words}\n`);
      hasLine = isLive;
    },
    end: () => {
      if (hasLine) err('\r\u001b[K');
    },
  };
}
