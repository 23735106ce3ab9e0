import { useEffect, useState } from 'preact/hooks';

/** An edition as somebody reads it. */
export type Read = {
  readonly subject: string;
  readonly preheader: string;
  readonly html: string;
  readonly text: string;
};

/** Where the server answers with an edition; what is undefined is not asked for. */
export function addressOf(
  issue: string,
  edition: string,
  kind: 'html' | 'json',
  asked: Readonly<Record<string, string | undefined>>,
): string {
  const query = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  return `/read/${issue}/${edition}.${kind}${query.size === 0 ? '' : `?${query}`}`;
}

/** An edition that is asked for again whenever its digest is another; the last one stays until the next is there. */
export function useRead(address: string | undefined, digest: string | undefined): Read | undefined {
  const [read, setRead] = useState<Read>();
  useEffect(() => {
    if (address === undefined) return;
    const asking = new AbortController();
    fetch(address, { signal: asking.signal })
      .then((answer) => (answer.ok ? answer.json() : undefined))
      .then(setRead)
      .catch(() => {});
    return () => asking.abort();
  }, [address, digest]);
  return read;
}
