import { textOf } from '../bytes-to-text.js';
import { checkHtml } from '../clean-html.js';
import { dayOf } from '../day-of.js';
import type { Found, ReadMaterial } from '../found.js';
import { htmlToMdast, safeAddress } from '../html-to-mdast.js';
import { importingFault, orFault } from '../importing-fault.js';
import { withoutPersonalLines } from '../personal-lines.js';
import { languageOf, oneLine } from '../plain-words.js';
import { withoutTitle } from '../without-title.js';

const mostBytes = 5 << 20;

/** Finding the article compares elements with one another; pages of news have some thousands. */
const mostCompared = 20_000;

/** Shorter than this it is a notice or a menu and no article, in characters. */
const shortest = 100;

/** Reads a web page: the article on it, as browsers find it for their reading view. Nothing on it is run or loaded. */
export const readPage: ReadMaterial = async ({ bytes, url, type }) => {
  if (bytes.length > mostBytes) throw importingFault('too-big');
  const html = textOf(bytes, type);
  // Before any tree is made of it.
  checkHtml(html, mostCompared);
  const { about, article } = await orFault('no-article', () => articleOf(html, url));
  const { body, dropped } = withoutPersonalLines(htmlToMdast(article.html, about.base ?? url));
  if (body.children.length === 0) throw importingFault('no-article');
  const title = oneLine(article.title);
  const found: Found = { at: 'the page', ...known(about, title), body: withoutTitle(body, title) };
  const why = 'It has a link that is for whoever got it first, such as one to unsubscribe.';
  return {
    kind: 'page',
    found: [found],
    skipped: dropped === 0 ? [] : [{ at: `${dropped} sentences of the page`, why }],
  };
};

/** What a page says of itself. */
type About = {
  readonly base?: string | undefined;
  readonly canonical?: string | undefined;
  readonly published?: string | undefined;
  readonly by?: string | undefined;
  readonly licence?: string | undefined;
  readonly lang?: string | undefined;
};

async function articleOf(html: string, url: string | undefined) {
  const [{ parseHTML }, { Readability }] = await Promise.all([import('linkedom'), import('@mozilla/readability')]);
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
  const first = (selector: string, attribute: string) => {
    const value = document.querySelector(selector)?.getAttribute(attribute)?.trim();
    return value === '' ? undefined : (value ?? undefined);
  };
  const base = safeAddress(first('base[href]', 'href') ?? '', url) ?? url;
  // Taken before the article is cut out, which takes the page apart.
  const about: About = {
    base,
    canonical: safeAddress(
      first('link[rel="canonical"]', 'href') ?? first('meta[property="og:url"]', 'content') ?? url ?? '',
      base,
    ),
    published: first('meta[property="article:published_time"]', 'content') ?? first('time[datetime]', 'datetime'),
    by: first('meta[property="og:site_name"]', 'content'),
    licence:
      first('link[rel~="license"]', 'href') ??
      first('a[rel~="license"]', 'href') ??
      first('meta[name="dcterms.license"]', 'content'),
    lang: first('html', 'lang'),
  };
  const read = new Readability(document, { charThreshold: shortest }).parse();
  if (!read?.content || (read.length ?? 0) < shortest) throw importingFault('no-article');
  const { content, title, siteName, byline, publishedTime, lang } = read;
  return {
    article: { html: content, title },
    about: {
      ...about,
      by: about.by ?? siteName ?? byline ?? undefined,
      published: publishedTime ?? about.published,
      lang: about.lang ?? lang ?? undefined,
    },
  };
}

function known(about: About, title: string | undefined): Omit<Found, 'at' | 'body'> {
  const published = dayOf(about.published);
  const by = oneLine(about.by);
  const licence = oneLine(safeAddress(about.licence ?? '', about.base) ?? about.licence);
  const lang = languageOf(about.lang);
  return {
    ...(title !== undefined && { title }),
    ...(about.canonical !== undefined && { url: about.canonical }),
    ...(published !== undefined && { published }),
    ...(by !== undefined && { by }),
    ...(licence !== undefined && { licence }),
    ...(lang !== undefined && { lang }),
  };
}
