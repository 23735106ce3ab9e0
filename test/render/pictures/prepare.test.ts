import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { type PictureFile, preparePicture } from '../../../src/render/pictures/prepare.js';
import { moving, photo, pngHeader, svg, twoHalves } from './sample.js';

async function prepared(bytes: Uint8Array, width = 552) {
  const preparation = await preparePicture(bytes, { width });
  if ('problem' in preparation) throw new Error(preparation.problem.words);
  return preparation;
}

async function pictureOf(bytes: Uint8Array, width = 552): Promise<PictureFile> {
  return (await prepared(bytes, width)).picture;
}

async function problemOf(bytes: Uint8Array) {
  const preparation = await preparePicture(bytes, { width: 552 });
  return 'problem' in preparation ? preparation.problem : undefined;
}

const pixelsOf = async ({ bytes }: PictureFile) => {
  const { width, height } = await sharp(bytes).metadata();
  return [width, height];
};

async function colourAt({ bytes }: PictureFile, x: number, y: number): Promise<number[]> {
  const { data } = await sharp(bytes)
    .extract({ left: x, top: y, width: 1, height: 1 })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [...data];
}

describe('the size of a picture', () => {
  it.each([
    // [pixels across], [shown], [pixels in the file]
    [1600, 552, 1104],
    [1104, 552, 1104],
    [800, 552, 800],
    [552, 552, 552],
    [300, 300, 300],
  ])('of %i pixels where there is room for 552 is shown %i wide, from %i pixels', async (across, shown, pixels) => {
    const picture = await pictureOf(
      await photo(across, across / 2)
        .jpeg()
        .toBuffer(),
    );
    expect([picture.width, picture.height]).toEqual([shown, shown / 2]);
    expect(await pixelsOf(picture)).toEqual([pixels, pixels / 2]);
  });

  it('is in whole CSS pixels, at least one', async () => {
    expect(await pictureOf(await photo(999, 333).jpeg().toBuffer(), 100)).toMatchObject({ width: 100, height: 33 });
    expect(await pictureOf(await photo(900, 1).png().toBuffer(), 100)).toMatchObject({ width: 100, height: 1 });
  });

  it('warns of a picture that has less than a third of the pixels there is room for', async () => {
    const { picture, warnings } = await prepared(await photo(183, 100).jpeg().toBuffer());
    expect(picture.width).toBe(183);
    expect(warnings).toEqual([
      {
        kind: 'small',
        words: 'is only 183 pixels across and is shown that small, where there is room for 552.',
        fix: 'Look for a larger copy, best 1104 pixels across or more.',
      },
    ]);
    expect((await prepared(await photo(184, 100).jpeg().toBuffer())).warnings).toEqual([]);
  });

  it('of a drawing is always the full width, and sharp', async () => {
    const { picture, warnings } = await prepared(svg('<path d="M60 0H120V80H60Z" fill="#00f"/>'));
    expect([picture.width, picture.height, picture.type]).toEqual([552, 368, 'png']);
    expect(await pixelsOf(picture)).toEqual([1104, 736]);
    // An edge blown up from 120 pixels would be blurred over ten.
    expect(await colourAt(picture, 554, 300)).toEqual([0, 0, 255]);
    expect(warnings).toEqual([]);
  });
});

describe('what is left of a picture', () => {
  it('is upright, whatever way the camera was held', async () => {
    const bytes = await twoHalves(800, 400).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const picture = await pictureOf(bytes, 200);
    expect([picture.width, picture.height]).toEqual([200, 400]);
    const [top, bottom] = [await colourAt(picture, 200, 40), await colourAt(picture, 200, 760)];
    expect(top[0]).toBeGreaterThan(240);
    expect(bottom[2]).toBeGreaterThan(240);
  });

  it('says nothing of who took it, where and with what', async () => {
    const exif = {
      IFD0: { Artist: 'Rosa Farrier', Make: 'Lumen' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 31/1 0/1' },
    };
    const xmp =
      '<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>Rosa Farrier</x:xmpmeta><?xpacket end="w"?>';
    const saved = (format: 'jpeg' | 'png' | 'webp' | 'tiff') =>
      photo(400, 300).withExif(exif).withXmp(xmp).withIccProfile('p3').toFormat(format).toBuffer();
    for (const format of ['jpeg', 'png', 'webp', 'tiff'] as const) {
      const bytes = await saved(format);
      expect(bytes.includes('Rosa Farrier')).toBe(true);
      const picture = await pictureOf(bytes);
      const { exif: ofExif, xmp: ofXmp, iptc, icc, comments } = await sharp(picture.bytes).metadata();
      expect({ ofExif, ofXmp, iptc, icc, comments }).toEqual({});
      expect(Buffer.from(picture.bytes).includes('Rosa')).toBe(false);
    }
  });

  it('has the colours of the web: wider profiles and CMYK are converted', async () => {
    const red = sharp({ create: { width: 300, height: 200, channels: 3, background: '#c82828' } });
    const wide = await red.clone().withIccProfile('p3').png().toBuffer();
    expect((await sharp(wide).metadata()).hasProfile).toBe(true);
    expect(await colourAt(await pictureOf(wide), 100, 100)).toEqual([200, 40, 40].map((value) => near(value, 2)));

    const forPrint = await red.clone().toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer();
    const picture = await pictureOf(forPrint);
    expect((await sharp(picture.bytes).metadata()).space).toBe('srgb');
    expect(await colourAt(picture, 100, 100)).toEqual([200, 40, 40].map((value) => near(value, 25)));
  });

  it('has eight bits a colour', async () => {
    const deep = await twoHalves(300, 200).toColourspace('rgb16').png().toBuffer();
    expect((await sharp(deep).metadata()).depth).toBe('ushort');
    expect((await sharp((await pictureOf(deep)).bytes).metadata()).depth).toBe('uchar');
  });

  it('is the same every time', async () => {
    const bytes = await photo(900, 600).png().toBuffer();
    expect(await pictureOf(bytes)).toEqual(await pictureOf(bytes));
  });
});

describe('the type of a picture', () => {
  const transparent = { create: { width: 300, height: 200, channels: 4, background: '#c8282880' } } as const;
  const opaque = { create: { width: 300, height: 200, channels: 4, background: '#c82828ff' } } as const;
  it.each([
    ['a JPEG', () => photo(600, 400).jpeg(), 'jpg'],
    ['a photograph as PNG', () => photo(600, 400).png(), 'jpg'],
    ['a photograph as WebP', () => photo(600, 400).webp(), 'jpg'],
    ['a photograph as AVIF', () => photo(600, 400).avif(), 'jpg'],
    ['a photograph as TIFF', () => photo(600, 400).tiff(), 'jpg'],
    ['a drawing as PNG', () => twoHalves(600, 400).png(), 'png'],
    ['a drawing as WebP', () => twoHalves(600, 400).webp({ lossless: true }), 'png'],
    ['a GIF that does not move', () => twoHalves(600, 400).gif(), 'png'],
    ['a PNG one can see through', () => sharp(transparent).png(), 'png'],
    ['a WebP one can see through', () => sharp(transparent).webp(), 'png'],
  ])('%s becomes %s', async (_, make, type) => {
    const picture = await pictureOf(await make().toBuffer());
    expect(picture.type).toBe(type);
    expect((await sharp(picture.bytes).metadata()).format).toBe(type === 'jpg' ? 'jpeg' : type);
  });

  it('keeps what one can see through as it is, and drops a transparency that nothing uses', async () => {
    const { bytes } = await pictureOf(await sharp(transparent).png().toBuffer());
    expect([...(await sharp(bytes).extract({ left: 9, top: 9, width: 1, height: 1 }).raw().toBuffer())]).toEqual([
      200, 40, 40, 128,
    ]);
    const all = await pictureOf(await sharp(opaque).png().toBuffer());
    expect((await sharp(all.bytes).metadata()).hasAlpha).toBe(false);
  });

  it('is progressive where it is JPEG', async () => {
    const { bytes } = await pictureOf(await photo(600, 400).jpeg().toBuffer());
    expect((await sharp(bytes).metadata()).isProgressive).toBe(true);
  });
});

describe('the weight of a picture', () => {
  const grain = (channels: 3 | 4) => {
    const data = Buffer.alloc(900 * 600 * channels, 7);
    for (let at = 1; at < data.length; at += 1) data[at] = ((data[at - 1] ?? 0) * 75 + 74 + (at >> 5)) % 253;
    return sharp(data, { raw: { width: 900, height: 600, channels } })
      .png()
      .toBuffer();
  };

  it('is lowered in quality where it is heavy', async () => {
    const { bytes, type } = await pictureOf(await grain(3));
    const atOnce = await sharp(await grain(3))
      .jpeg({ quality: 78, mozjpeg: true })
      .toBuffer();
    expect(type).toBe('jpg');
    expect(atOnce.length).toBeGreaterThan(200 * 1024);
    expect(bytes.length).toBeLessThan(0.75 * atOnce.length);
  });

  it('is lowered in colours where one can see through it', async () => {
    const { bytes } = await pictureOf(await grain(4));
    expect(await sharp(bytes).metadata()).toMatchObject({ isPalette: true, hasAlpha: true });
  });
});

describe('a picture that moves', () => {
  it.each([
    // frames, delay, loop → plays
    [4, 200, 0, 3],
    [4, 200, 2, 2],
    [10, 200, 0, 2],
    [10, 400, 0, 1],
    [4, 0, 0, 3],
  ])('with %i frames of %i ms and loop %i is played %i times', async (frames, delay, loop, plays) => {
    const { picture, warnings } = await prepared(await moving(frames, delay, loop), 60);
    const { pages, loop: kept } = await sharp(picture.bytes).metadata();
    expect(picture).toMatchObject({ type: 'gif', width: 60, height: 40 });
    expect([pages, kept]).toEqual([frames, plays]);
    expect(warnings).toEqual([]);
  });

  it('stands still if it moves for more than five seconds', async () => {
    const { picture, warnings } = await prepared(await moving(6, 1000, 1), 60);
    expect(picture).toMatchObject({ type: 'png', width: 60, height: 40 });
    expect(await colourAt(picture, 20, 20)).toEqual([0, 0, 0]);
    expect(warnings.map(({ kind }) => kind)).toEqual(['stands-still']);
  });
});

describe('what is no picture', () => {
  it.each([
    ['', 'an empty file'],
    ['Dear friends, the rally is on Saturday.', 'a text'],
    ['<!DOCTYPE html><html><body><svg></svg>Not found</body></html>', 'a web page'],
    ['%PDF-1.7\n', 'a PDF'],
    ['PK\x03\x04\0\0', 'a Word, Excel, PowerPoint or zip file'],
    ['\0\0\0\x18ftypmp42\0', 'a film'],
    ['\x7fELF\0', 'something else'],
  ])('%j is called what it is', async (text, what) => {
    expect(await problemOf(Buffer.from(text, 'latin1'))).toEqual({
      kind: 'not-a-picture',
      words: `is ${what}, and pictures here are JPEG, PNG, GIF, WebP, AVIF, TIFF or SVG.`,
      fix: 'Save the picture itself as JPEG or PNG, and name that file.',
    });
  });

  it('is refused before it is read if it is too big, and before it is decoded if it has too many pixels', async () => {
    expect(await problemOf(Buffer.alloc(20 * 1024 * 1024 + 1))).toMatchObject({
      kind: 'too-big',
      words: 'has 21 MB, and pictures here have at most 20.',
    });
    expect(await problemOf(pngHeader(50_000, 30_000))).toMatchObject({
      kind: 'too-many-pixels',
      words: 'has 50000 by 30000 pixels, and pictures here have at most 40 million in all.',
    });
    expect(await problemOf(svg('', 'width="1" height="30000"'))).toMatchObject({ kind: 'too-many-pixels' });
  });

  it.each(['jpeg', 'png', 'webp', 'gif', 'tiff', 'avif'] as const)(
    'is a %s that was not copied whole',
    async (format) => {
      const bytes = await photo(400, 300).toFormat(format).toBuffer();
      expect(await problemOf(bytes.subarray(0, bytes.length * 0.7))).toMatchObject({ kind: 'unreadable' });
    },
  );

  it('says what to do about a photograph of an iPhone', async () => {
    const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
    expect((await problemOf(heic))?.words).toContain('HEIC');
  });

  it('never breaks: any bytes are a picture or a problem', { timeout: 120_000 }, async () => {
    const starts = [
      ...(await Promise.all(
        (['jpeg', 'png', 'webp', 'gif', 'tiff', 'avif'] as const).map((format) =>
          photo(40, 30).toFormat(format).toBuffer(),
        ),
      )),
      svg('<circle r="20" cx="30" cy="30" fill="url(#a)"/>'),
      await moving(3, 100, 0),
      Buffer.alloc(0),
    ];
    const change = fc.record({ at: fc.nat(), bytes: fc.uint8Array({ maxLength: 8 }), isCut: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...starts), fc.array(change, { maxLength: 3 }), async (start, changes) => {
        let bytes: Uint8Array = Uint8Array.from(start);
        for (const { at, bytes: some, isCut } of changes) {
          const from = at % (bytes.length + 1);
          bytes = Buffer.concat([
            bytes.subarray(0, from),
            some,
            ...(isCut ? [] : [bytes.subarray(from + some.length)]),
          ]);
        }
        const preparation = await preparePicture(bytes, { width: 50 });
        if ('problem' in preparation) expect(preparation.problem.words).toMatch(/^(is|has) .*\.$/s);
        else expect(preparation.picture.width).toBeLessThanOrEqual(50);
      }),
      { numRuns: 300 },
    );
  });
});

function near(value: number, by: number) {
  return expect.toSatisfy((got: number) => Math.abs(got - value) <= by, `${value} ± ${by}`);
}
