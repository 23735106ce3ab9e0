import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { preparePictures } from '../../src/flows/pictures.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mailout-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function write(path: string, content: string | Uint8Array) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

const green = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#2a7f3f' } })
    .jpeg()
    .toBuffer();

const place = { file: 'issues/items/rally.md', line: 7, column: 8 };
const want = (src: string, width = 552) => ({ src, width, place });

describe('the pictures of an issue', () => {
  it('are prepared, named after themselves and given with their size', async () => {
    write('issues/images/May Rally.jpg', await green(1600, 1200));
    const { pictures, files, findings } = await preparePictures([want('issues/images/May Rally.jpg')], root, undefined);
    const picture = pictures.get('issues/images/May Rally.jpg');
    expect(picture).toEqual({
      file: expect.stringMatching(/^images\/may-rally-[0-9a-f]{8}\.jpg$/),
      width: 552,
      height: 414,
    });
    expect(files.map(({ name }) => name)).toEqual([picture?.file]);
    expect(await sharp(files[0]?.content as Uint8Array).metadata()).toMatchObject({ width: 1104, height: 828 });
    expect(findings).toEqual([]);
  });

  it('are prepared once each, at the largest width that is wanted', async () => {
    write('issues/images/rally.jpg', await green(1600, 1200));
    write('issues/images/march.jpg', await green(1200, 1200));
    write('templates/march.jpg', await green(1200, 1200));
    const wanted = [want('issues/images/rally.jpg', 276), want('templates/march.jpg'), want('issues/images/march.jpg')];
    const { pictures, files } = await preparePictures([...wanted, want('issues/images/rally.jpg')], root, undefined);
    expect([...pictures].map(([src, { width }]) => [src, width])).toEqual([
      ['issues/images/rally.jpg', 552],
      ['templates/march.jpg', 552],
      ['issues/images/march.jpg', 552],
    ]);
    expect(files.map(({ name }) => name.slice(0, 13))).toEqual(['images/rally-', 'images/march-']);
  });

  it('that cannot be had are findings where they are named, all at once', async () => {
    write('issues/images/rally.jpg', await green(600, 400));
    write('issues/images/tiny.jpg', await green(60, 40));
    write('issues/images/page.jpg', '<html>Not found</html>');
    write('issues/images/drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>');
    write('issues/images/cut.jpg', (await green(600, 400)).subarray(0, 900));
    const wanted = [
      ...['issues/images/raly.jpg', '../rally.jpg', 'issues/images/page.jpg', 'issues/images/tiny.jpg'],
      ...['https://elsewhere.example/a.jpg', '//elsewhere.example/a.jpg', 'issues/images/drawing.svg'],
      ...['issues/images/cut.jpg', 'issues/images/rally.jpg'],
    ];
    const { pictures, findings } = await preparePictures(
      wanted.map((src) => want(src)),
      root,
      undefined,
    );
    expect(findings.map(({ rule, severity, place }) => [rule, severity, place])).toEqual([
      ['picture/missing', 'error', place],
      ['picture/outside', 'error', place],
      ['picture/not-a-picture', 'error', place],
      ['picture/small', 'warning', place],
      ['picture/elsewhere', 'error', place],
      ['picture/elsewhere', 'error', place],
      ['picture/svg-not-safe', 'error', place],
      ['picture/unreadable', 'error', place],
    ]);
    expect(findings[0]).toMatchObject({
      words: '“issues/images/raly.jpg” is not there.',
      fix: 'Did you mean “issues/images/rally.jpg”?',
    });
    expect(findings[4]?.words).toMatch(/^“https:\/\/elsewhere\.example\/a\.jpg” lies on somebody else’s server/);
    expect([...pictures.keys()]).toEqual(['issues/images/tiny.jpg', 'issues/images/rally.jpg']);
  });

  it('are found wanting at every place that names them, and once at each', async () => {
    const other = { ...place, file: 'issues/items/march.md' };
    const src = 'issues/images/raly.jpg';
    const wanted = [want(src), want(src, 276), { ...want(src), place: other }];
    const { findings } = await preparePictures(wanted, root, undefined);
    expect(findings.map(({ place }) => place)).toEqual([place, other]);
  });
});

describe('pictures that were prepared before', () => {
  const src = 'issues/images/rally.jpg';
  const cached = () => {
    const folder = join(root, '.mailout/cache/pictures');
    return readdirSync(folder).map((name) => join(folder, name));
  };

  it('come from the cache, byte for byte and with their warnings', async () => {
    write(src, await green(90, 60));
    const first = await preparePictures([want(src)], root, 'build');
    const [path = ''] = cached();
    const before = readFileSync(path);
    const second = await preparePictures([want(src)], root, 'build');
    expect(second).toEqual(first);
    expect(second.findings.map(({ rule }) => rule)).toEqual(['picture/small']);
    expect(readFileSync(path)).toEqual(before);
  });

  it('are prepared again if the cache is damaged, and kept again', async () => {
    write(src, await green(900, 600));
    const first = await preparePictures([want(src)], root, 'build');
    const [path = ''] = cached();
    const whole = readFileSync(path);
    writeFileSync(path, whole.subarray(0, 200));
    expect(await preparePictures([want(src)], root, 'build')).toEqual(first);
    expect(readFileSync(path)).toEqual(whole);
  });

  it('are prepared again when they change', async () => {
    write(src, await green(900, 600));
    const first = await preparePictures([want(src)], root, 'build');
    write(src, await green(900, 450));
    const second = await preparePictures([want(src)], root, 'build');
    expect(second.pictures.get(src)?.height).toBe(276);
    expect(second.pictures.get(src)?.file).not.toBe(first.pictures.get(src)?.file);
  });
});
