import type { Item } from '../../src/model/item.js';

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
    translations: {},
    updates: [],
    body: { text: '', place: { file, line: 4, column: 1 }, indent: 0 },
    ...parts,
  };
}
