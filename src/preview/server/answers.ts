import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

/** What the server’s routes know of the connection that a request came by. */
export type Wire = { Bindings: HttpBindings };

/** Why something is not done, in words for the editor. */
export type Refusal = {
  readonly status: 400 | 403 | 404 | 405 | 408 | 409 | 413 | 415 | 431 | 500 | 503;
  readonly words: string;
  readonly fix?: string;
};

export const refusals = {
  foreign: {
    status: 403,
    words: 'This preview answers its own page only.',
    fix: 'Open the address that “mailout preview” printed.',
  },
  locked: {
    status: 403,
    words: 'This preview was opened without its key.',
    fix: 'Open the whole address that “mailout preview” printed, with everything after the question mark.',
  },
  unknown: {
    status: 404,
    words: 'There is nothing here in this preview.',
    fix: 'Go back to the first page.',
  },
  method: { status: 405, words: 'A preview is only looked at or told something.' },
  notJson: { status: 415, words: 'This was not sent as the page sends it.', fix: 'Load the page again.' },
  tooLarge: {
    status: 413,
    words: 'This is more than can be changed in one go.',
    fix: 'Change it in the file itself.',
  },
  wrongShape: { status: 400, words: 'This was not understood.', fix: 'Load the page again.' },
  tooSlow: { status: 408, words: 'This took too long to arrive.', fix: 'Try again.' },
  tooManyHeaders: { status: 431, words: 'This was not understood.', fix: 'Load the page again.' },
  tooManyPages: {
    status: 503,
    words: 'This preview is open too often.',
    fix: 'Close some of its pages, then load this one again.',
  },
  broken: {
    status: 500,
    words: 'Something went wrong in mailout itself.',
    fix: 'Look at what the terminal says, and load the page again.',
  },
} as const satisfies Readonly<Record<string, Refusal>>;

/** A refusal: as data for the page’s own questions, as plain words for whoever opens an address. */
export function refuse(c: Context<Wire>, { status, words, fix }: Refusal): Response {
  if (c.req.path.startsWith('/api/')) return c.json({ ok: false, words, ...(fix !== undefined && { fix }) }, status);
  return c.text(inWords({ words, ...(fix !== undefined && { fix }) }), status);
}

/** A refusal as plain words. */
export function inWords({ words, fix }: Pick<Refusal, 'words' | 'fix'>): string {
  return fix === undefined ? `${words}\n` : `${words} ${fix}\n`;
}
