import { grouped } from '../../model/count.js';
import { listOf, part } from './ask-account.js';
import { bad, type Check, good, warning } from './check.js';

/** What the key has to be able to do, by what it is for (sendgrid.md, 7). */
const neededScopes: Readonly<Record<string, readonly string[]>> = {
  'send mail': ['mail.send'],
  'hold mail and take it back': ['mail.batch.create', 'user.scheduled_sends.create', 'user.scheduled_sends.read'],
  'read who must not be written to': ['suppression.read'],
};

/** And where audiences have unsubscribe groups. */
const neededForGroups = { 'read who has left an unsubscribe group': ['asm.groups.suppressions.read'] };

/** Scopes that only a key with full access has. */
const telling = ['api_keys.create', 'teammates.create'];

const scopes: Check = ({ content, account }) =>
  account(async ({ scopes: known }) => {
    const hasGroups = content.audiences.some(({ unsubscribeGroup }) => unsubscribeGroup !== undefined);
    const needed = { ...neededScopes, ...(hasGroups && neededForGroups) };
    const missing = Object.entries(needed).filter(([, names]) => !names.every((name) => known.has(name)));
    const diagnoses = missing.map(([what, names]) =>
      bad(
        `The key may not ${what}.`,
        `Give it these rights at SendGrid: ${names.filter((name) => !known.has(name)).join(', ')}.`,
      ),
    );
    if (telling.some((scope) => known.has(scope))) {
      diagnoses.push(
        warning(
          'The key may do everything in the account, so whoever gets hold of it may, too.',
          'Make one that may send mail, schedule it and read suppressions, and nothing else.',
        ),
      );
    }
    return diagnoses.length > 0 ? diagnoses : [good('The key may do what it has to, and not everything.')];
  });

const credits: Check = ({ content, account }) =>
  account(async ({ api, scopes }) => {
    if (!scopes.has('user.credits.read')) return [];
    const remain = part(await api.ask({ method: 'GET', path: '/v3/user/credits' }), 'remain');
    const sizes = content.audiences.map(({ size }) => size?.until ?? 0);
    const most = Math.max(0, ...sizes);
    if (typeof remain !== 'number') return [];
    if (remain >= most) return [good(`${grouped(remain)} mails are left of the account’s credits.`)];
    return [
      bad(
        `${grouped(remain)} mails are left of the account’s credits, and an audience may have ${grouped(most)} people.`,
        'Buy more, or wait until SendGrid gives them anew.',
      ),
    ];
  });

const groups: Check = ({ content, account }) =>
  account(async ({ api, scopes }) => {
    const wanted = content.audiences.flatMap(({ unsubscribeGroup: group, source }) =>
      group === undefined ? [] : [{ group, file: source.file }],
    );
    if (wanted.length === 0 || !scopes.has('asm.groups.read')) return [];
    const known = listOf(await api.ask({ method: 'GET', path: '/v3/asm/groups' })).map((one) => part(one, 'id'));
    const missing = wanted.filter(({ group }) => !known.includes(group));
    if (missing.length === 0) return [good('The unsubscribe groups of audiences are there.')];
    return missing.map(({ group, file }) =>
      bad(`SendGrid has no unsubscribe group ${group}.`, `Correct “unsubscribe-group” in ${file}.`),
    );
  });

/** Times of sending are counted from this computer's clock. `MAILOUT_NOW` stands in for it in rehearsals. */
const clock: Check = ({ variable, now, account }) =>
  account(({ api }) => {
    if (variable('MAILOUT_NOW') !== undefined) return [];
    const theirs = api.clock?.();
    if (theirs === undefined) return [];
    const apart = Math.round(Math.abs(theirs - Date.parse(now)) / 60_000);
    if (apart <= mostApart) return [good('The clock of this computer is right.')];
    return [
      bad(
        `The clock of this computer is ${apart} minutes away from SendGrid’s.`,
        'Set it, and have it kept by a time server.',
      ),
    ];
  });

/** In minutes. Mail that is held may be taken back until ten minutes before its time. */
const mostApart = 5;

export const accountChecks = { scopes, credits, groups, clock } satisfies Record<string, Check>;
