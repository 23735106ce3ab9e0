import { useCallback, useState } from 'preact/hooks';
import type { Reply } from './wire.js';

/** What the page says to the editor: read out too. */
export type Notice = { readonly is: 'good' | 'bad'; readonly words: string; readonly fix?: string };

/** Does something and says what became of it: what the reply says, or `done`, or why it was not done. */
export type Act = (deed: Promise<Reply<{ readonly words?: string }>>, done: string) => Promise<boolean>;

export type Acting = {
  readonly notice: Notice | undefined;
  readonly act: Act;
  readonly say: (notice: Notice | undefined) => void;
};

export function useActing(): Acting {
  const [notice, say] = useState<Notice>();
  const act = useCallback<Act>(async (deed, done) => {
    const reply = await deed;
    if (reply.ok) say({ is: 'good', words: reply.words ?? done });
    else say({ is: 'bad', words: reply.words, ...(reply.fix !== undefined && { fix: reply.fix }) });
    return reply.ok;
  }, []);
  return { notice, act, say };
}
