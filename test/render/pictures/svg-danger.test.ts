import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { preparePicture } from '../../../src/render/pictures/prepare.js';
import { svgDanger } from '../../../src/render/pictures/svg-danger.js';
import { svg } from './sample.js';

const script = 'has a script in it.';
const entities = 'has abbreviations of its own (entities).';
const styles = 'has a style sheet elsewhere.';
const loads = 'is not whole by itself: it links to something, loads it or has another picture inside.';

describe('a drawing that is refused', () => {
  it.each([
    [script, '<script>alert(1)</script>'],
    [script, '<svg:script/>'],
    [script, '<g onclick="alert(1)"/>'],
    [script, '<a xlink:href="javascript:alert(1)"/>'],
    [entities, '<!ENTITY x SYSTEM "file:///etc/passwd">'],
    [styles, '<?xml-stylesheet href="a.css"?>'],
    [styles, '<style>@import "https://elsewhere.example/a.css";</style>'],
    [styles, '<style>@\\69mport "a.css";</style>'],
    [loads, '<image href="https://elsewhere.example/a.png"/>'],
    [loads, "<image xlink:href = 'a.png'/>"],
    [loads, '<image href="file:///etc/passwd"/>'],
    [loads, '<image href="data:image/png;base64,iVBORw0KGgo="/>'],
    [loads, '<feImage href="//elsewhere.example/a.png"/>'],
    [loads, '<use href="other.svg#a"/>'],
    [loads, '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="a.txt" parse="text"/>'],
    [loads, '<g xml:base="https://elsewhere.example/"/>'],
    [loads, '<rect fill="url(https://elsewhere.example/a.svg#b)"/>'],
    [loads, '<style>@font-face { src: url( "a.woff" ) }</style>'],
    [loads, '<rect style="fill:url(&quot;a.svg#b&quot;)"/>'],
    [loads, '<rect fill="&#117;rl(a.svg#b)"/>'],
    [loads, '<rect fill="&#x75;rl(a.svg#b)"/>'],
    [loads, '<style>rect { fill: \\75 rl(a.svg#b) }</style>'],
    [loads, '<style>rect { fill: u\\rl(a.svg#b) }</style>'],
  ])('because it %s %s', async (why, inside) => {
    expect(svgDanger(svg(inside))).toBe(why);
    expect(await preparePicture(svg(inside), { width: 100 })).toMatchObject({ problem: { kind: 'svg-not-safe' } });
  });

  it.each(['utf-7', 'utf-16', 'shift_jis'])('because its letters could be others: %s', (encoding) => {
    const bytes = Buffer.from(`<?xml version="1.0" encoding="${encoding}"?><svg/>`);
    expect(svgDanger(bytes)).toBe(`is written in ${encoding}, not UTF-8.`);
  });
});

describe('a drawing as programs export it', () => {
  it.each([
    [
      'gradients and clips',
      '<defs><linearGradient id="a"/><clipPath id="b"/></defs><rect fill="url(#a)" clip-path="url(\'#b\')"/>',
    ],
    ['its own parts used again', '<defs><g id="a"/></defs><use xlink:href="#a"/><use href = "#a"/>'],
    ['quoted references of Inkscape', '<rect style="fill:url(&quot;#a&quot;)"/>'],
    ['styles', '<style>.st0{fill:#c00} .st1{font-family:"Open Sans"}</style>'],
    ['metadata of Inkscape', '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>'],
    ['text about anything', '<text>Based on facts: 3 &lt; 4; see rally.example on Monday</text>'],
  ])('is drawn: %s', async (_, inside) => {
    expect(svgDanger(svg(inside))).toBeUndefined();
    expect(await preparePicture(svg(inside), { width: 100 })).toHaveProperty('picture');
  });

  it.each([
    '<?xml version="1.0" encoding="iso-8859-1"?>\n<!-- Generator: Adobe Illustrator -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n',
    '\ufeff<?xml version="1.0" standalone="no"?>\n',
    "<?xml version='1.0' encoding='UTF-8'?>",
    '\n  ',
  ])('begins in many ways: %j', async (start) => {
    const bytes = Buffer.concat([Buffer.from(start), svg('<rect width="120" height="80" fill="#c82828"/>')]);
    const preparation = await preparePicture(bytes, { width: 60 });
    if ('problem' in preparation) throw new Error(preparation.problem.words);
    const { data } = await sharp(preparation.picture.bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    expect([...data.subarray(0, 3)]).toEqual([200, 40, 40]);
  });
});
