import morphdom from 'morphdom';

/**
 * Brings the document of a frame up to date with what the server has now, element by element: what is the same stays, and
 * with it scroll, selection and pictures. The new text is parsed by the frame itself, under the policy of the frame.
 */
export async function morphed(frame: HTMLIFrameElement | null, address: string, signal: AbortSignal): Promise<void> {
  const text = await fetch(address, { signal })
    .then((answer) => (answer.ok ? answer.text() : undefined))
    .catch(() => undefined);
  const there = frame?.contentDocument?.documentElement;
  const Parser = parserOf(frame?.contentWindow);
  if (text === undefined || !there || !Parser || signal.aborted) return;
  const fresh = new Parser().parseFromString(text, 'text/html').documentElement;
  morphdom(there, fresh, { onBeforeElUpdated: (before, after) => !before.isEqualNode(after) });
}

function parserOf(window: Window | null | undefined): typeof DOMParser | undefined {
  return (window as (Window & { readonly DOMParser: typeof DOMParser }) | null | undefined)?.DOMParser;
}

/** Makes links tell where they lead instead of leading there: the frame is for reading. */
export function loadedWith(frame: HTMLIFrameElement, leadsTo: (address: string | undefined) => void): void {
  frame.contentDocument?.addEventListener('click', (event) => {
    const link = (event.target as Element | null)?.closest?.('a[href], area[href]');
    if (!link) return leadsTo(undefined);
    event.preventDefault();
    leadsTo(link.getAttribute('href') ?? '');
  });
  frame.contentDocument?.addEventListener('submit', (event) => event.preventDefault());
}
