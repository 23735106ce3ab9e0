import type { Writing } from './subjects.js';
import type { WrittenLink } from './written-links.js';

/** The links that readers of one publication get: those of its version in the place of the item’s own. */
export function printedLinks({ links, source }: Writing, publication: string): readonly WrittenLink[] {
  const own = `versions.${publication}.`;
  const replaced = new Set(
    Object.keys(source.at).flatMap((path) =>
      path.startsWith(own) ? (path.slice(own.length).split('.', 1)[0] ?? []) : [],
    ),
  );
  return links.filter(({ path }) =>
    path.startsWith('versions.') ? path.startsWith(own) : !replaced.has(path.split('.', 1)[0] ?? ''),
  );
}

/** Links as readers meet them beside one another: those of the item itself, and those of each version that has its own. */
export function linksByVersion(writing: Writing): readonly (readonly WrittenLink[])[] {
  const { links } = writing;
  const versions = new Set(links.flatMap(({ path }) => /^versions\.([^.]+)\./.exec(path)?.[1] ?? []));
  if (versions.size === 0) return [links];
  return [
    links.filter(({ path }) => !path.startsWith('versions.')),
    ...[...versions].map((version) => printedLinks(writing, version)),
  ];
}

/** What readers see of a link, in quotation marks: its words, or, if it has none, its address. */
export function namedLink({ text, url }: Pick<WrittenLink, 'text' | 'url'>): string {
  const words = text.replace(/\s+/g, ' ').trim() || url;
  return `“${words.length > 60 ? `${words.slice(0, 59).trimEnd()}…` : words}”`;
}
