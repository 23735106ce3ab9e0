import { textOf } from './bytes-to-text.js';
import type { Material, MaterialKind } from './found.js';
import { importingFault } from './importing-fault.js';

type Refused = Parameters<typeof importingFault>[0];

/** How files begin that are no text: with these bytes, after so many others. */
const beginnings: readonly (readonly [begins: string, what: Refused, after?: number])[] = [
  ['%PDF-', 'is-pdf'],
  ['\x89PNG', 'is-picture'],
  ['\xff\xd8\xff', 'is-picture'],
  ['GIF8', 'is-picture'],
  ['II*\0', 'is-picture'],
  ['MM\0*', 'is-picture'],
  ['WEBP', 'is-picture', 8],
  ['ftypavif', 'is-picture', 4],
  ['ftyphei', 'is-picture', 4],
  ['ftypmif1', 'is-picture', 4],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'is-old-word'],
  ['{\\rtf', 'is-rtf'],
  ['\x1f\x8b', 'is-archive'],
  ['7z\xbc\xaf', 'is-archive'],
  ['Rar!\x1a', 'is-archive'],
  ['BZh9', 'is-archive'],
  ['\xfd7zXZ', 'is-archive'],
  ['\x7fELF', 'is-program'],
  ['ftyp', 'is-program', 4],
  ['ID3\x03', 'is-program'],
  ['OggS\0', 'is-program'],
];

/**
 * What some material is, by what is in it: names and media types are often wrong.
 *
 * @throws Fault (exit 1) that says what it seems to be and what to do instead
 */
export function kindOf({ bytes, name, type }: Material): MaterialKind {
  if (bytes.length === 0) throw importingFault('empty');
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'].includes(raw.toString('latin1', 0, 4))) return kindOfZip(raw);
  const start = raw.toString('latin1', 0, 64);
  const refused = beginnings.find(([begins, , after = 0]) => start.startsWith(begins, after))?.[1];
  if (refused) throw importingFault(refused);
  return kindOfText(raw, name, type);
}

function kindOfZip(raw: Buffer): MaterialKind {
  const has = (part: string) => raw.includes(part, 0, 'latin1');
  if (has('mimetypeapplication/vnd.oasis.opendocument')) throw importingFault('is-opendocument');
  if (has('xl/workbook')) throw importingFault('is-workbook');
  if (has('ppt/presentation')) throw importingFault('is-slides');
  if (has('[Content_Types].xml') || has('word/')) return 'word';
  throw importingFault('is-archive');
}

/** How far text is looked at to tell what it is. */
const looked = 64 * 1024;

function kindOfText(raw: Buffer, name: string, type: string | undefined): MaterialKind {
  const text = textOf(raw.subarray(0, looked), type)
    .replace(/^\ufeff/, '')
    .trimStart();
  if (text === '' && raw.length <= looked) throw importingFault('empty');
  if (oddities(text) > text.length / 100) throw importingFault('is-program');
  if (text.startsWith('{')) return kindOfJson(text, name, type);
  if (text.startsWith('<')) return kindOfMarkup(text);
  return isMail(text) ? 'mail' : 'text';
}

/** How many characters there are that no text has. */
function oddities(text: string): number {
  let odd = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 9 || (code > 13 && code < 27) || code === 0xfffd) odd += 1;
  }
  return odd;
}

/** A text may begin with a brace; a JSON Feed has its version among its first words. */
function kindOfJson(text: string, name: string, type: string | undefined): MaterialKind {
  if (/"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org\\?\/version/.test(text)) return 'feed';
  if (/[/+]json\b/i.test(type ?? '') || /\.json$/i.test(name) || /^\{\s*"/.test(text)) throw importingFault('is-json');
  return 'text';
}

function kindOfMarkup(text: string): MaterialKind {
  // What stands before the first element is of no use here, and of any length.
  const root = rootOf(text);
  if (/^(?:\w+:)?(?:rss|rdf|feed)$/i.test(root)) return 'feed';
  if (text.startsWith('<?xml') && root !== '' && root.toLowerCase() !== 'html') throw importingFault('is-xml');
  // An address between angle brackets begins a text and not a page.
  return root === '' && !/^<!doctype|^<!--/i.test(text) ? 'text' : 'page';
}

/** The name of the first element. */
function rootOf(text: string): string {
  let at = 0;
  while (text.startsWith('<?', at) || text.startsWith('<!', at)) {
    const [opens, closes] = text.startsWith('<!--', at) ? ['<!--', '-->'] : ['<', '>'];
    const bracket = text.indexOf('[', at);
    const end = text.indexOf(closes, at + opens.length);
    // The declarations of a document type have angle brackets of their own.
    const isSubset = opens === '<' && bracket !== -1 && bracket < end && /^<!doctype/i.test(text.slice(at, at + 9));
    const after = isSubset ? text.indexOf(']', bracket) : end;
    const next = isSubset && after !== -1 ? text.indexOf('>', after) : after;
    if (next === -1) return '';
    at = next + closes.length;
    while (/\s/.test(text[at] ?? '')) at += 1;
  }
  return /^<([\w:.-]+)(?=[\s>]|\/>)/.exec(text.slice(at, at + 200))?.[1] ?? '';
}

/** Mails begin with lines of headers (RFC 5322); a mailbox file puts a line of its own before them. */
const mailHeaders =
  /^(?:from|to|subject|date|received|return-path|delivered-to|message-id|mime-version|content-type|reply-to|x-[\w-]+|dkim-signature|arc-[\w-]+|authentication-results|list-[\w-]+|sender|cc|bcc|user-agent|thread-[\w-]+|references|in-reply-to):/i;
const onlyMails = /^(?:received|return-path|delivered-to|message-id|mime-version|content-type|dkim-signature):/i;

function isMail(text: string): boolean {
  const end = text.search(/\r?\n\r?\n/);
  const head = text.slice(0, end === -1 ? undefined : end).replace(/^From .*\r?\n/, '');
  const lines = head.split(/\r?\n/).filter((line) => !/^[ \t]/.test(line));
  const headers = lines.filter((line) => /^[!-9;-~]+:/.test(line));
  if (lines.length < 2 || headers.length < lines.length) return false;
  const known = headers.filter((line) => mailHeaders.test(line));
  // Notes begin with lines like “From:” and “Subject:” too; programs that write mails write others as well.
  return known.length >= 2 && headers.some((line) => onlyMails.test(line));
}
