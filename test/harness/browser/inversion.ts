/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { clampRgb, converter, formatHex, parse, wcagContrast } from 'culori';
import { type Change, groundOf, inkOf, ratioWords } from './colours.js';
import { nameOfText, type ShownText } from './shown.js';

const toLab = converter('lab');

/** How light the darkest ground of Outlook's dark mode is: that of #333333. */
const darkest = 21.247;

/**
 * What clients do to the colours of an email that cannot say how it would be dark, as far as it is known. Outlook turns
 * the lightness of all colours over (getDarkColor in https://github.com/microsoft/roosterjs); Gmail for Android, as
 * people see it, only that of light grounds and dark words.
 */
const clients: readonly {
  readonly name: string;
  readonly canvas: string;
  readonly ground: Change;
  readonly ink: Change;
}[] = [
  { name: 'Outlook', canvas: '#333333', ground: turnedOver, ink: turnedOver },
  {
    name: 'Gmail',
    canvas: '#1f1f1f',
    ground: (colour) => (lightness(colour) > 50 ? turnedOver(colour) : colour),
    ink: (colour) => (lightness(colour) < 50 ? turnedOver(colour) : colour),
  },
];

/** Words that can hardly be read in such a dark mode. Pairs of colours are told once. */
export function inversions(texts: readonly ShownText[]): string[] {
  return clients.flatMap(({ name, canvas, ground: changeGround, ink: changeInk }) => {
    const told = new Map<string, string>();
    for (const text of texts) {
      const ground = groundOf(text.element, canvas, changeGround);
      if (ground === undefined) continue;
      const ink = inkOf(text, ground, changeInk);
      const ratio = wcagContrast(ink, ground);
      if (ratio < 3 && !told.has(`${ink} ${ground}`))
        told.set(`${ink} ${ground}`, `${name}: ${nameOfText(text)}: ${ink} on ${ground} is ${ratioWords(ratio)}`);
    }
    return [...told.values()];
  });
}

function lightness(colour: string): number {
  return toLab(colour).l;
}

function turnedOver(colour: string): string {
  const { l, a, b } = toLab(colour);
  const alpha = parse(colour)?.alpha ?? 1;
  const {
    r,
    g,
    b: blue,
  } = clampRgb(formatHex({ mode: 'lab', l: (100 - l) * (1 - darkest / 100) + darkest, a, b } as never));
  const [red, green, last] = [r, g, blue].map((channel) => Math.round(channel * 255));
  return `rgba(${red}, ${green}, ${last}, ${alpha})`;
}
