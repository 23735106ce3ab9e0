import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { Resolve } from '../../src/links/guarded-connector.js';
import { lookUp } from '../../src/links/look-up.js';
import { allowing, answer, byMethod, type Pages, type Site, startSite, stateOf } from './servers.js';

const started: Site[] = [];
afterEach(() => Promise.all(started.splice(0).map(({ stop }) => stop())));

async function site(pages: Pages): Promise<Site> {
  const one = await startSite(pages);
  started.push(one);
  return one;
}

const failing =
  (code: string): Resolve =>
  async () => {
    throw Object.assign(new Error(code), { code });
  };

describe('a link', () => {
  it('that opens is asked for its headers only', async () => {
    const one = await site({ '/a?b=c': answer(200, { 'content-language': 'cy' }) });
    expect(await stateOf(one.url('/a?b=c#part'), allowing([one]))).toEqual({ is: 'open', redirects: 0, lang: 'cy' });
    expect(one.asked).toEqual(['HEAD /a?b=c']);
  });

  it.each([400, 403, 404, 405, 500, 501])(
    'whose server answers %i to a question for headers is asked once more',
    async (status) => {
      const one = await site({ '/': byMethod(status, 200) });
      expect(await stateOf(one.url('/'), allowing([one]))).toEqual({ is: 'open', redirects: 0 });
      expect(one.asked).toEqual(['HEAD /', 'GET /']);
    },
  );

  it('whose server breaks off at a question for headers is asked once more', async () => {
    const one = await site({
      '/': (request, response) => (request.method === 'HEAD' ? request.socket.destroy() : response.end('page')),
    });
    expect(await stateOf(one.url('/'), allowing([one]))).toEqual({ is: 'open', redirects: 0 });
  });

  it('of a page without end is open: the page is not read', async () => {
    const one = await site({
      '/': (request, response) => {
        if (request.method === 'HEAD') return void response.writeHead(405).end();
        response.writeHead(200);
        const pour = () =>
          response.destroyed ||
          (response.write('x'.repeat(100_000)) ? setImmediate(pour) : response.once('drain', pour));
        pour();
      },
    });
    expect(await stateOf(one.url('/'), allowing([one]))).toEqual({ is: 'open', redirects: 0 });
  });

  it.each([
    [404, { is: 'gone', status: 404 }],
    [410, { is: 'gone', status: 410 }],
    [500, { is: 'gone', status: 500 }],
    [503, { is: 'gone', status: 503 }],
  ])('with status %i is gone', async (status, state) => {
    const one = await site({ '/': answer(status) });
    expect(await stateOf(one.url('/'), allowing([one]))).toEqual(state);
  });

  it.each([401, 403, 429, 451, 999])('with status %i may open for people', async (status) => {
    const one = await site({ '/': answer(status) });
    expect(await stateOf(one.url('/'), allowing([one]))).toMatchObject({ is: 'unsure' });
  });

  it('whose server says when to come back is not asked again', async () => {
    const one = await site({ '/': answer(503, { 'retry-after': '120' }) });
    expect(await stateOf(one.url('/'), allowing([one]))).toMatchObject({ is: 'unsure' });
    expect(one.asked).toEqual(['HEAD /']);
  });

  it('that nobody answers in time may open for people', async () => {
    const one = await site({ '/': () => {} });
    const options = allowing([one], { limits: { pause: 0, timeout: 100 } });
    expect(await stateOf(one.url('/'), options)).toEqual({ is: 'unsure', because: 'its server takes too long' });
  });

  it('to a port where nobody is leads nowhere', async () => {
    const one = await site({});
    await one.stop();
    expect(await stateOf(one.url('/'), allowing([one]))).toMatchObject({ is: 'unreachable' });
  });

  it('that is no web page, has a merge tag or is no address at all is passed over', async () => {
    const one = await site({ '/': answer(200) });
    const urls = ['mailto:a@example.org', 'tel:+44', one.url('/?of=[[id]]'), '[[web_url]]', 'http://', 'https://a b/'];
    expect(await lookUp(urls, allowing([one]))).toEqual({ states: new Map(), isOffline: false });
    expect(one.asked).toEqual([]);
  });

  it('that is there twice is asked once', async () => {
    const one = await site({ '/': answer(200) });
    const { states } = await lookUp([one.url('/'), one.url('/#a'), one.url('/')], allowing([one]));
    expect([...states.keys()]).toEqual([one.url('/'), one.url('/#a')]);
    expect(one.asked).toEqual(['HEAD /']);
  });
});

describe('redirects', () => {
  it('that are for good tell where a page has gone', async () => {
    const one = await site({
      '/old': answer(301, { location: '/newer' }),
      '/newer': answer(308, { location: '/newest' }),
      '/newest': answer(200),
    });
    expect(await stateOf(one.url('/old'), allowing([one]))).toEqual({
      is: 'open',
      redirects: 2,
      location: one.url('/newest'),
    });
  });

  it('that are for now tell nothing, nor do those behind them', async () => {
    const one = await site({
      '/a': answer(301, { location: '/b' }),
      '/b': answer(302, { location: '/c' }),
      '/c': answer(301, { location: '/d' }),
      '/d': answer(200),
    });
    expect(await stateOf(one.url('/a'), allowing([one]))).toEqual({
      is: 'open',
      redirects: 3,
      location: one.url('/b'),
    });
    expect(await stateOf(one.url('/b'), allowing([one]))).toEqual({ is: 'open', redirects: 2 });
  });

  it('to a page that is gone are gone', async () => {
    const one = await site({ '/a': answer(301, { location: '/b' }) });
    expect(await stateOf(one.url('/a'), allowing([one]))).toEqual({ is: 'gone', status: 404 });
  });

  it('are followed five times and not more', async () => {
    const pages = Object.fromEntries(
      [...Array(8).keys()].map((step) => [`/${step}`, answer(302, { location: `/${step + 1}` })]),
    );
    const one = await site({ ...pages, '/8': answer(200) });
    expect(await stateOf(one.url('/3'), allowing([one]))).toEqual({ is: 'open', redirects: 5 });
    expect(await stateOf(one.url('/2'), allowing([one]))).toMatchObject({ is: 'unsure' });
  });

  it('in circles may end for whoever keeps a cookie', async () => {
    const one = await site({ '/': answer(302, { location: '/' }) });
    expect(await stateOf(one.url('/'), allowing([one]))).toMatchObject({ is: 'unsure' });
    expect(one.asked).toHaveLength(6);
  });

  it.each([{}, { location: 'http://' }])('that lead nowhere are told from pages that are gone', async (headers) => {
    const one = await site({ '/': answer(302, headers) });
    expect(await stateOf(one.url('/'), allowing([one]))).toMatchObject({ is: 'unsure' });
  });
});

describe('servers are not hurried', () => {
  it('at most so many requests are made at once, to one server and to all', async () => {
    const now = { a: 0, b: 0, mostOfOne: 0, mostOfAll: 0 };
    const counting = (name: 'a' | 'b'): Pages =>
      Object.fromEntries(
        [...Array(6).keys()].map((page) => [
          `/${page}`,
          async (_, response) => {
            now[name] += 1;
            now.mostOfOne = Math.max(now.mostOfOne, now[name]);
            now.mostOfAll = Math.max(now.mostOfAll, now.a + now.b);
            await setTimeout(20);
            now[name] -= 1;
            response.end();
          },
        ]),
      );
    const [a, b] = [await site(counting('a')), await site(counting('b'))];
    const urls = [a, b].flatMap((one) => [...Array(6).keys()].map((page) => one.url(`/${page}`)));
    const limits = { pause: 0, perHost: 2, overall: 3, timeout: 2_000 };
    const { states } = await lookUp(urls, allowing([a, b], { limits }));
    expect([...states.values()].filter(({ is }) => is === 'open')).toHaveLength(12);
    expect(now.mostOfOne).toBe(2);
    expect(now.mostOfAll).toBe(3);
  });

  it('there is a pause between requests to one server', async () => {
    const one = await site({ '/a': answer(200), '/b': answer(200), '/c': answer(200) });
    const begun = performance.now();
    await lookUp(
      ['/a', '/b', '/c'].map((path) => one.url(path)),
      allowing([one], { limits: { pause: 60 } }),
    );
    expect(performance.now() - begun).toBeGreaterThan(115);
  });

  it('a check that is called off asks no more', async () => {
    const one = await site({ '/a': () => {}, '/b': answer(200) });
    const stop = new AbortController();
    const limits = { perHost: 1, timeout: 5_000 };
    const looked = lookUp([one.url('/a'), one.url('/b')], allowing([one], { signal: stop.signal, limits }));
    while (one.asked.length === 0) await setTimeout(5);
    stop.abort();
    expect((await looked).states).toEqual(new Map());
    expect(one.asked).toEqual(['HEAD /a']);
  });
});

describe('without internet', () => {
  it.each(['EAI_AGAIN', 'ENETUNREACH'])('nothing is known, and that is said (%s)', async (code) => {
    const options = allowing([], { resolve: failing(code) });
    expect(await lookUp(['https://www.example.org/'], options)).toEqual({ states: new Map(), isOffline: true });
  });

  it('where no name is found, it is not the names', async () => {
    const options = allowing([], { resolve: failing('ENOTFOUND') });
    const urls = ['a', 'b', 'c', 'd'].map((name) => `https://www.${name}.example/`);
    expect(await lookUp(urls, options)).toEqual({ states: new Map(), isOffline: true });
  });

  it('is not where one name is not found and another is', async () => {
    const one = await site({ '/': answer(200) });
    const resolve: Resolve = async (host) =>
      host === 'here.test' ? [{ address: '127.0.0.1', family: 4 }] : failing('ENOTFOUND')(host);
    const urls = [one.url('/', 'here.test'), 'https://a.test/', 'https://b.test/', 'https://c.test/'];
    const { states, isOffline } = await lookUp(urls, allowing([one], { resolve }));
    expect(isOffline).toBe(false);
    expect(states.get('https://a.test/')).toEqual({ is: 'unreachable', because: 'there is no server of that name' });
  });

  it('a server that cannot be reached is tried once, however many links lead there', async () => {
    const tried: string[] = [];
    const resolve: Resolve = async (host) => {
      tried.push(host);
      return failing('ENOTFOUND')(host);
    };
    const urls = [...Array(20).keys()].map((page) => `https://www.example.org/${page}`);
    const begun = performance.now();
    const { states } = await lookUp(urls, allowing([], { resolve, limits: { pause: 200, perHost: 1 } }));
    expect(states.size).toBe(20);
    expect(tried).toEqual(['www.example.org']);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });

  it('is not where one name alone is not found', async () => {
    const options = allowing([], { resolve: failing('ENOTFOUND') });
    expect(await stateOf('https://www.example.org/', options)).toMatchObject({ is: 'unreachable' });
  });
});
