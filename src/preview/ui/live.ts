import { useEffect, useState } from 'preact/hooks';
import type { Workbench } from '../../model/workbench.js';
import { readWorkbench } from './wire.js';

export type Live = {
  /** What there is to show; absent until the first answer. */
  readonly bench: Workbench | undefined;
  /** Whether the server still tells of changes. */
  readonly isConnected: boolean;
};

/** The workbench, kept up to date for as long as the page is open. */
export function useLive(): Live {
  const [bench, setBench] = useState<Workbench>();
  const [isConnected, setConnected] = useState(true);
  useEffect(() => {
    let wanted = -1;
    let isReading = false;
    const read = async () => {
      if (isReading) return;
      isReading = true;
      try {
        let got: Workbench;
        do {
          got = await readWorkbench();
          setBench(got);
        } while (got.revision < wanted);
      } catch {
        setConnected(false);
      }
      isReading = false;
    };
    const events = new EventSource('/api/events');
    events.addEventListener('state', (event) => {
      setConnected(true);
      const { revision } = JSON.parse(event.data);
      // A server that was started again counts from the beginning.
      wanted = revision;
      void read();
    });
    events.addEventListener('error', () => setConnected(false));
    return () => events.close();
  }, []);
  return { bench, isConnected };
}
