import sharp, { type Sharp } from 'sharp';

/** Something like a photograph: soft shapes with grain, the same every time. */
export function photo(width: number, height: number): Sharp {
  const data = Buffer.alloc(width * height * 3);
  let grain = 1;
  for (let at = 0; at < data.length; at += 3) {
    const [x, y] = [(at / 3) % width, Math.floor(at / 3 / width)];
    grain = (grain * 1_103_515_245 + 12_345) % 2 ** 31;
    const noise = (grain >> 16) % 24;
    data[at] = 128 + 90 * Math.sin(x / 90) + noise;
    data[at + 1] = 128 + 90 * Math.cos(y / 70) + noise;
    data[at + 2] = 100 + 60 * Math.sin((x + y) / 130) + noise;
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** A red left half and a blue right half. */
export function twoHalves(width: number, height: number): Sharp {
  return sharp({ create: { width, height, channels: 3, background: '#0000ff' } }).composite([
    { input: { create: { width: width / 2, height, channels: 3, background: '#ff0000' } }, left: 0, top: 0 },
  ]);
}

/** Frames of one colour each, one below the other, as sharp takes them. */
export function moving(frames: number, delay: number, loop: number): Promise<Buffer> {
  const data = Buffer.concat(
    Array.from({ length: frames }, (_, frame) => Buffer.alloc(60 * 40 * 3, (frame * 40) % 256)),
  );
  return sharp(data, { raw: { width: 60, height: 40 * frames, channels: 3, pageHeight: 40 } })
    .gif({ delay: Array.from({ length: frames }, () => delay), loop })
    .toBuffer();
}

export function svg(inside: string, attributes = 'width="120" height="80"'): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`,
  );
}

/** A PNG that says to be this large and has no pixels. */
export function pngHeader(width: number, height: number): Buffer {
  const bytes = Buffer.from(
    '89504e470d0a1a0a0000000d4948445200000000000000000802000000000000000000000049444154',
    'hex',
  );
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}
