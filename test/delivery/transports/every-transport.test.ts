import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { usualOutbox } from '../../../src/delivery/transports/outbox/transport.js';
import { smtpServer } from '../../../src/delivery/transports/smtp/server.js';
import { transports } from '../../../src/delivery/transports/transports.js';
import { type TransportKind, transportKinds } from '../../../src/model/organisation.js';
import { sendGridPost } from '../../../src/sendgrid/post.js';
import {
  ofLists,
  parsed,
  type TransportUnderTest,
  transportContract,
  withoutEnd,
} from '../../contracts/transport-contract.js';
import { expanded } from '../../fakes/sendgrid/expand.js';
import { startSendGrid } from '../../fakes/sendgrid-server.js';
import { startSmtp } from '../../fakes/smtp-server.js';

/** A line for each kind there is: the compiler asks for the next. */
const started: { readonly [kind in TransportKind]: () => Promise<Omit<TransportUnderTest, 'mostPeople'>> } = {
  outbox: async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'mailout-')), 'outbox');
    return {
      transport: await transports.outbox.open({ folder, date: new Date(0), ...usualOutbox }),
      received: () => Promise.all(readdirSync(folder).map((name) => parsed(readFileSync(join(folder, name))))),
      stop: async () => {},
    };
  },
  smtp: async () => {
    const { port, taken, stop } = await startSmtp();
    return {
      transport: await transports.smtp.open({ server: smtpServer(`smtp://127.0.0.1:${port}`), now: Date.now }),
      received: () => Promise.all(taken.map(({ data }) => parsed(data))),
      stop,
    };
  },
  sendgrid: async () => {
    const server = await startSendGrid();
    const settings = { sandbox: false, categories: ['6f1c'], tracking: { clicks: false, opens: false }, now: Date.now };
    const post = sendGridPost({ key: server.key, region: 'global', baseUrl: server.url });
    return {
      transport: await transports.sendgrid.open({ ...settings, post }),
      received: async () =>
        server.mail.requests
          .flatMap(({ bytes }) => expanded(JSON.parse(bytes.toString())))
          .map(({ to, from, replyTo = '', subject, text, html, headers }) => ({
            to,
            from: from.email,
            fromName: from.name ?? '',
            replyTo,
            subject,
            text: withoutEnd(text),
            html: withoutEnd(html),
            headers: ofLists(headers),
          })),
      stop: server.stop,
    };
  },
};

for (const kind of transportKinds) {
  const { mostPeople } = transports[kind];
  transportContract(kind, async () => ({ ...(await started[kind]()), mostPeople }));
}
