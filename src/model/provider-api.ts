export type ApiRequest = {
  readonly method: 'GET' | 'POST';
  /** Below the host, "/v3/…". */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: unknown;
};

/** The reading side of the provider's API, as rooms see it that must not know how to reach it. */
export type ProviderApi = {
  /** The JSON of an answer. Throws a Fault where there is none: no room ever takes silence for an empty list. */
  readonly ask: (request: ApiRequest) => Promise<unknown>;
  /** What the provider's clock showed with its last answer (RFC 9110, 6.6.1), in milliseconds since 1970, if it said so. */
  readonly clock?: () => number | undefined;
  /** The bytes of a file that an answer pointed to. The key is not sent with it. Throws a Fault where it breaks off. */
  readonly download: (address: string) => AsyncIterable<Uint8Array>;
};
