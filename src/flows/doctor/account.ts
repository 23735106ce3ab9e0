import { grouped } from '../../model/count.js';
import type { ProviderApi } from '../../model/provider-api.js';
import { provider } from '../provider.js';
import { bad, type Check, type Diagnosis, good, named, type Patient, warning } from './check.js';

/*
 * What SendGrid says of the account, where there is a key (sendgrid.md, 7). Nothing is asked that the key may not read:
 * the answer would be no, and say nothing.
 */

/** What the key has to be able to do, by what it is for. */
const neededScopes: Readonly<Record<string, readonly string[]>> = {
  'send mail': ['mail.send'],
  'hold mail and take it back': ['mail.batch.create', 'user.scheduled_sends.create', 'user.scheduled_sends.read'],
  'read who must not be written to': ['suppression.read'],
};

/** Scopes that only a key with full access has. */
const telling = ['api_keys.create', 'teammates.create'];

const scopes: Check = (patient) =>
  asked(patient, async (api) => {
    const known = await scopesOf(api);
    const missing = Object.entries(neededScopes).filter(([, names]) => !names.every((name) => known.has(name)));
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

const credits: Check = (patient) =>
  asked(patient, async (api) => {
    if (!(await scopesOf(api)).has('user.credits.read')) return [];
    const remain = part(await api.ask({ method: 'GET', path: '/v3/user/credits' }), 'remain');
    const sizes = patient.content.audiences.map(({ size }) => size?.until ?? 0);
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

/** Mail comes from a domain that SendGrid may send for, or mailbox providers take it for a forgery. */
const senders: Check = (patient) =>
  asked(patient, async (api) => {
    if (!(await scopesOf(api)).has('whitelabel.read')) return [];
    const answer = await api.ask({ method: 'GET', path: '/v3/whitelabel/domains', query: { limit: 200 } });
    const valid = listOf(answer).flatMap((one) => (part(one, 'valid') === true ? String(part(one, 'domain')) : []));
    const domains = [...new Set(mailed(patient).map(({ sender }) => sender.address.split('@').at(-1) ?? ''))];
    const strange = domains.filter((domain) => !valid.some((one) => domain === one || domain.endsWith(`.${one}`)));
    if (strange.length === 0) return [good(`SendGrid may send for ${named(domains)}.`)];
    return strange.map((domain) =>
      bad(
        `SendGrid has not authenticated ${domain}, from which mail is to come.`,
        'Authenticate it at SendGrid (Settings, Sender Authentication), and have the DNS records set that it shows.',
      ),
    );
  });

const groups: Check = (patient) =>
  asked(patient, async (api) => {
    const wanted = patient.content.audiences.flatMap(({ unsubscribeGroup: group, source }) =>
      group === undefined ? [] : [{ group, file: source.file }],
    );
    if (wanted.length === 0 || !(await scopesOf(api)).has('asm.groups.read')) return [];
    const known = listOf(await api.ask({ method: 'GET', path: '/v3/asm/groups' })).map((one) => part(one, 'id'));
    const missing = wanted.filter(({ group }) => !known.includes(group));
    if (missing.length === 0) return [good('The unsubscribe groups of audiences are there.')];
    return missing.map(({ group, file }) =>
      bad(`SendGrid has no unsubscribe group ${group}.`, `Correct “unsubscribe-group” in ${file}.`),
    );
  });

/** Every request says so itself, but whoever sends by hand from the account does not. */
const tracking: Check = (patient) =>
  asked(patient, async (api) => {
    if (!(await scopesOf(api)).has('tracking_settings.read')) return [];
    const settings = part(await api.ask({ method: 'GET', path: '/v3/tracking_settings' }), 'result');
    const on = listOf(settings).flatMap((one) =>
      part(one, 'enabled') === true && ['open', 'click', 'subscription'].includes(String(part(one, 'name')))
        ? String(part(one, 'title') ?? part(one, 'name'))
        : [],
    );
    if (on.length === 0) return [good('Nobody’s clicks and opens are tracked in the account.')];
    return [
      warning(
        `The account tracks readers: ${named(on)}. mailout switches it off for its own mail.`,
        'Switch it off at SendGrid (Settings, Tracking), for mail that others send from there.',
      ),
    ];
  });

/** Times of sending are counted from this computer's clock. `MAILOUT_NOW` stands in for it in rehearsals. */
const clock: Check = (patient) =>
  asked(patient, async (api) => {
    if (patient.variable('MAILOUT_NOW') !== undefined) return [];
    await scopesOf(api);
    const theirs = api.clock?.();
    if (theirs === undefined) return [];
    const apart = Math.round(Math.abs(theirs - Date.parse(patient.now)) / 60_000);
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

/** Asks, if there is a key. */
async function asked(
  { variable, content }: Patient,
  question: (api: ProviderApi) => Promise<readonly Diagnosis[]>,
): Promise<readonly Diagnosis[]> {
  if (variable('SENDGRID_API_KEY') === undefined) return [];
  return question(await provider(content.organisation.region, variable));
}

async function scopesOf(api: ProviderApi): Promise<ReadonlySet<unknown>> {
  return new Set(listOf(part(await api.ask({ method: 'GET', path: '/v3/scopes' }), 'scopes')));
}

function mailed({ content }: Patient) {
  return content.publications.filter(({ channel }) => channel === 'email');
}

function part(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export const accountChecks = { scopes, credits, senders, groups, tracking, clock } satisfies Record<string, Check>;
