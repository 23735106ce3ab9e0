import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listPictures, openPictureCache, readPicture } from '../../src/workspace/pictures.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mailout-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function write(path: string, content: string | Uint8Array = path) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

const textOf = (path: string) => {
  const read = readPicture(root, path);
  return 'bytes' in read ? read.bytes.toString() : read;
};

describe('the pictures of a workspace', () => {
  it('are those below issues/ and templates/, in order of path, with size and time', () => {
    for (const path of [
      ...['issues/images/rally.jpg', 'issues/images/2021/Cuba.PNG', 'issues/a.svg', 'templates/shared/logo.webp'],
      ...['issues/images/.hidden.jpg', 'issues/.git/a.jpg', 'issues/a.md', 'issues/a.bmp', 'out/a.jpg', 'a.jpg'],
    ])
      write(path);
    symlinkSync(join(root, 'a.jpg'), join(root, 'issues/link.jpg'));
    symlinkSync(join(root, 'out'), join(root, 'issues/linked'));
    mkdirSync(join(root, 'issues/folder.jpg'));
    utimesSync(join(root, 'issues/a.svg'), 1_616_400_000, 1_616_400_000);

    expect(listPictures(root).map(({ path }) => path)).toEqual([
      'issues/a.svg',
      'issues/images/2021/Cuba.PNG',
      'issues/images/rally.jpg',
      'templates/shared/logo.webp',
    ]);
    expect(listPictures(root)[0]).toEqual({ path: 'issues/a.svg', size: 12, mtimeMs: 1_616_400_000_000 });
  });

  it('are none where there is no such folder', () => {
    expect(listPictures(root)).toEqual([]);
  });
});

describe('reading a picture', () => {
  it('gives its bytes', () => {
    write('issues/images/rally.jpg');
    expect(textOf('issues/images/rally.jpg')).toBe('issues/images/rally.jpg');
  });

  it.each([
    ['issues/images/raly.jpg', 'issues/images/rally.jpg'],
    ['rally.jpg', undefined],
    ['issues/rally.jpg', 'issues/images/rally.jpg'],
    ['issues/images/RALLY.jpg', 'issues/images/rally.jpg'],
    ['issues\\images\\rally.jpg', 'issues/images/rally.jpg'],
    ['./issues/images/rally.jpg', 'issues/images/rally.jpg'],
    ['issues//images/rally.jpg', 'issues/images/rally.jpg'],
    ['issues/items/../images/rally.jpg', 'issues/images/rally.jpg'],
    ['issues/images/rally.jpg/more.jpg', 'issues/images/rally.jpg'],
  ])('%s is not there, and suggests %s', (typed, meant) => {
    write('issues/images/rally.jpg');
    write('issues/images/something-else-altogether.png');
    if (meant === undefined) expect(textOf(typed)).toMatchObject({ kind: 'outside' });
    else expect(textOf(typed)).toEqual({ kind: 'missing', words: 'is not there.', fix: `Did you mean “${meant}”?` });
  });

  it('says where pictures go when nothing is near', () => {
    expect(textOf('issues/images/rally.jpg')).toMatchObject({
      kind: 'missing',
      fix: expect.stringContaining('Save the picture in issues/images/'),
    });
  });

  it('finds a name whose accents are written the other way', () => {
    write('issues/images/Caffè.jpg'.normalize('NFD'), 'coffee');
    expect(textOf('issues/images/Caffè.jpg'.normalize('NFC'))).toBe('coffee');
  });

  it.each([
    '/etc/passwd',
    '../rally.jpg',
    'issues/../../rally.jpg',
    'issues/../mailout.jpg',
    'out/rally.jpg',
    'C:\\Pictures\\rally.jpg',
    'issues/.hidden/rally.jpg',
    'issues',
    '',
  ])('refuses %j, which is outside', (path) => {
    write('out/rally.jpg');
    write('mailout.jpg');
    write('issues/.hidden/rally.jpg');
    expect(textOf(path)).toMatchObject({ kind: 'outside' });
  });

  it.each([
    ['a link out of the workspace', () => symlinkSync('/etc/hostname', join(root, 'issues/link.jpg'))],
    ['a link within it', () => symlinkSync(join(root, 'issues/rally.jpg'), join(root, 'issues/link.jpg'))],
    [
      'a link further up',
      () => {
        write('elsewhere/link.jpg');
        rmSync(join(root, 'issues'), { recursive: true });
        symlinkSync(join(root, 'elsewhere'), join(root, 'issues'));
      },
    ],
  ])('does not follow %s', (_, link) => {
    write('issues/rally.jpg');
    link();
    expect(textOf('issues/link.jpg')).toMatchObject({ kind: 'outside', words: expect.stringContaining('link') });
  });

  it('works in a workspace that is itself behind a link', () => {
    write('issues/rally.jpg', 'here');
    const link = `${root}-link`;
    symlinkSync(root, link);
    try {
      expect(readPicture(link, 'issues/rally.jpg')).toEqual({ bytes: Buffer.from('here') });
    } finally {
      rmSync(link);
    }
  });

  it('refuses a folder, a file of another kind and one that is too big', () => {
    write('issues/folder.jpg/rally.jpg');
    write('issues/items/rally.md');
    write('issues/big.jpg', Buffer.alloc(20 * 1024 * 1024 + 1));
    expect(textOf('issues/folder.jpg')).toMatchObject({ kind: 'not-a-picture', words: 'is a folder.' });
    expect(textOf('issues/items/rally.md')).toMatchObject({ kind: 'not-a-picture' });
    expect(textOf('issues/big.jpg')).toMatchObject({ kind: 'too-big' });
  });

  it('reads nothing but what is listed, whatever is asked for', () => {
    write('issues/images/rally.jpg');
    write('issues/.hidden/secret.jpg');
    write('secret.jpg');
    const part = fc.constantFrom(
      'issues',
      'images',
      '.hidden',
      '..',
      '.',
      '',
      'rally.jpg',
      'secret.jpg',
      'RALLY.JPG',
      '\0',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(part, { maxLength: 6 }).map((parts) => parts.join('/')),
          fc.string(),
        ),
        (path) => {
          const read = readPicture(root, path);
          if ('bytes' in read) expect(path).toBe('issues/images/rally.jpg');
          else expect(read.words).toMatch(/\.$/);
        },
      ),
    );
  });
});

describe('the cache of prepared pictures', () => {
  const saved = Buffer.from('as saved');
  const kept = { content: Buffer.from('as prepared\n\0\xff', 'latin1'), details: { width: 552, words: 'ŵ\n' } };
  const filesOf = () => readdirSync(join(root, '.mailout/cache/pictures'));

  it('gives back what was put, to another process as well', () => {
    openPictureCache(root, 'build').put(saved, 552, kept);
    expect(openPictureCache(root, 'build').get(saved, 552)).toEqual(kept);
    expect(filesOf()).toHaveLength(1);
  });

  it('knows nothing of other bytes, another width or another program', () => {
    openPictureCache(root, 'build').put(saved, 552, kept);
    expect(openPictureCache(root, 'build').get(Buffer.from('others'), 552)).toBeUndefined();
    expect(openPictureCache(root, 'build').get(saved, 276)).toBeUndefined();
    expect(openPictureCache(root, 'other').get(saved, 552)).toBeUndefined();
  });

  it('keeps nothing without a build id', () => {
    const cache = openPictureCache(root, undefined);
    cache.put(saved, 552, kept);
    expect(cache.get(saved, 552)).toBeUndefined();
    expect(existsSync(join(root, '.mailout'))).toBe(false);
  });

  it('does not give what is damaged, and is healed by the next put', () => {
    const cache = openPictureCache(root, 'build');
    cache.put(saved, 552, kept);
    const path = join(root, '.mailout/cache/pictures', filesOf()[0] ?? '');
    const whole = readFileSync(path);
    for (let at = 0; at < whole.length; at += 1) {
      writeFileSync(path, whole.subarray(0, at));
      expect(cache.get(saved, 552)).toBeUndefined();
      writeFileSync(
        path,
        whole.map((byte, index) => (index === at ? byte ^ 1 : byte)),
      );
      expect(cache.get(saved, 552)).toBeUndefined();
    }
    cache.put(saved, 552, kept);
    expect(cache.get(saved, 552)).toEqual(kept);
  });

  it('does without where it cannot be written', () => {
    write('.mailout', 'a file in the way');
    const cache = openPictureCache(root, 'build');
    cache.put(saved, 552, kept);
    expect(cache.get(saved, 552)).toBeUndefined();
    expect(readdirSync(root)).toEqual(['.mailout']);
  });

  it('does not grow for ever: what was made longest ago goes', () => {
    const cache = openPictureCache(root, 'build');
    for (let width = 1; width <= 500; width += 1) cache.put(saved, width, kept);
    for (const name of filesOf()) utimesSync(join(root, '.mailout/cache/pictures', name), 1_000, 1_000);
    cache.put(saved, 501, kept);
    expect(filesOf()).toHaveLength(500);
    expect(cache.get(saved, 501)).toEqual(kept);
  });
});
