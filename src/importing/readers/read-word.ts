import type { Heading, Root, RootContent } from 'mdast';
import type { Found, ReadMaterial, Skipped } from '../found.js';
import { htmlToMdast } from '../html-to-mdast.js';
import { importingFault, orFault } from '../importing-fault.js';
import { wordsOf } from '../mdast-words.js';
import { withoutPersonalLines } from '../personal-lines.js';
import { oneLine } from '../plain-words.js';

/** Word documents with photographs are as large as mails let them be. */
const mostBytes = 25 << 20;

/** What Word calls the styles of a title; what it means by other styles is known to mammoth. */
const styles = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
];

/** Reads a Word document (.docx): one piece for each of its highest headings, where it has several. */
export const readWord: ReadMaterial = async ({ bytes }) => {
  if (bytes.length > mostBytes) throw importingFault('too-big');
  const { docx, pictures } = await orFault('word-damaged', async () =>
    (await import('./word-parts.js')).wordParts(bytes),
  );
  const html = await orFault('word-damaged', () => htmlOf(docx));
  const { body, dropped } = withoutPersonalLines(htmlToMdast(html));
  if (body.children.length === 0) throw importingFault('no-text');
  const skipped: Skipped[] = [];
  if (pictures > 0)
    skipped.push({ at: 'the pictures', why: `The document has ${pictures} of them, and only text is taken over.` });
  if (dropped > 0) {
    const why = 'It has a link that is for whoever got it first, such as one to unsubscribe.';
    skipped.push({ at: `${dropped} sentences`, why });
  }
  return { kind: 'word', found: pieces(body), skipped };
};

async function htmlOf(docx: Uint8Array): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(docx) },
    {
      styleMap: styles,
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    },
  );
  return value;
}

/** What stands between headings of the highest level that there is; a lone heading is the title of it all. */
function pieces(body: Root): Found[] {
  const headings = body.children.filter((node) => node.type === 'heading');
  const lone = headings[0];
  const isTitled =
    lone !== undefined && body.children[0] === lone && headings.filter(({ depth }) => depth <= lone.depth).length === 1;
  const top = Math.min(...headings.map(({ depth }) => depth));
  const tops = headings.filter(({ depth }) => depth === top);
  if (tops.length < 2) return [isTitled ? pieceOf(lone, body.children.slice(1)) : pieceOf(undefined, body.children)];
  const cuts = tops.map((heading) => body.children.indexOf(heading));
  const before = body.children.slice(0, cuts[0]);
  return [
    ...(before.length > 0 ? [pieceOf(undefined, before)] : []),
    ...tops.map((heading, index) => pieceOf(heading, body.children.slice((cuts[index] ?? 0) + 1, cuts[index + 1]))),
  ];
}

function pieceOf(heading: Heading | undefined, children: readonly RootContent[]): Found {
  const title = heading && oneLine(wordsOf(heading));
  return {
    at: title === undefined ? 'its beginning' : `“${title}”`,
    ...(title !== undefined && { title }),
    body: { type: 'root', children: [...children] },
  };
}
