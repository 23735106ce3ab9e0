import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookUp } from '../../src/links/look-up.js';
import { allowing, answer, type Site, startSite, stateOf } from './servers.js';

let folder: string;
let cache: string;
let site: Site;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mailout-links-'));
  cache = join(folder, 'cache/links.json');
  site = await startSite({
    '/open': answer(301, { location: '/there' }),
    '/there': answer(200, { 'content-language': 'cy' }),
    '/wall': answer(403),
  });
});
afterEach(async () => {
  await site.stop();
  rmSync(folder, { recursive: true });
});

const hour = 60 * 60 * 1000;
const start = 1_800_000_000_000;
const at = (hours: number) => allowing([site], { cache, now: start + hours * hour });

describe('what became of a link is remembered', () => {
  it.each([
    ['/open', 'a week', 7 * 24],
    ['/gone', 'a day', 24],
    ['/wall', 'an hour', 1],
  ])('%s for %s', async (path, _, hours) => {
    const first = await stateOf(site.url(path), at(0));
    const asked = site.asked.length;
    expect(first).toBeDefined();
    expect(await stateOf(site.url(path), at(hours - 0.1))).toEqual(first);
    expect(site.asked).toHaveLength(asked);
    expect(await stateOf(site.url(path), at(hours))).toEqual(first);
    expect(site.asked).toHaveLength(2 * asked);
  });

  it('not from the future: a clock was wrong', async () => {
    await stateOf(site.url('/open'), at(100));
    const asked = site.asked.length;
    await stateOf(site.url('/open'), at(0));
    expect(site.asked).toHaveLength(2 * asked);
  });

  it('beside what was remembered before, and nothing is left beside the file', async () => {
    await stateOf(site.url('/open'), at(0));
    await stateOf(site.url('/gone'), at(0));
    const asked = site.asked.length;
    const { states } = await lookUp([site.url('/open'), site.url('/gone')], at(0.5));
    expect(states.size).toBe(2);
    expect(site.asked).toHaveLength(asked);
    expect(readdirSync(join(folder, 'cache'))).toEqual(['links.json']);
  });

  it('and forgotten when it counts no more', async () => {
    await stateOf(site.url('/gone'), at(0));
    await stateOf(site.url('/wall'), at(48));
    expect(readFileSync(cache, 'utf8')).not.toContain('/gone');
  });
});

describe('a file that is damaged', () => {
  const damaged = (links: unknown) => JSON.stringify({ version: 1, links });
  it.each([
    ['in the middle', () => readFileSync(cache, 'utf8').slice(0, -20)],
    ['wholly', () => '\0\0\0'],
    ['by another version', () => readFileSync(cache, 'utf8').replace('"version":1', '"version":2')],
    ['in an entry', () => damaged({ [site.url('/open')]: { at: start, state: { is: 'open', redirects: 'two' } } })],
    ['in a time', () => damaged({ [site.url('/open')]: { at: 'now', state: { is: 'open', redirects: 2 } } })],
    ['in a state', () => damaged({ [site.url('/open')]: { at: start, state: { is: 'fine' } } })],
    ['in its shape', () => damaged([null, 7])],
  ])('%s costs a request and nothing else', async (_, text) => {
    const first = await stateOf(site.url('/open'), at(0));
    writeFileSync(cache, text());
    const asked = site.asked.length;
    expect(await stateOf(site.url('/open'), at(0.5))).toEqual(first);
    expect(site.asked).toHaveLength(2 * asked);
    expect(JSON.parse(readFileSync(cache, 'utf8'))).toMatchObject({ version: 1 });
  });

  it('or cannot be written does not matter', async () => {
    writeFileSync(join(folder, 'file'), '');
    const options = { ...at(0), cache: join(folder, 'file/links.json') };
    expect(await stateOf(site.url('/gone'), options)).toEqual({ is: 'gone', status: 404 });
  });
});

it('what could not be asked is not remembered', async () => {
  const resolve = async () => {
    throw Object.assign(new Error('EAI_AGAIN'), { code: 'EAI_AGAIN' });
  };
  await lookUp(['https://www.example.org/'], { ...at(0), resolve });
  expect(existsSync(cache)).toBe(false);
});
