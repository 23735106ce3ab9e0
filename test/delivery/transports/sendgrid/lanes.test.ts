import { afterEach, describe, expect, it } from 'vitest';
import { cancelLane, openLane } from '../../../../src/delivery/transports/sendgrid/lanes.js';
import { sendGridTransport } from '../../../../src/delivery/transports/sendgrid/transport.js';
import { Fault } from '../../../../src/model/fault.js';
import type { ApiRequest, ProviderApi } from '../../../../src/model/provider-api.js';
import { sendGridClient } from '../../../../src/sendgrid/client.js';
import { sendGridPost } from '../../../../src/sendgrid/post.js';
import { startSendGrid } from '../../../fakes/sendgrid-server.js';
import { reader, sampleLetter } from '../sample.js';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const start = Date.UTC(2027, 2, 22);
const unending = new AbortController().signal;

async function account() {
  const clock = { now: start };
  const server = await startSendGrid({}, { now: () => clock.now });
  const access = { key: server.key, region: 'global', baseUrl: server.url } as const;
  const api = sendGridClient(access, { now: () => clock.now, wait: async () => {}, random: () => 0 });
  ends.push(api.close, server.stop);
  const transport = sendGridTransport({
    post: sendGridPost(access),
    sandbox: false,
    categories: [],
    tracking: { clicks: false, opens: false },
    now: () => clock.now,
  });
  const hold = (lane: string) => ({ until: start / 1_000 + 1_800, lane });
  const send = (lane: string, number = 1) =>
    transport.send({ letter: sampleLetter(), addressees: [reader(number)], hold: hold(lane) }, 'a', unending);
  const fates = () => {
    clock.now = start + 31 * 60_000;
    return server.mail.mailbox.taken.map(server.mail.mailbox.fateOf);
  };
  return { server, api, send, fates, clock };
}

describe('a lane', () => {
  it('takes mail under its id, which goes out at its time', async () => {
    const { api, send, fates } = await account();
    expect(await send(await openLane(api))).toMatchObject({ outcome: 'accepted' });
    expect(fates()).toEqual(['released']);
  });

  it('is taken back with all of its mail, and with nobody else’s', async () => {
    const { api, send, fates } = await account();
    const [one, other] = [await openLane(api), await openLane(api)];
    await send(one, 1);
    await send(other, 2);
    await cancelLane(api, one);
    await send(one, 3);
    expect(fates()).toEqual(['discarded', 'released', 'discarded']);
  });

  it('can be taken back again, which changes nothing', async () => {
    const { api, send, fates, server } = await account();
    const lane = await openLane(api);
    await send(lane);
    await cancelLane(api, lane);
    await cancelLane(api, lane);
    expect(server.asked.filter((asked) => asked.startsWith('DELETE'))).toEqual([]);
    expect(fates()).toEqual(['discarded']);
  });

  it('is no lane where SendGrid gives no id', async () => {
    for (const answer of [{}, null, [], { batch_id: 7 }, { batch_id: 'a b' }, { batch_id: '' }]) {
      const api: ProviderApi = { ask: async () => answer, download: async function* () {} };
      const fault = await openLane(api).catch((error: unknown) => error);
      expect(fault).toMatchObject({ details: { code: 'delivery/no-lane', exit: 5 } });
    }
  });

  it('is not taken back as long as SendGrid does not say so', async () => {
    const asked: ApiRequest[] = [];
    const api: ProviderApi = {
      ask: async (request) => {
        asked.push(request);
        return request.method === 'GET' ? [{ batch_id: 'x', status: 'pause' }] : {};
      },
      download: async function* () {},
    };
    const fault = await cancelLane(api, 'x').catch((error: unknown) => error);
    expect(fault).toMatchObject({ details: { code: 'delivery/not-cancelled', exit: 5 } });
    expect(asked.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET']);
  });

  it('that nobody opened, or more than SendGrid takes back at once, is a fault', async () => {
    const { api } = await account();
    await expect(cancelLane(api, 'nobody')).rejects.toBeInstanceOf(Fault);
    for (let number = 0; number < 10; number += 1) await cancelLane(api, await openLane(api));
    await expect(cancelLane(api, await openLane(api))).rejects.toBeInstanceOf(Fault);
  });
});
