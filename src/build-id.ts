declare const BUILD_ID: string | undefined;

/**
 * Tells one built mailout from another: a digest of its sources, put in by the bundler. Undefined when the sources run
 * as they are; then nothing may be cached, because nobody can tell whether they have changed.
 */
export const buildId: string | undefined = typeof BUILD_ID === 'string' ? BUILD_ID : undefined;
