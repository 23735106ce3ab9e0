import { type AtomFeed, type JsonFeed, parseFeed, type RdfFeed, type RssFeed } from 'feedsmith';
import { oneLine, paragraphsOf, wordsOfHtml } from '../plain-words.js';

/** An entry of a feed of any kind, as it stands there. Its text is HTML. */
export type FeedEntry = {
  readonly title?: string | undefined;
  readonly link?: string | undefined;
  readonly id?: string | undefined;
  readonly date?: string | undefined;
  readonly by?: string | undefined;
  readonly licence?: string | undefined;
  readonly lang?: string | undefined;
  readonly content?: string | undefined;
  readonly summary?: string | undefined;
};

/** What a feed says of itself, and its entries, each of which has what it lacks from the feed. */
export type FeedText = {
  readonly title?: string | undefined;
  readonly licence?: string | undefined;
  readonly lang?: string | undefined;
  readonly home?: string | undefined;
  readonly entries: readonly FeedEntry[];
};

/** Reads a feed of any kind; throws whatever its parser throws. */
export function feedText(text: string): FeedText {
  const parsed = parseFeed(text);
  switch (parsed.format) {
    case 'rss':
      return rss(parsed.feed);
    case 'rdf':
      return rdf(parsed.feed);
    case 'atom':
      return atom(parsed.feed);
    default:
      return json(parsed.feed);
  }
}

/** Licences as the modules for them have them; what people may do is said in words where there is none. */
type Licensed = {
  readonly creativeCommons?: { readonly licenses?: readonly string[] };
  readonly cc?: { readonly license?: string };
  readonly dc?: {
    readonly rights?: readonly string[];
    readonly creators?: readonly string[];
    readonly dates?: readonly string[];
  };
  readonly dcterms?: { readonly licenses?: readonly string[]; readonly rights?: readonly string[] };
};

function licenceIn({ creativeCommons, cc, dc, dcterms }: Licensed): string | undefined {
  return (
    creativeCommons?.licenses?.[0] ?? cc?.license ?? dcterms?.licenses?.[0] ?? dc?.rights?.[0] ?? dcterms?.rights?.[0]
  );
}

type Loose<T> = T extends (infer U)[]
  ? Loose<U>[]
  : T extends object
    ? { [K in keyof T]?: Loose<T[K]> | undefined }
    : T;

function rss(feed: Loose<RssFeed.Feed<string>>): FeedText {
  return {
    title: wordsOfHtml(feed.title),
    licence: licenceIn(feed as Licensed) ?? feed.copyright,
    lang: feed.language,
    home: feed.link,
    entries: (feed.items ?? []).map((item) => ({
      title: wordsOfHtml(item.title),
      link: item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
      id: item.guid?.value,
      date: item.pubDate ?? item.dc?.dates?.[0],
      by: item.dc?.creators?.[0] ?? item.authors?.[0]?.name,
      licence: licenceIn(item as Licensed),
      lang: item.xml?.lang,
      content: item.content?.encoded,
      summary: item.description,
    })),
  };
}

function rdf(feed: Loose<RdfFeed.Feed<string>>): FeedText {
  return {
    title: wordsOfHtml(feed.title),
    licence: licenceIn(feed as Licensed),
    home: feed.link,
    entries: (feed.items ?? []).map((item) => ({
      title: wordsOfHtml(item.title),
      link: item.link,
      id: item.rdf?.about,
      date: item.dc?.dates?.[0],
      by: item.dc?.creators?.[0],
      licence: licenceIn(item as Licensed),
      lang: item.xml?.lang,
      content: item.content?.encoded,
      summary: item.description,
    })),
  };
}

type AtomText = Loose<AtomFeed.Text>;
type AtomLinks = Loose<AtomFeed.Entry<string>>['links'];

function atom(feed: Loose<AtomFeed.Feed<string>>): FeedText {
  return {
    title: atomTitle(feed.title),
    licence: hrefOf(feed.links, 'license') ?? licenceIn(feed as Licensed) ?? feed.rights?.value,
    lang: feed.xml?.lang,
    home: hrefOf(feed.links, 'alternate'),
    entries: (feed.entries ?? []).map((entry) => ({
      title: atomTitle(entry.title),
      link: hrefOf(entry.links, 'alternate'),
      id: entry.id,
      date: entry.published ?? entry.updated,
      by: entry.authors?.[0]?.name ?? feed.authors?.[0]?.name,
      licence: hrefOf(entry.links, 'license') ?? licenceIn(entry as Licensed) ?? entry.rights?.value,
      lang: entry.xml?.lang,
      content: atomHtml(entry.content),
      summary: atomHtml(entry.summary),
    })),
  };
}

function hrefOf(links: AtomLinks, rel: string): string | undefined {
  return links?.find((link) => (link.rel ?? 'alternate') === rel)?.href;
}

function isHtml({ type = 'text' }: AtomText): boolean {
  return /^x?html$|^text\/html$|^application\/xhtml\+xml$/.test(type);
}

function atomTitle(title: AtomText | undefined): string | undefined {
  return title && isHtml(title) ? wordsOfHtml(title.value) : oneLine(title?.value);
}

function atomHtml(text: AtomText | undefined): string | undefined {
  if (text?.value === undefined) return undefined;
  return isHtml(text) ? text.value : paragraphsOf(text.value);
}

function json(feed: Loose<JsonFeed.Feed<string>>): FeedText {
  return {
    title: oneLine(feed.title),
    lang: feed.language,
    home: feed.home_page_url,
    entries: (feed.items ?? []).map((item) => ({
      title: oneLine(item.title),
      link: item.url ?? item.external_url,
      id: item.id,
      date: item.date_published ?? item.date_modified,
      by: item.authors?.[0]?.name ?? feed.authors?.[0]?.name,
      lang: item.language,
      content: item.content_html ?? (item.content_text === undefined ? undefined : paragraphsOf(item.content_text)),
      summary: item.summary === undefined ? undefined : paragraphsOf(item.summary),
    })),
  };
}
