/** Who runs jobs. */
export const ciHosts = ['github', 'gitlab'] as const;
export type CiHost = (typeof ciHosts)[number];

/** What of a workspace its jobs depend on. Plain data, and the same for the same files: so is what is made of it. */
export type CiFacts = {
  /** The workspace’s folder in its repository, with slashes; empty if they are the same. */
  readonly folder: string;
  /** How mailout is run in that folder after `npm ci`: a program and its first arguments, without spaces in them. */
  readonly program: string;
  /** The branch from which mail is sent. */
  readonly branch: string;
  /** When jobs that send have to run: lines of cron in UTC. Empty if no newsletter goes by mail. */
  readonly times: readonly string[];
  /** The organisation’s, IANA: for words only. */
  readonly zone: string;
  /** Names of the environment variables that sending needs, secrets all of them. */
  readonly secrets: readonly string[];
  /** Whether SendGrid’s lists of who must not be written to have to have been read lately before anything is sent. */
  readonly syncs: boolean;
};

/** A file to be written. The path is from the top of the repository. */
export type ScaffoldFile = { readonly path: string; readonly text: string };
