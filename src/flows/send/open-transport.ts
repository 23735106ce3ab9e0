import { join } from 'node:path';
import { usualOutbox } from '../../delivery/transports/outbox/transport.js';
import { smtpServer } from '../../delivery/transports/smtp/server.js';
import { type OpenTransport, transports } from '../../delivery/transports/transports.js';
import type { Organisation, TransportKind } from '../../model/organisation.js';
import type { ProviderPost } from '../../model/provider-post.js';
import type { PeopleWorld } from '../people-world.js';

/** What a transport is opened for. */
export type Occasion = {
  /** The folder of the outbox, relative to the workspace. */
  readonly folder: string;
  /** What mails in the outbox are dated. */
  readonly date: Date;
  /** Opaque: what SendGrid's figures are kept by. */
  readonly category?: string;
  readonly isSandbox: boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

/** Where the mails of an issue are put instead of being sent: where git does not look, since there are addresses in them. */
export function outboxFolder(publication: string, date: string): string {
  return `audiences/private/outbox/${publication}/${date}`;
}

/**
 * Opens a transport with the keys of the environment.
 *
 * @throws Fault where there is no key (exit 4), or it cannot be opened.
 */
export async function openTransport(
  kind: TransportKind,
  { folder, date, category, isSandbox, now }: Occasion,
  organisation: Organisation,
  { root, variable }: PeopleWorld,
): Promise<OpenTransport> {
  switch (kind) {
    case 'outbox':
      return transports.outbox.open({ folder: join(root, folder), date, ...usualOutbox });
    case 'smtp':
      return transports.smtp.open({ server: smtpServer(variable('MAILOUT_SMTP') ?? ''), now });
    case 'sendgrid':
      return transports.sendgrid.open({
        post: await providerPost(organisation, variable),
        sandbox: isSandbox,
        categories: category === undefined ? [] : [category],
        tracking: organisation.delivery.tracking,
        now,
      });
  }
}

async function providerPost({ region }: Organisation, variable: PeopleWorld['variable']): Promise<ProviderPost> {
  const { sendGridPost } = await import('../../sendgrid/post.js');
  const baseUrl = variable('MAILOUT_SENDGRID_URL');
  return sendGridPost({ key: variable('SENDGRID_API_KEY') ?? '', region, ...(baseUrl && { baseUrl }) });
}
