import { textOf } from '../bytes-to-text.js';
import { dayOf } from '../day-of.js';
import type { Found, Haul, Material, ReadMaterial, Skipped } from '../found.js';
import { htmlToMdast, safeAddress } from '../html-to-mdast.js';
import { importingFault, orFault } from '../importing-fault.js';
import { withoutPersonalLines } from '../personal-lines.js';
import { languageOf, oneLine } from '../plain-words.js';
import type { FeedEntry, FeedText } from './feed-entries.js';

const mostBytes = 5 << 20;

/** What an editor looks through; feeds of whole archives have the newest first. */
const mostEntries = 200;

/** Reads a feed: RSS of any version, Atom, or JSON Feed. */
export const readFeed: ReadMaterial = async (material) => {
  if (material.bytes.length > mostBytes) throw importingFault('too-big');
  const text = withoutDoctype(textOf(material.bytes, material.type));
  const feed = await orFault('feed-damaged', async () => (await import('./feed-entries.js')).feedText(text));
  if (feed.entries.length === 0) throw importingFault('no-text');
  return haulOf(feed, material);
};

/**
 * A feed of the nineties names a document type; nobody needs what it declares, and one that declares things of its own is
 * refused before any parser sees it, be it to fill the memory or to read files.
 */
function withoutDoctype(text: string): string {
  const start = text.replace(/^\ufeff/, '');
  const markup = withoutTexts(start);
  const at = markup.search(/<!doctype/i);
  if (at === -1 && !/<!entity/i.test(markup)) return start;
  const end = markup.indexOf('>', at);
  const bracket = markup.indexOf('[', at);
  if (at === -1 || end === -1 || (bracket !== -1 && bracket < end) || /<!entity/i.test(markup)) {
    throw importingFault('feed-doctype');
  }
  return start.replace(markup.slice(at, end + 1), '');
}

/** XML without its comments and its quoted texts (CDATA), in which nothing is declared. */
function withoutTexts(xml: string): string {
  const kept: string[] = [];
  const opening = /<!--|<!\[CDATA\[/g;
  let at = 0;
  for (let open = opening.exec(xml); open; open = opening.exec(xml)) {
    kept.push(xml.slice(at, open.index));
    const closing = open[0] === '<!--' ? '-->' : ']]>';
    const end = xml.indexOf(closing, opening.lastIndex);
    at = end === -1 ? xml.length : end + closing.length;
    opening.lastIndex = at;
  }
  return kept.join('') + xml.slice(at);
}

async function haulOf(feed: FeedText, material: Material): Promise<Haul> {
  const found: Found[] = [];
  const skipped: Skipped[] = [];
  const seen = new Set<string>();
  for (const [index, entry] of feed.entries.slice(0, mostEntries).entries()) {
    const at = `entry ${index + 1}`;
    const base = safeAddress(entry.link ?? '', feed.home ?? material.url) ?? safeAddress(feed.home ?? '', material.url);
    const body = await orFault('too-much', () => bodyOf(entry, base ?? material.url)).catch(() => undefined);
    const why = body ? whyNot(entry, body.children.length > 0, seen) : 'It has more markup in it than any text needs.';
    if (why !== undefined || !body)
      skipped.push({ at, ...(entry.title !== undefined && { title: entry.title }), why: why ?? '' });
    else found.push({ at, ...known(entry, feed, material), body });
  }
  if (feed.entries.length > mostEntries) {
    const at = `entries ${mostEntries + 1} to ${feed.entries.length}`;
    skipped.push({ at, why: `Only the first ${mostEntries} entries of a feed are looked at.` });
  }
  return { kind: 'feed', found, skipped };
}

function bodyOf({ content, summary }: FeedEntry, base: string | undefined) {
  return withoutPersonalLines(htmlToMdast(content ?? summary ?? '', base)).body;
}

function whyNot(entry: FeedEntry, hasText: boolean, seen: Set<string>): string | undefined {
  if (entry.title === undefined && !hasText) return 'It has neither a title nor a text.';
  // Two entries of one name are common; two of one address, or of one id, are the same entry.
  const names = [entry.link, entry.id].filter((name) => name !== undefined && name !== '') as string[];
  if (names.some((name) => seen.has(name))) return 'It is in this feed twice; the first of the two is kept.';
  for (const name of names) seen.add(name);
  return undefined;
}

function known(entry: FeedEntry, feed: FeedText, material: Material): Omit<Found, 'at' | 'body'> {
  const url = safeAddress(entry.link ?? '', feed.home ?? material.url);
  const published = dayOf(entry.date);
  const by = nameOf(entry.by) ?? feed.title;
  const licence = oneLine(entry.licence ?? feed.licence);
  const lang = languageOf(entry.lang ?? feed.lang);
  return {
    ...(entry.title !== undefined && { title: entry.title }),
    ...(url !== undefined && { url }),
    ...(published !== undefined && { published }),
    ...(by !== undefined && { by }),
    ...(licence !== undefined && { licence }),
    ...(lang !== undefined && { lang }),
    ...(entry.content === undefined && entry.summary !== undefined && { isExcerpt: true }),
  };
}

/** Feeds name authors by their addresses, too: those are nobody else's business. */
function nameOf(author: string | undefined): string | undefined {
  const name = oneLine(author);
  return name?.includes('@') ? oneLine(/\(([^()@]+)\)/.exec(name)?.[1]) : name;
}
