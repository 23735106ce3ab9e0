import * as z from 'zod/mini';
import { wholeNumber, words } from './values.js';

/** issues/<publication>/<date>/approvals/<name>.yaml, as mailout writes it. */
export const approvalShape = z.strictObject({
  by: words,
  at: words,
  expires: words,
  covers: z.record(words, z.string()),
  band: z.strictObject({ from: wholeNumber, until: wholeNumber }),
  digest: words,
});
