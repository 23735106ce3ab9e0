import type { Account } from './ask-account.js';
import { listOf, part } from './ask-account.js';
import { type Check, type Diagnosis, good, named, warning } from './check.js';

/** Every request of mailout's says so itself, but whoever sends by hand from the account does not. */
const tracking: Check = ({ account }) =>
  account(async (one) => {
    const on = await switchedOn(one, 'tracking_settings', ['open', 'click', 'subscription']);
    if (on === undefined) return [];
    if (on.length === 0) return [good('Nobody’s clicks and opens are tracked in the account.')];
    return [
      warning(
        `The account tracks readers: ${named(on)}. mailout switches it off for its own mail.`,
        'Switch it off at SendGrid (Settings, Tracking), for mail that others send from there.',
      ),
    ];
  });

/** What goes out is what was approved only if SendGrid adds nothing to it. */
const additions: Check = ({ account }) =>
  account(async (one): Promise<readonly Diagnosis[]> => {
    const on = await switchedOn(one, 'mail_settings', ['footer', 'template']);
    if (on === undefined) return [];
    if (on.length === 0) return [good('SendGrid adds nothing to mails.')];
    return [
      warning(
        `SendGrid adds to every mail, so readers get something else than was approved: ${named(on)}.`,
        'Switch it off at SendGrid (Settings, Mail Settings).',
      ),
    ];
  });

/** Which settings of some are on, by their titles; undefined where the key may not read them. */
async function switchedOn(
  { api, scopes }: Account,
  kind: string,
  names: readonly string[],
): Promise<readonly string[] | undefined> {
  if (!scopes.has(`${kind}.read`)) return undefined;
  const settings = part(await api.ask({ method: 'GET', path: `/v3/${kind}` }), 'result');
  return listOf(settings).flatMap((one) =>
    part(one, 'enabled') === true && names.includes(String(part(one, 'name')))
      ? String(part(one, 'title') ?? part(one, 'name'))
      : [],
  );
}

export const settingsChecks = { tracking, additions } satisfies Record<string, Check>;
