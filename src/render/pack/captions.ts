/** What is posted of one item. */
export type Posted = {
  readonly title: string;
  readonly summary: string;
  readonly url: string;
  /** "by Friday 26 March" */
  readonly by?: string;
  readonly alt?: string;
};

/** As X counts: any address is 23. Bluesky has 300 and Mastodon 500, so what fits there fits them. */
const shortest = 280;
const addressLength = 23;

/** Words for social media: a short post and a long one, with the words for whoever does not see the picture. */
export function captionsFor({ title, summary, url, by, alt }: Posted): {
  readonly short: string;
  readonly long: string;
  readonly alt?: string;
} {
  const until = by === undefined ? '' : ` ${by.charAt(0).toUpperCase()}${by.slice(1)}.`;
  const room = shortest - addressLength - 1;
  const full = `${sentence(title)} ${summary}${until}`.trim();
  const brief = `${sentence(title)}${until}`.trim();
  const words = length(full) <= room ? full : length(brief) <= room ? brief : cut(brief, room);
  return { short: `${words} ${url}`, long: `${full}\n\n${url}`, ...(alt !== undefined && { alt }) };
}

/** As X counts it, with every address as long as any. */
export function postLength(post: string): number {
  return length(post.replace(/https?:\/\/\S+/g, 'x'.repeat(addressLength)));
}

function sentence(text: string): string {
  return /[.!?…]["”’)]?$/.test(text) ? text : `${text}.`;
}

function length(text: string): number {
  return [...text].length;
}

function cut(text: string, most: number): string {
  const kept = [...text].slice(0, most - 1).join('');
  return `${kept.replace(/\s+\S*$/, '')}…`;
}
