import { exitCode, Fault } from '../model/fault.js';

/*
 * Faults of the provider in our words. What it answers can repeat addresses, and errors of the network hold the whole
 * request with the key: neither goes on.
 */

/** The scope (sendgrid.md, 7) that a key needs for a path. */
const scopes: readonly (readonly [RegExp, string])[] = [
  [/^\/v3\/marketing\//, 'Marketing, read access (marketing.read)'],
  [/^\/v3\/suppression\/bounces/, 'Suppressions, read access (suppression.bounces.read)'],
  [/^\/v3\/suppression\/spam_reports/, 'Suppressions, read access (suppression.spam_reports.read)'],
  [/^\/v3\/suppression\/invalid_emails/, 'Suppressions, read access (suppression.invalid_emails.read)'],
  [/^\/v3\/suppression\/unsubscribes/, 'Suppressions, read access (suppression.unsubscribes.read)'],
  [/^\/v3\/asm\//, 'Unsubscribe groups, read access (asm.groups.read and asm.groups.suppressions.read)'],
];

export function noKey(): Fault {
  return new Fault({
    code: 'sendgrid/no-key',
    exit: exitCode.credentials,
    words: 'There is no SendGrid key.',
    fix: 'Set the environment variable SENDGRID_API_KEY.',
  });
}

export function badKey(): Fault {
  return new Fault({
    code: 'sendgrid/bad-key',
    exit: exitCode.credentials,
    words: 'The SendGrid key has a character in it that no key has.',
    fix: 'Copy the key again, without spaces or line breaks, and set SENDGRID_API_KEY to it.',
  });
}

/** An answer that is none of those that a request can be satisfied with. */
export function refusedWith(status: number, path: string): Fault {
  if (status === 401) {
    return new Fault({
      code: 'sendgrid/key-refused',
      exit: exitCode.credentials,
      words: 'SendGrid does not accept the key.',
      fix: 'Check SENDGRID_API_KEY: the key may be mistyped, deleted, of another region, or its account suspended.',
    });
  }
  if (status === 403) {
    const scope = scopes.find(([pattern]) => pattern.test(path))?.[1] ?? 'another scope';
    return new Fault({
      code: 'sendgrid/scope',
      exit: exitCode.credentials,
      words: 'The SendGrid key may not do this.',
      fix: `Give it the scope that is missing: ${scope}.`,
    });
  }
  const [, group] = /^\/v3\/asm\/groups\/(\d+)/.exec(path) ?? [];
  if (status === 404 && group !== undefined) return noSuchGroup(Number(group));
  const why = status === 404 ? 'what was asked for is not there' : `the answer was ${status}`;
  return unreadable(`SendGrid could not be read: ${why}.`);
}

/** An audience names an unsubscribe group that the account does not have. */
export function noSuchGroup(group: number): Fault {
  return unreadable(
    `SendGrid has no unsubscribe group ${group}.`,
    'Correct the number of the group in the audience’s file, or check that the key is of the right account.',
  );
}

/** Whatever else stands in the way; nothing was read then, which is not the same as nothing being there. */
export function unreadable(
  words: string,
  fix = 'Try again later. Until it works, nothing is sent on the strength of it.',
): Fault {
  return new Fault({ code: 'sendgrid/unreadable', exit: exitCode.incomplete, words, fix });
}
