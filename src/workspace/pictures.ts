import { createHash } from 'node:crypto';
import {
  type Dirent,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { didYouMean } from '../model/suggest.js';
import { codeOf } from './disk-fault.js';
import type { FileStat } from './read.js';

/** Where pictures of a workspace lie. */
const folders = ['issues', 'templates'];
const endings = ['jpg', 'jpeg', 'png', 'gif', 'webp', 'avif', 'heic', 'svg', 'tif', 'tiff'];
const isPictureName = new RegExp(`\\.(?:${endings.join('|')})$`, 'i');

/** Larger files are not read. */
const sizeLimit = 20 * 1024 * 1024;

export type Unread = {
  readonly kind: 'missing' | 'outside' | 'not-a-picture' | 'too-big' | 'unreadable';
  /** The rest of a sentence that begins with the picture's path: "is not there." */
  readonly words: string;
  readonly fix: string;
};

/**
 * All picture files below issues/ and templates/, in order of path, with size and time of their last change: cheap, for
 * they are not read. Hidden folders and links are left out.
 */
export function listPictures(root: string): FileStat[] {
  const found: FileStat[] = [];
  const see = (path: string) => {
    try {
      const { size, mtimeMs } = statSync(join(root, path));
      found.push({ path, size, mtimeMs });
    } catch {}
  };
  for (const folder of folders) walk(root, folder, see);
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * The bytes of a picture of the workspace, or why there are none. Only what `listPictures` lists is read: nothing out of
 * the workspace, through a link or hidden, so that a build depends on nothing that nobody watches.
 */
export function readPicture(root: string, path: string): { readonly bytes: Buffer } | Unread {
  if (!isInside(path)) {
    const meant = posix.normalize(path.replaceAll('\\', '/'));
    return isInside(meant) ? missing(meant) : outside;
  }
  try {
    const real = realpathSync.native(join(root, path));
    const at = relative(realpathSync.native(root), real).split(sep).join('/').normalize();
    if (at.toLowerCase() !== path.normalize().toLowerCase()) return behindALink;
    // Some systems find Rally.JPG for rally.jpg; where the next build runs may not.
    if (at !== path.normalize()) return missing(at);
    const stat = statSync(real);
    if (stat.isDirectory()) return folder;
    if (!isPictureName.test(path) || !stat.isFile()) return notAPicture;
    return stat.size > sizeLimit ? tooBig(stat.size) : { bytes: readFileSync(real) };
  } catch (error) {
    const code = codeOf(error);
    return code === 'ENOENT' || code === 'ENOTDIR' ? readTwin(root, path) : unreadable(code);
  }
}

/** é is one letter or two, and a system may have written it the other way. */
function readTwin(root: string, path: string): { readonly bytes: Buffer } | Unread {
  const known = listPictures(root).map((picture) => picture.path);
  const twin = known.find((one) => one !== path && one.normalize() === path.normalize());
  if (twin !== undefined) return readPicture(root, twin);
  const nameOf = (one: string) => one.slice(one.lastIndexOf('/') + 1).toLowerCase();
  return missing(known.find((one) => nameOf(one) === nameOf(path)) ?? didYouMean(path, known));
}

function isInside(path: string): boolean {
  const [top = '', ...parts] = path.split('/');
  return folders.includes(top) && parts.length > 0 && parts.every((part) => /^[^.\\][^\\]*$/.test(part));
}

function walk(root: string, folder: string, see: (path: string) => void): void {
  for (const entry of entriesOf(join(root, folder))) {
    const path = `${folder}/${entry.name}`;
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) walk(root, path, see);
    else if (entry.isFile() && isPictureName.test(entry.name)) see(path);
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

const saveHere = 'Save the picture in issues/images/, and name it here like issues/images/rally.jpg.';

const outside: Unread = {
  kind: 'outside',
  words: 'is not in issues/ or templates/ of this workspace, and no other pictures are read.',
  fix: saveHere,
};

const behindALink: Unread = {
  kind: 'outside',
  words: 'is a link to another place, and links are not followed.',
  fix: 'Put the picture itself there.',
};

const folder: Unread = { kind: 'not-a-picture', words: 'is a folder.', fix: 'Name one picture in it.' };

const notAPicture: Unread = {
  kind: 'not-a-picture',
  words: `does not end like a picture: ${endings.map((ending) => `.${ending}`).join(', ')}.`,
  fix: 'Name the picture itself; if it is of another kind, save it as JPEG or PNG.',
};

function missing(meant: string | undefined): Unread {
  return { kind: 'missing', words: 'is not there.', fix: meant === undefined ? saveHere : `Did you mean “${meant}”?` };
}

function tooBig(size: number): Unread {
  const words = `has ${Math.ceil(size / 1024 / 1024)} MB, and pictures here have at most ${sizeLimit / 1024 / 1024}.`;
  return { kind: 'too-big', words, fix: 'Save it smaller: as JPEG, 2,000 pixels across are plenty.' };
}

function unreadable(code: string): Unread {
  return { kind: 'unreadable', words: `cannot be read${code && ` (${code})`}.`, fix: 'Check that you may read it.' };
}

/** A prepared picture as it is kept: the file made, and what else is to be known of it. */
export type KeptPicture<Details> = { readonly content: Uint8Array; readonly details: Details };

/** Pictures that were prepared before, by the bytes they were made of, the width wanted and the program that made them. */
export type PictureCache<Details> = {
  readonly get: (saved: Uint8Array, width: number) => KeptPicture<Details> | undefined;
  /** A cache that cannot be written costs time, never the build. */
  readonly put: (saved: Uint8Array, width: number, kept: KeptPicture<Details>) => void;
};

/** The cache of a workspace; without a build id (see build-id.ts) nothing is kept. */
export function openPictureCache<Details>(root: string, buildId: string | undefined): PictureCache<Details> {
  if (buildId === undefined) return { get: () => undefined, put: () => {} };
  const cache = join(root, '.mailout/cache/pictures');
  const pathOf = (saved: Uint8Array, width: number) =>
    join(cache, createHash('sha256').update(`${buildId}\0${width}\0`).update(saved).digest('hex'));
  return {
    get: (saved, width) => {
      try {
        return unpack<Details>(readFileSync(pathOf(saved, width)));
      } catch {
        return undefined;
      }
    },
    put: (saved, width, kept) => {
      try {
        mkdirSync(cache, { recursive: true });
        writeFileSync(pathOf(saved, width), pack(kept));
        forgetOldest(cache);
      } catch {}
    },
  };
}

/*
 * A kept picture is one file: a digest of the rest, a line of JSON, the picture. What a stopped process or a full disk
 * left of it does not fit its digest, and is as good as not there.
 */

function pack<Details>({ content, details }: KeptPicture<Details>): Buffer {
  const rest = Buffer.concat([Buffer.from(`${JSON.stringify(details)}\n`), content]);
  return Buffer.concat([digestOf(rest), rest]);
}

function unpack<Details>(file: Buffer): KeptPicture<Details> | undefined {
  const rest = file.subarray(digestLength);
  if (!digestOf(rest).equals(file.subarray(0, digestLength))) return undefined;
  const end = rest.indexOf('\n');
  return { details: JSON.parse(rest.toString('utf8', 0, end)) as Details, content: rest.subarray(end + 1) };
}

const digestLength = 32;

function digestOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** Several years of issues; what was made longest ago goes first. */
const mostKept = 500;

function forgetOldest(cache: string): void {
  const names = readdirSync(cache);
  if (names.length <= mostKept) return;
  const byAge = names
    .map((name) => ({ name, made: statSync(join(cache, name)).mtimeMs }))
    .sort((a, b) => a.made - b.made);
  for (const { name } of byAge.slice(0, names.length - mostKept)) rmSync(join(cache, name));
}
