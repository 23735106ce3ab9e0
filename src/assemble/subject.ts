import type { Finding } from '../model/finding.js';
import type { PlacedItem } from '../model/issue.js';
import { placeOf } from '../model/place.js';
import type { Publication } from '../model/publication.js';
import { suggestion } from '../model/suggest.js';

export type Placeholders = Readonly<Record<(typeof placeholderNames)[number], string>>;

/** What a publication's subject and preheader patterns may name in braces. */
export const placeholderNames = ['title', 'date', 'label', 'number', 'lead', 'second', 'count', 'actions'] as const;

/** The values of the placeholders for one issue. */
export function placeholders(
  publication: Pick<Publication, 'title'>,
  { date, label, number }: { readonly date: string; readonly label: string; readonly number?: number | undefined },
  items: readonly PlacedItem[],
): Placeholders {
  return {
    title: publication.title,
    date,
    label,
    number: number === undefined ? '' : String(number),
    lead: items[0]?.title ?? '',
    second: items[1]?.title ?? '',
    count: String(items.length),
    actions: String(items.filter(({ actions }) => actions.length > 0).length),
  };
}

/** Fills a pattern. An empty placeholder takes the punctuation and space around it away. */
export function fill(pattern: string, values: Placeholders): string {
  return pattern
    .replace(/\{([a-z-]+)\}/g, (typed, name: string) => (isPlaceholder(name) ? values[name] : typed))
    .replace(/\s+/g, ' ')
    .replace(/^[\s:;,·–-]+|[\s:;,·–-]+$/g, '');
}

/** Complaints about placeholders that there are not, in a publication's patterns. */
export function patternFindings(publication: Publication): Finding[] {
  return (['subject', 'preheader'] as const).flatMap((part) =>
    [...publication[part].matchAll(/\{([^{}]*)\}/g)].flatMap(([typed, name = '']): Finding[] => {
      if (isPlaceholder(name)) return [];
      const place = placeOf(publication.source, part);
      return [
        {
          rule: 'assemble/placeholder',
          severity: 'error',
          place,
          words: `There is no placeholder ${typed}.`,
          fix: suggestion(name, placeholderNames),
        },
      ];
    }),
  );
}

function isPlaceholder(name: string): name is keyof Placeholders {
  return (placeholderNames as readonly string[]).includes(name);
}
