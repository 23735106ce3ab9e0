/**
 * Why a whole request was refused. In each case nobody of it gets mail from it.
 *
 * - `message`: what all of them would get is wrong (400 and 422, where no recipient is named).
 * - `address`: somebody in it cannot be written to (400 and 422 about a recipient).
 * - `too-large`: 413.
 * - `credentials`: 401, 403; also no credits left.
 * - `bug`: the request is not one that the provider knows (404, 405, 406, 415), or it sent us somewhere else (3xx).
 */
export const rejectedKinds = ['message', 'address', 'too-large', 'credentials', 'bug'] as const;
export type RejectedKind = (typeof rejectedKinds)[number];

/** Why not a byte of a request went out. `stopped`: the run ended between writing the intent and sending. */
export const notSentReasons = ['no-such-host', 'refused', 'connect-timeout', 'tls', 'stopped'] as const;
export type NotSentReason = (typeof notSentReasons)[number];

/**
 * Why nobody knows whether the provider took a request.
 *
 * - `server-error`: it answered with 5xx, which may come after it took it.
 * - `broke-off`: the connection ended after the first byte and before an answer.
 * - `no-answer`: the time ran out after the first byte.
 * - `not-the-provider`: somebody answered that nothing is known of (2xx that is none of the provider's; a captive portal).
 * - `stopped`: it was broken off because the run had to end at once.
 * - `run-died`: the run that wrote the intent never wrote what came of it.
 * - `bug`: the transport failed in a way that it should have foreseen.
 */
export const unknownReasons = [
  'server-error',
  'broke-off',
  'no-answer',
  'not-the-provider',
  'stopped',
  'run-died',
  'bug',
] as const;
export type UnknownReason = (typeof unknownReasons)[number];

/**
 * What a transport says of one try to send one batch. The transport decides which it is; the rules are those of
 * docs/delivery.md. What is not certain is `unknown`: a read that timed out, for one, can only do so after the
 * request was written, and so may follow its acceptance.
 */
export type Outcome =
  /** The provider took it: the line with the status is enough, also if the rest of the answer is broken. */
  | { readonly outcome: 'accepted'; readonly id?: string }
  | {
      readonly outcome: 'rejected';
      readonly kind: RejectedKind;
      /** What was refused, as a short code: equal for equal causes, and with nothing of any recipient in it. */
      readonly reason: string;
      /** Of `address`: whom it is about, as indexes into the recipients of the message. Absent where it is not told. */
      readonly places?: readonly number[];
    }
  /** 429. `until`: from when on one may try again, in milliseconds since 1970; absent where it is not told. */
  | { readonly outcome: 'throttled'; readonly until?: number }
  /** It never came to a request: nothing was written to any connection. */
  | { readonly outcome: 'not-sent'; readonly why: NotSentReason }
  | { readonly outcome: 'unknown'; readonly why: UnknownReason };
