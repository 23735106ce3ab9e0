import type { Clock } from './clock.js';
import type { Head, NoAnswer } from './exchange.js';

/** How often a request is made at most, the first time included. */
const mostTries = 5;

/** SendGrid counts requests by the minute, so nobody has to wait for longer. */
const longestWait = 60_000;

/**
 * Makes a request until there is an answer to keep, and gives the last one where patience ends.
 *
 * Status 429 is always worth another try, and so is a server that was not reached: in both cases nothing was done. Only
 * what is safe to repeat is repeated where something may have been done, which is after a status from 500 on and after
 * an answer that did not come or broke off.
 *
 * @param drop lets go of an answer that is not kept.
 */
export async function patiently<Got extends Head>(
  make: () => Promise<Got | NoAnswer>,
  isSafeToRepeat: boolean,
  clock: Clock,
  drop: (got: Got) => void = () => {},
): Promise<Got | NoAnswer> {
  for (let tries = 1; ; tries += 1) {
    const got = await make();
    if (tries === mostTries || !isWorthRepeating(got, isSafeToRepeat)) return got;
    if (got.kind === 'answer') drop(got);
    await clock.wait(waitAfter(got, tries, clock));
  }
}

function isWorthRepeating(got: Head | NoAnswer, isSafeToRepeat: boolean): boolean {
  switch (got.kind) {
    case 'answer':
      return got.status === 429 || (got.status >= 500 && isSafeToRepeat);
    case 'not-reached':
      return true;
    case 'no-answer':
    case 'broke-off':
      return isSafeToRepeat;
    case 'certificate':
    case 'too-large':
      return false;
  }
}

/** As long as the server asks for, or else longer each time; a bit more, so that not everybody comes back at once. */
function waitAfter(got: Head | NoAnswer, tries: number, clock: Clock): number {
  const isThrottled = got.kind === 'answer' && got.status === 429;
  const usual = (isThrottled ? 1_000 : 500) * 2 ** (tries - 1);
  const wait = Math.min((isThrottled && askedWait(got, clock)) || usual, longestWait);
  return Math.round(wait * (1 + clock.random() / 4));
}

/**
 * What Retry-After (RFC 9110, 10.2.3) or X-RateLimit-Reset (SendGrid: unix seconds) ask for, the longer of the two, in
 * milliseconds; undefined where neither is an instant to come.
 */
function askedWait({ header }: Head, clock: Clock): number | undefined {
  const after = header('retry-after') ?? '';
  const waits = [
    /^\d{1,9}$/.test(after) ? Number(after) * 1_000 : Date.parse(after) - clock.now(),
    numberIn(header('x-ratelimit-reset')) * 1_000 - clock.now(),
  ].filter((wait) => wait > 0);
  return waits.length > 0 ? Math.max(...waits) : undefined;
}

function numberIn(text: string | undefined): number {
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
}
