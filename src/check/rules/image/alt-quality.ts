import { type Passage, placeIn } from '../../passage.js';
import { rule } from '../../rule.js';

/** In characters: more is not a description but a text. */
const longest = 150;

const fileName =
  /^\S+\.(?:jpe?g|png|gif|webp|svg|heic|tiff?)$|^(?:img|dsc|dscn|pxl|image|photo|screenshot|whatsapp image)[\s_-]*\d[\d\s_.-]*$/i;
const opening = /^(?:an?\s+|the\s+)?(?:image|picture|photo|photograph|pic)\s+(?:of|showing|shows)\b/i;
const nothing =
  /^(?:an?\s+|the\s+)?(?:image|picture|photo|photograph|pic|graphic|logo|alt|alt text|description|untitled|tbc|none|n\/a)[.!]?$/i;

export const altQuality = rule({
  id: 'image/alt-quality',
  over: 'writing',
  severity: 'warning',
  title: 'The description of a picture says what it shows',
  why: 'Who does not see the picture gets these words instead of it. The name of a file, “image of” or the title once more tell them nothing.',
  origins: [
    { title: 'W3C, Images Tutorial: tips', url: 'https://www.w3.org/WAI/tutorials/images/tips/' },
    { title: 'axe rule image-redundant-alt', url: 'https://dequeuniversity.com/rules/axe/4.10/image-redundant-alt' },
  ],
  bad: 'image:\n  src: issues/images/march.jpg\n  alt: Image of IMG_2041.jpg',
  good: 'image:\n  src: issues/images/march.jpg\n  alt: Teachers marching through Leeds under a banner that says “Pay up”',
  *judge({ passages }) {
    for (const alt of passages) {
      if (alt.role !== 'alt') continue;
      const fault = faultOf(alt, passages);
      if (fault) yield { place: placeIn(alt, 0), ...fault };
    }
  },
});

function faultOf({ text: written }: Passage, passages: readonly Passage[]) {
  const text = written.trim();
  if (fileName.test(text)) {
    return {
      words: `The description of the picture, “${text}”, is the name of a file.`,
      fix: 'Write what somebody sees in the picture.',
    };
  }
  if (nothing.test(text)) {
    return {
      words: `The description of the picture, “${text}”, says nothing of what it shows.`,
      fix: 'Write what somebody sees in the picture.',
    };
  }
  const [start] = opening.exec(text) ?? [];
  if (start !== undefined) {
    const rest = text.slice(start.length).trim();
    const better = rest === '' ? '' : `: “${rest.charAt(0).toUpperCase()}${rest.slice(1)}”`;
    return {
      words: `The description of the picture begins with “${start}”, which screen readers say anyway.`,
      fix: `Begin with what it shows${better}.`,
    };
  }
  if (text.length > longest) {
    return {
      words: `The description of the picture is ${text.length} characters long.`,
      fix: `Keep it to ${longest} characters: what matters in the picture. Put the rest into the text.`,
    };
  }
  const twin = passages.find(({ role, text: other }) => (role === 'title' || role === 'summary') && alike(other, text));
  if (!twin) return undefined;
  return {
    words: `The description of the picture is the ${twin.role} once more.`,
    fix: 'Write what somebody sees in the picture.',
  };
}

function alike(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim();
}
