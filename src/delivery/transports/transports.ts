import type { TransportKind } from '../../model/organisation.js';
import type { Message } from '../message.js';
import type { Transport } from '../ports.js';
import type { OutboxSettings } from './outbox/transport.js';
import type { SendGridSettings } from './sendgrid/settings.js';
import type { SmtpSettings } from './smtp/transport.js';

/** What each transport needs to know. */
export type TransportSettings = {
  readonly outbox: OutboxSettings;
  readonly smtp: SmtpSettings;
  readonly sendgrid: SendGridSettings;
};

/** A transport that holds on to connections until it is closed. */
export type OpenTransport = Transport<Message> & { readonly close: () => Promise<void> };

/** A kind of transport. `open` loads it, and may throw a Fault where its settings are of no use. */
export type TransportOf<Settings> = {
  /** How many people one message has at most. */
  readonly mostPeople: number;
  /** Whether it can hold mail back, so that it can be taken back. */
  readonly canHold: boolean;
  /** Whether anybody gets mail by it. */
  readonly isReal: boolean;
  readonly open: (settings: Settings) => Promise<OpenTransport>;
};

export const transports: { readonly [kind in TransportKind]: TransportOf<TransportSettings[kind]> } = {
  outbox: {
    mostPeople: 1_000,
    canHold: false,
    isReal: false,
    open: async (settings) => closable(await (await import('./outbox/transport.js')).outboxTransport(settings)),
  },
  smtp: {
    mostPeople: 1,
    canHold: false,
    isReal: true,
    open: async (settings) => (await import('./smtp/transport.js')).smtpTransport(settings),
  },
  sendgrid: {
    mostPeople: 1_000,
    canHold: true,
    isReal: true,
    open: async (settings) => closable((await import('./sendgrid/transport.js')).sendGridTransport(settings)),
  },
};

function closable(transport: Transport<Message>): OpenTransport {
  return { ...transport, close: async () => {} };
}
