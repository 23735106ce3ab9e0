import type { Sharp } from 'sharp';

export type Encoded = { readonly type: 'jpg' | 'png'; readonly bytes: Uint8Array };

/** What a picture of an edition should weigh at most: a reader on a phone waits for it. */
const heavy = 200 * 1024;

/** The first that is light enough is taken, or else the last. */
const jpegQualities = [78, 70, 62, 55];

/** A photograph is many times heavier as PNG; what is not is a drawing, and those are worth the search for a palette. */
const photographFactor = 4;

/**
 * The lightest file in which pixels look the same: PNG if some are transparent, otherwise JPEG or PNG, whichever is
 * lighter. A photograph that was JPEG before stays JPEG. `pixels` are rows of 8-bit sRGB, and `read` hands them to sharp.
 */
export async function encode(
  pixels: Uint8Array,
  channels: number,
  read: () => Sharp,
  { isPhoto }: { readonly isPhoto: boolean },
): Promise<Encoded> {
  if (channels === 4 && isTransparent(pixels)) {
    const png = await toPng(read());
    return png.bytes.length <= heavy ? png : toPalette(read());
  }
  const opaque = () => read().removeAlpha();
  const jpeg = await toJpeg(opaque);
  if (isPhoto) return jpeg;
  const png = await toPng(opaque());
  const isDrawing = png.bytes.length < photographFactor * jpeg.bytes.length;
  const candidates = isDrawing ? [png, await toPalette(opaque()), jpeg] : [jpeg];
  return candidates.reduce((lightest, one) => (one.bytes.length < lightest.bytes.length ? one : lightest));
}

async function toJpeg(source: () => Sharp): Promise<Encoded> {
  let bytes = new Uint8Array();
  for (const quality of jpegQualities) {
    bytes = await source().jpeg({ quality, mozjpeg: true }).toBuffer();
    if (bytes.length <= heavy) break;
  }
  return { type: 'jpg', bytes };
}

async function toPng(source: Sharp): Promise<Encoded> {
  return { type: 'png', bytes: await source.png({ compressionLevel: 9 }).toBuffer() };
}

/** At most 256 colours, which of a drawing loses nothing that can be seen. */
async function toPalette(source: Sharp): Promise<Encoded> {
  return { type: 'png', bytes: await source.png({ palette: true, effort: 4, compressionLevel: 9 }).toBuffer() };
}

function isTransparent(pixels: Uint8Array): boolean {
  for (let alpha = 3; alpha < pixels.length; alpha += 4) if (pixels[alpha] !== 255) return true;
  return false;
}
