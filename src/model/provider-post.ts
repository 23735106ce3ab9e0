/** What came of one request to the provider that changes something. Exactly one request was made, or none. */
export type PostReply =
  /** The line with the status came. `text` is the beginning of the rest, empty where that broke off. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      /** The value of a header, named in lower case. */
      readonly header: (name: string) => string | undefined;
      readonly text: string;
    }
  /** There was no connection, so not a byte of the request went out. */
  | { readonly kind: 'not-sent'; readonly why: 'no-such-host' | 'refused' | 'connect-timeout' | 'tls' | 'stopped' }
  /** There was a connection and no answer, so the request may have been done. */
  | { readonly kind: 'lost'; readonly why: 'broke-off' | 'no-answer' | 'stopped' };

/**
 * The writing side of the provider's API, as rooms see it that must not know how to reach it, nor the key. Makes one
 * request at most, follows no redirect, and never rejects.
 *
 * @param path below the host, "/v3/…"
 * @param body JSON in UTF-8
 */
export type ProviderPost = (path: string, body: Uint8Array, signal: AbortSignal) => Promise<PostReply>;
