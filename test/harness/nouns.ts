import type { Item, Translation } from '../../src/model/item.js';

/** An item of the pool with nothing in it but what a test says. */
export function item(id: string, parts: Partial<Item> = {}): Item {
  const file = `issues/items/${id}.md`;
  return {
    id,
    source: { file, at: {} },
    title: `Title of ${id}`,
    kind: 'news',
    publications: ['weekly'],
    runs: {},
    repeat: false,
    draft: false,
    priority: 'normal',
    readers: {},
    actions: [],
    versions: {},
    updates: [],
    sensitive: false,
    allow: [],
    body: { text: '', place: { file, line: 4, column: 1 }, indent: 0 },
    ...parts,
  };
}

/** A translation of an item with nothing in it but what a test says. */
export function translation(item: string, lang: string, parts: Partial<Translation> = {}): Translation {
  const file = `issues/translations/${lang}/${item}.md`;
  return {
    source: { file, at: {} },
    item,
    lang,
    title: `Title of ${item} in ${lang}`,
    actions: [],
    updates: [],
    body: { text: '', place: { file, line: 4, column: 1 }, indent: 0 },
    ...parts,
  };
}
