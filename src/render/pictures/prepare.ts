import type { Metadata, Sharp, SharpOptions } from 'sharp';
import { exitCode, Fault } from '../../model/fault.js';
import { encode } from './encode.js';
import { movingPicture } from './moving.js';
import { kindOf, type PictureKind, whatItIs } from './picture-kind.js';
import type { PictureProblem, PictureWarning } from './problem.js';
import { svgDanger } from './svg-danger.js';

/** A picture as an edition shows it. */
export type PictureFile = {
  readonly type: 'jpg' | 'png' | 'gif';
  readonly bytes: Uint8Array;
  /** In CSS pixels, as shown; the file has up to twice as many. */
  readonly width: number;
  readonly height: number;
};

export type Preparation =
  | { readonly picture: PictureFile; readonly warnings: readonly PictureWarning[] }
  | { readonly problem: PictureProblem };

const mostBytes = 20 * 1024 * 1024;
const mostPixels = 40_000_000;

/** Pixels of the file for one CSS pixel, for fine screens. */
const density = 2;

/**
 * Makes of whatever an editor saved the file that goes into a mail: upright, in sRGB, with nothing in it but its pixels
 * (no camera, no place, no name), no larger than it is shown. It is JPEG, PNG or GIF: the classic Outlook and Gmail
 * show no other kinds.
 *
 * `width` is the widest that it is shown, in whole CSS pixels; the file gets up to twice as many. A picture is never
 * enlarged: one with fewer pixels than `width` is shown as wide as it has pixels. A drawing (SVG) has none, and is shown
 * at `width`. What moves stays a GIF if that is light and stops within five seconds, and otherwise stands still.
 *
 * The same bytes and width give the same file with the same version of sharp on the same type of machine; a drawing with
 * letters in it also depends on the fonts there.
 *
 * @throws Fault (exit 2) if sharp cannot run on this machine.
 */
export async function preparePicture(bytes: Uint8Array, { width }: { readonly width: number }): Promise<Preparation> {
  if (bytes.length > mostBytes) return { problem: tooBig(bytes.length) };
  const kind = kindOf(bytes);
  if (kind === undefined) return { problem: notAPicture(bytes) };
  const danger = kind === 'svg' ? svgDanger(bytes) : undefined;
  if (danger !== undefined) return { problem: { kind: 'svg-not-safe', words: danger, fix: saveAsPng } };

  const sharp = await loadSharp();
  const open = (options: SharpOptions) => sharp(bytes, { failOn: 'error', ...options });
  const header = await open({ limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  if (!header) return { problem: unreadable(kind) };

  const { width: across, height: down } = header.autoOrient;
  const isDrawing = kind === 'svg';
  const shown = isDrawing ? width : Math.min(width, across);
  const target = isDrawing ? density * width : Math.min(density * width, across);
  const scale = isDrawing ? target / across : 1;
  if (across * scale * (down * scale) > mostPixels) return { problem: tooManyPixels(across * scale, down * scale) };

  const read = (options: SharpOptions) =>
    open({ limitInputPixels: isDrawing ? false : mostPixels, ...options })
      .autoOrient()
      .resize(target);
  try {
    const moves = moving(kind, header);
    const frames = moves && across * down * (header.pages ?? 1) <= mostPixels ? read({ animated: true }) : undefined;
    const gif = frames && (await movingPicture(frames, header));
    const file = gif ? { type: 'gif' as const, bytes: gif } : await still(read({}), sharp, kind);
    const picture = { ...file, width: shown, height: Math.max(1, Math.round((shown * down) / across)) };
    const warnings = [
      ...(!isDrawing && across * 3 < width ? [small(across, width)] : []),
      ...(moves && !gif ? [standsStill] : []),
    ];
    return { picture, warnings };
  } catch {
    return { problem: unreadable(kind) };
  }
}

function moving(kind: PictureKind, { pages = 1 }: Metadata): boolean {
  return (kind === 'gif' || kind === 'webp') && pages > 1;
}

/** Decodes once and encodes from pixels as often as it takes: nothing else of the file comes along. */
async function still(source: Sharp, sharp: SharpFunction, kind: PictureKind): ReturnType<typeof encode> {
  const { data, info } = await source.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  return encode(data, info.channels, () => sharp(data, { raw }), { isPhoto: kind === 'jpeg' });
}

type SharpFunction = Awaited<ReturnType<typeof loadSharp>>;

/** Late: it takes longer to load than all the rest, and most builds need no picture prepared. */
async function loadSharp() {
  try {
    return (await import('sharp')).default;
  } catch (cause) {
    throw new Fault(
      {
        code: 'render/no-sharp',
        exit: exitCode.usage,
        words: 'Pictures cannot be prepared: the package sharp does not run on this machine.',
        fix: 'Run npm install in the folder of mailout on this machine, without leaving out optional packages.',
      },
      { cause },
    );
  }
}

const saveAsPng = 'Export it as PNG from the program that it was drawn with, and name that file.';

function notAPicture(bytes: Uint8Array): PictureProblem {
  const words = `is ${whatItIs(bytes)}, and pictures here are JPEG, PNG, GIF, WebP, AVIF, TIFF or SVG.`;
  return { kind: 'not-a-picture', words, fix: 'Save the picture itself as JPEG or PNG, and name that file.' };
}

function tooBig(bytes: number): PictureProblem {
  const words = `has ${Math.ceil(bytes / 1024 / 1024)} MB, and pictures here have at most ${mostBytes / 1024 / 1024}.`;
  return { kind: 'too-big', words, fix: 'Save it smaller: as JPEG, 2,000 pixels across are plenty.' };
}

function tooManyPixels(across: number, down: number): PictureProblem {
  const size = `${Math.round(across)} by ${Math.round(down)} pixels`;
  const words = `has ${size}, and pictures here have at most ${mostPixels / 1_000_000} million in all.`;
  return { kind: 'too-many-pixels', words, fix: 'Save it smaller: 2,000 pixels across are plenty.' };
}

function unreadable(kind: PictureKind): PictureProblem {
  if (kind === 'heif') {
    return {
      kind: 'unreadable',
      words: 'is damaged, or a HEIC photograph as iPhones take them, which cannot be read here.',
      fix: 'Save it as JPEG, and name that file.',
    };
  }
  return {
    kind: 'unreadable',
    words: `is damaged or was not copied whole: it begins like a picture (${kind.toUpperCase()}), and cannot be read to its end.`,
    fix: 'Copy it again from where it comes from, or save it as JPEG or PNG with a picture program.',
  };
}

function small(across: number, width: number): PictureWarning {
  return {
    kind: 'small',
    words: `is only ${across} pixels across and is shown that small, where there is room for ${width}.`,
    fix: `Look for a larger copy, best ${density * width} pixels across or more.`,
  };
}

const standsStill: PictureWarning = {
  kind: 'stands-still',
  words: 'moves for more than five seconds or is too heavy when moving, so that only its first frame is shown.',
  fix: 'Make it shorter and smaller, or choose a still picture.',
};
