import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { get } from 'node:http';
import { inspect } from 'node:util';
import sdk from '@sendgrid/mail';
import { afterEach, describe, expect, it } from 'vitest';
import { requestBody } from '../../../../src/delivery/transports/sendgrid/sdk.js';
import { sendGridTransport } from '../../../../src/delivery/transports/sendgrid/transport.js';
import { sendGridPost } from '../../../../src/sendgrid/post.js';
import type { FaultRule } from '../../../fakes/sendgrid/faults.js';
import { startSendGrid, testKey } from '../../../fakes/sendgrid-server.js';
import { reader, sampleLetter } from '../sample.js';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** Counts what goes out over Node's own HTTP client, which is the one that the SDK's requests would take. */
function counted(): { requests: number } {
  const count = { requests: 0 };
  const onRequest = () => {
    count.requests += 1;
  };
  for (const channel of ['http.client.request.start', 'http.client.request.created']) {
    subscribe(channel, onRequest);
    ends.push(() => unsubscribe(channel, onRequest));
  }
  return count;
}

async function connected(...faults: FaultRule[]) {
  const server = await startSendGrid({}, { faults });
  ends.push(server.stop);
  const transport = sendGridTransport({
    post: sendGridPost({ key: testKey, region: 'global', baseUrl: server.url }),
    sandbox: false,
    categories: [],
    tracking: { clicks: false, opens: false },
    now: Date.now,
  });
  const message = { letter: sampleLetter(), addressees: [reader(1), reader(2)] };
  return { server, send: () => transport.send(message, 'attempt', new AbortController().signal) };
}

describe('SendGrid’s SDK', () => {
  it('writes requests, and no request ever goes its way', async () => {
    const count = counted();
    const { server, send } = await connected();
    expect(await send()).toMatchObject({ outcome: 'accepted' });
    expect([server.mail.count, count.requests]).toEqual([1, 0]);
    await once(get(server.url), 'response');
    expect(count.requests).toBeGreaterThan(0);
  });

  it('cannot reach SendGrid even if somebody gives it a key and has it send', async () => {
    const count = counted();
    const mail = { to: 'ada@example.org', from: 'news@union.example', subject: 'News', text: 'Hello' };
    await requestBody({ ...mail });
    sdk.setApiKey(testKey);
    const [{ statusCode }] = await sdk.send(mail);
    expect([statusCode, count.requests]).toEqual([0, 0]);
  });

  it('follows no redirect, and no outcome has the key or anybody in it', async () => {
    const count = counted();
    const other = await startSendGrid();
    ends.push(other.stop);
    const { server, send } = await connected(
      { from: 1, kind: 'redirect', status: 307, location: `${other.url}/v3/mail/send` },
      { from: 2, kind: 'reset-after' },
      { from: 3, kind: 'bad-address', places: [1] },
      { from: 4, kind: 'status', status: 401 },
    );
    const outcomes = [await send(), await send(), await send(), await send()];
    expect(outcomes).toEqual([
      { outcome: 'rejected', kind: 'bug', reason: '307' },
      { outcome: 'unknown', why: 'broke-off' },
      { outcome: 'rejected', kind: 'address', reason: '400 personalizations.to.email', places: [1] },
      { outcome: 'rejected', kind: 'credentials', reason: '401' },
    ]);
    expect(inspect(outcomes, { depth: null })).not.toMatch(/SG\.|example\.org/);
    expect([server.mail.count, other.asked.length, count.requests]).toEqual([4, 0, 0]);
  });
});
