/** The code of an error: of the server (SQLSTATE; PostgreSQL manual, appendix A), of the system, or of Node. */
export function codeOf(error: unknown): string {
  // Where a name has several addresses, Node tries them all.
  if (error instanceof AggregateError && !('code' in error)) return codeOf(error.errors[0]);
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** The words with the code in brackets, for those who can look it up; as they are where there is none. */
export function withCode(words: string, code: string): string {
  return /^\w{1,40}$/.test(code) ? words.replace(/\.$/, ` (${code}).`) : words;
}

/** Whether it is the server that says so, and not somebody on the way to it. */
export function isSqlState(code: string): boolean {
  return /^(?=.*\d)[0-9A-Z]{5}$/.test(code);
}
