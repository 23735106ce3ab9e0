import type { Finding } from '../model/finding.js';
import type { Choices } from '../model/issue.js';
import type { Item } from '../model/item.js';
import { placeOf } from '../model/place.js';
import type { Section } from '../model/publication.js';
import { suggestion } from '../model/suggest.js';
import { type Occasion, obstacle } from './eligible.js';

/** One item that an editor named in issue.md, and where. */
type Mention = { readonly id: string; readonly path: string; readonly asks: 'in' | 'out' | 'order' };

/** Complaints about choices that cannot hold: sections and items that are not there, or that cannot run in this issue. */
export function choiceFindings(
  choices: Choices,
  items: readonly Item[],
  occasion: Occasion,
  sections: readonly Section[],
): Finding[] {
  const pool = new Map(items.map((item) => [item.id, item]));
  const all = mentions(choices);
  const ofSections = Object.keys(choices.sections).flatMap((id) => unknownSection(id, sections, choices));
  const ofItems = all.flatMap((mention): Finding[] => {
    const complaint = complain(mention, pool, choices, occasion);
    return complaint ? [{ ...complaint, place: placeOf(choices.source, mention.path) }] : [];
  });
  return [...ofSections, ...ofItems];
}

function unknownSection(id: string, sections: readonly Section[], choices: Choices): Finding[] {
  const known = sections.map((section) => section.id);
  if (known.includes(id)) return [];
  return [
    {
      rule: 'assemble/unknown-section',
      severity: 'error',
      place: placeOf(choices.source, `sections.${id}`),
      words: `There is no section called “${id}”.`,
      fix: suggestion(id, known),
    },
  ];
}

function complain(
  { id, asks }: Mention,
  pool: ReadonlyMap<string, Item>,
  choices: Choices,
  occasion: Occasion,
): Finding | undefined {
  const item = pool.get(id);
  if (!item) {
    return {
      rule: 'assemble/unknown-item',
      severity: 'error',
      words: `There is no item called “${id}”.`,
      fix: suggestion(id, [...pool.keys()]),
    };
  }
  if (asks !== 'in') return undefined;
  if (choices.leaveOut.includes(id)) {
    return {
      rule: 'assemble/contradiction',
      severity: 'error',
      words: `“${item.title}” is both put in and left out.`,
      fix: 'Remove it from one of the two lists.',
    };
  }
  const standing = obstacle(item, occasion);
  if (!standing || standing.yields) return undefined;
  return {
    rule: `assemble/${standing.reason}`,
    severity: 'error',
    words: `“${item.title}” cannot run in this issue: ${standing.words}.`,
    fix: `Remove “${id}” here, or change the item (${item.source.file}).`,
  };
}

function mentions(choices: Choices): Mention[] {
  const list = (ids: readonly string[] | undefined, path: string, asks: Mention['asks']) =>
    (ids ?? []).map((id, index) => ({ id, path: `${path}.${index}`, asks }));
  return [
    ...list(choices.items, 'items', 'in'),
    ...list(choices.pinned, 'pinned', 'in'),
    ...Object.entries(choices.sections).flatMap(([section, { items }]) =>
      list(items, `sections.${section}.items`, 'in'),
    ),
    ...list(choices.leaveOut, 'leave-out', 'out'),
    ...list(choices.order, 'order', 'order'),
  ];
}
