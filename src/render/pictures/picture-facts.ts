import type { Sharp } from 'sharp';
import { kindOf, type PictureKind } from './picture-kind.js';

/** What a picture file is and says of itself, as its editor saved it. */
export type SavedPicture = {
  readonly kind: PictureKind;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  /** Whether it says where it was taken, and whether it names a person or a camera (EXIF, XMP, IPTC). */
  readonly hasLocation: boolean;
  readonly hasPersonalData: boolean;
  /** Frames, if it moves; 1 if it stands still. */
  readonly frames: number;
  /** Whether it has transparent parts and what shows of it is nearly black. */
  readonly isDarkOnTransparent: boolean;
};

const mostPixels = 40_000_000;

/** Reads what a picture is without making anything of it; undefined if it is none that can be read. */
export async function pictureFacts(saved: Uint8Array): Promise<SavedPicture | undefined> {
  const kind = kindOf(saved);
  if (kind === undefined) return undefined;
  const { default: sharp } = await import('sharp');
  try {
    const picture = sharp(saved, { limitInputPixels: mostPixels });
    const { autoOrient, exif, xmp, iptc, pages = 1, hasAlpha } = await picture.metadata();
    return {
      kind,
      bytes: saved.length,
      ...autoOrient,
      hasLocation: (exif !== undefined && hasGps(exif)) || xmp?.includes('GPSLatitude') === true,
      hasPersonalData: (exif !== undefined && hasNames(exif)) || iptc !== undefined,
      frames: pages,
      isDarkOnTransparent: hasAlpha && (await isDarkOnTransparent(picture)),
    };
  } catch {
    return undefined;
  }
}

/** Tags of TIFF 6.0 and Exif 2.32, with which the directory of a camera’s picture points to places, or names somebody. */
const gpsDirectory = 0x8825;
const namingTags = [0x013b, 0x8298, 0x010f, 0x0110, 0xa430, 0xa431];

function hasGps(exif: Buffer): boolean {
  return tagsOf(exif).includes(gpsDirectory);
}

function hasNames(exif: Buffer): boolean {
  return tagsOf(exif).some((tag) => namingTags.includes(tag));
}

/** The tags of the first directory of an EXIF block and of the one that it points to for the camera’s own. */
function tagsOf(exif: Buffer): number[] {
  const start = exif.indexOf('Exif\0\0') === 0 ? 6 : 0;
  const tiff = exif.subarray(start);
  const order = tiff.toString('latin1', 0, 2);
  if (order !== 'II' && order !== 'MM') return [];
  const word = (at: number) => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (order === 'II' ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const entriesAt = (directory: number): { readonly tag: number; readonly value: number }[] => {
    if (directory + 2 > tiff.length) return [];
    const entries = Array.from({ length: word(directory) }, (_, index) => directory + 2 + 12 * index);
    return entries.filter((at) => at + 12 <= tiff.length).map((at) => ({ tag: word(at), value: long(at + 8) }));
  };
  const first = tiff.length < 8 ? [] : entriesAt(long(4));
  const camera = first.find(({ tag }) => tag === 0x8769);
  return [...first, ...(camera ? entriesAt(camera.value) : [])].map(({ tag }) => tag);
}

/** A logo or signature drawn in black on nothing: on a dark ground it is not there. */
async function isDarkOnTransparent(picture: Sharp): Promise<boolean> {
  const { data } = await picture
    .clone()
    .resize(64, 64, { fit: 'inside' })
    .ensureAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  let shown = 0;
  let dark = 0;
  let clear = 0;
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(at, at + 4);
    if (alpha < 32) clear += 1;
    if (alpha < 128) continue;
    shown += 1;
    if (Math.max(red, green, blue) < 70) dark += 1;
  }
  return clear * 4 > data.length / 4 && shown > 0 && dark / shown > 0.9;
}
