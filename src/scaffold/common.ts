/** The protected environment that has the secrets, on GitHub and on GitLab. */
export const environmentName = 'newsletters';

/** The secrets that looking into the ledger needs: `mailout watch` gets no others. */
export const ledgerSecrets: readonly string[] = ['MAILOUT_KEY', 'MAILOUT_LEDGER'];

/** What reading the provider's lists into the ledger needs. */
export const syncSecrets: readonly string[] = ['SENDGRID_API_KEY', ...ledgerSecrets];

/** When somebody looks whether all went out that should have: once a day, in UTC, never together with a job that sends. */
export const watchTime = '47 8 * * *';

/** The Node.js that jobs run on. */
export const nodeVersion = '24';

/** The folder that the preview is written to, from the workspace. */
export const previewFolder = 'out/preview';

/** Minutes after which a send that is not at its end is stopped. It goes on with the next job. */
export const sendMinutes = 180;

/** A text as YAML reads it back, whatever is in it. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}

/** A path in the repository, of a path in the workspace. */
export function inRepository(folder: string, path: string): string {
  return folder === '' ? path : `${folder}/${path}`;
}

/** Said at the top of every file: whoever changes it should know where it is from. */
export const head = `# Made by “mailout init ci”. Change what you like: it is not written over, unless you say --force.
# What the exit codes mean, and what to do when a job fails, is in mailout's page about CI (docs/ci.md).
`;
