import type { Unsubscribe } from '../../delivery/message.js';
import type { PlanRefusal, Setting } from '../../delivery/plan.js';
import { hasLocalLinks } from '../../delivery/public-links.js';
import { smtpServer } from '../../delivery/transports/smtp/server.js';
import { transports } from '../../delivery/transports/transports.js';
import type { Audience } from '../../model/audience.js';
import { exitCode, Fault } from '../../model/fault.js';
import { type Organisation, type TransportKind, transportKinds } from '../../model/organisation.js';
import { suggestion } from '../../model/suggest.js';
import { hostOf } from '../../sendgrid/host.js';
import type { NextMail } from '../next-mail.js';
import type { PeopleWorld } from '../people-world.js';
import { listId, webFolder } from './letters.js';

/** By what an issue goes out, and how. */
export type Sending = {
  readonly kind: TransportKind;
  /** Whether anybody gets mail by it. */
  readonly isReal: boolean;
  /** Whether its server is this computer, as in tests and rehearsals. */
  readonly isLocal: boolean;
  readonly unsubscribe: Unsubscribe;
  /** What of it an approval covers. Nothing secret. */
  readonly settings: Readonly<Record<string, Setting>>;
  /** What stands in the way. */
  readonly refusals: readonly PlanRefusal[];
};

/**
 * The transport that is meant: the one that was asked for, the one of mailout.yaml, or the one that there is a key for.
 * Without either it is the outbox, by which nobody gets mail.
 *
 * @throws Fault (exit 2) where there is no such transport.
 */
export function transportKind(
  asked: string | undefined,
  { delivery }: Organisation,
  variable: PeopleWorld['variable'],
): TransportKind {
  if (asked !== undefined) {
    const known = transportKinds.find((kind) => kind === asked);
    if (known) return known;
    throw new Fault({
      code: 'send/unknown-transport',
      exit: exitCode.usage,
      words: `There is no transport called “${asked}”.`,
      fix: suggestion(asked, transportKinds),
    });
  }
  if (delivery.transport) return delivery.transport;
  if (variable('SENDGRID_API_KEY')) return 'sendgrid';
  return variable('MAILOUT_SMTP') ? 'smtp' : 'outbox';
}

/**
 * How an issue would go out by a transport, and what stands in its way.
 *
 * @throws Fault where the transport has no key (exit 4), or its address is none (exit 2).
 */
export function sendingBy(
  kind: TransportKind,
  next: NextMail,
  audience: Audience,
  organisation: Organisation,
  { variable }: PeopleWorld,
): Sending {
  const { isReal } = transports[kind];
  const server = serverOf(kind, organisation, variable);
  const unsubscribe = unsubscribeBy(kind, audience, organisation);
  const folder = webFolder(next, organisation);
  const refusals: PlanRefusal[] = [];
  if (isReal && !unsubscribe) refusals.push(noUnsubscribing(kind, audience));
  const files = new Set(next.mail.files);
  if (isReal && folder === undefined && next.mail.editions.some(({ html }) => hasLocalLinks(html, files))) {
    refusals.push({
      words: 'The issue has pictures or files beside it, and nothing says where they are on the web.',
      fix: 'Add “web” to mailout.yaml, and put the folder of the issue there.',
    });
  }
  if (isReal && !server.isLocal && audience.environment === 'test') {
    refusals.push({
      words: `${audience.title} is a test audience: nobody in it exists.`,
      fix: 'Send to the outbox: --transport outbox. If these people are meant, write “environment: live” in the audience’s file.',
    });
  }
  const { clicks, opens } = organisation.delivery.tracking;
  return {
    kind,
    isReal,
    isLocal: server.isLocal,
    unsubscribe: unsubscribe ?? { by: 'group', group: 0 },
    settings: {
      ...server.settings,
      'pictures and files': folder ?? 'nowhere',
      list: listId(next, organisation),
      'unsubscribe by': unsubscribe ? describe(unsubscribe) : 'nothing',
      ...(kind === 'sendgrid' && { 'clicks are tracked': clicks, 'opens are tracked': opens }),
    },
    refusals,
  };
}

type Server = { readonly isLocal: boolean; readonly settings: Readonly<Record<string, Setting>> };

function serverOf(kind: TransportKind, { region }: Organisation, variable: PeopleWorld['variable']): Server {
  switch (kind) {
    case 'outbox':
      return { isLocal: true, settings: {} };
    case 'smtp': {
      const { host, isLocal } = smtpServer(variable('MAILOUT_SMTP') ?? '');
      return { isLocal, settings: { server: host } };
    }
    case 'sendgrid': {
      const { isLoopback } = hostOf(region, variable('MAILOUT_SENDGRID_URL'));
      return { isLocal: isLoopback, settings: { region, ...(isLoopback && { server: 'this computer' }) } };
    }
  }
}

/**
 * How readers of an audience unsubscribe from mail that goes out by a transport; undefined if they have no way. SendGrid
 * makes links and headers for its groups itself; whoever else sends needs a page of the organisation's.
 */
export function unsubscribeBy(
  kind: TransportKind,
  { unsubscribeGroup }: Audience,
  { delivery }: Organisation,
): Unsubscribe | undefined {
  if (kind !== 'smtp' && unsubscribeGroup !== undefined) return { by: 'group', group: unsubscribeGroup };
  return delivery.unsubscribe && { by: 'link', ...delivery.unsubscribe };
}

function describe(unsubscribe: Unsubscribe): string {
  if (unsubscribe.by === 'group') return `SendGrid’s group ${unsubscribe.group}`;
  return [unsubscribe.link, ...(unsubscribe.mailto === undefined ? [] : [unsubscribe.mailto])].join(', ');
}

function noUnsubscribing(kind: TransportKind, { source }: Audience): PlanRefusal {
  const group = `Add “unsubscribe-group” to ${source.file}, with the number of the group at SendGrid, or`;
  return {
    words: 'Readers would have no way to unsubscribe.',
    fix: `${kind === 'sendgrid' ? `${group} add` : 'Add'} “delivery: { unsubscribe: { link: https://…{token} } }” to mailout.yaml.`,
  };
}
