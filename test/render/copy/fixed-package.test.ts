import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { fixedPackage } from '../../../src/render/copy/fixed-package.js';

const imprint = { made: '2021-03-01T00:00:00Z', lang: 'cy-GB' };

it('numbers relationships as they stand, part by part, and leaves everything else as it was', () => {
  const picture = Uint8Array.from([0xff, 0xfe, 0x00, 0x80]);
  const fixed = unzipSync(
    fixedPackage(
      zipSync({
        'word/media/a.png': picture,
        'word/document.xml': strToU8('<w:a r:id="rIdxyz"/><w:b r:embed="rId1"/><w:c w:id="rIdxyz"/>'),
        'word/footer1.xml': strToU8('<w:a r:id="rIdxyz"/>'),
        'word/_rels/document.xml.rels': strToU8('<Relationship Id="rId1" T="a"/><Relationship Id="rIdxyz" T="b"/>'),
        'word/_rels/footer1.xml.rels': strToU8('<Relationship Id="rIdxyz" T="c"/>'),
        '[Content_Types].xml': strToU8('<Types/>'),
      }),
      imprint,
    ),
  );
  expect(Object.keys(fixed)[0]).toBe('[Content_Types].xml');
  expect(fixed['word/media/a.png']).toEqual(picture);
  expect(text(fixed, 'word/document.xml')).toBe('<w:a r:id="rId2"/><w:b r:embed="rId1"/><w:c w:id="rIdxyz"/>');
  expect(text(fixed, 'word/_rels/document.xml.rels')).toBe(
    '<Relationship Id="rId1" T="a"/><Relationship Id="rId2" T="b"/>',
  );
  expect(text(fixed, 'word/footer1.xml')).toBe('<w:a r:id="rId1"/>');
});

it('puts the imprint in place of the clock', () => {
  const core =
    '<cp:coreProperties><dcterms:created xsi:type="x">2030</dcterms:created><dcterms:modified>2031</dcterms:modified></cp:coreProperties>';
  const fixed = unzipSync(fixedPackage(zipSync({ 'docProps/core.xml': strToU8(core) }), imprint));
  expect(text(fixed, 'docProps/core.xml')).toBe(
    '<cp:coreProperties><dcterms:created xsi:type="x">2021-03-01T00:00:00Z</dcterms:created><dcterms:modified>2021-03-01T00:00:00Z</dcterms:modified><dc:language>cy-GB</dc:language></cp:coreProperties>',
  );
});

it('gives one package for one content, in whatever order and at whatever time it was zipped', () => {
  const parts = { a: strToU8('1'), b: strToU8('2') };
  const first = zipSync(parts, { mtime: new Date(2001, 1, 1) });
  const second = zipSync({ b: parts.b, a: parts.a }, { level: 0, mtime: new Date(2033, 1, 1) });
  expect(fixedPackage(first, imprint)).toEqual(fixedPackage(second, imprint));
});

function text(parts: Record<string, Uint8Array>, name: string): string {
  return strFromU8(parts[name] ?? new Uint8Array());
}
